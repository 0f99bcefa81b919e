package org.wirknetz.networkcheck.course;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.wirknetz.analysis.Range;

/// What a value is compared with, in sentences: the network's own quarters, what one organisation could cause, and
/// chance.
///
/// @param speech says them in the reader's language
public record Beside(Course course, Speech speech) {

    /// Outside of 95 of 100 random networks a value is more than chance.
    private static final double RARE = 0.025;

    private static final double HUNDRED = 100;

    /// The words and numbers of a page, or of a file.
    public interface Speech {

        String say(String key, Object... values);

        String day(LocalDate day);

        /// A value as the measure is printed.
        String value(double value);
    }

    public List<String> all() {
        var sentences = new ArrayList<>(past());
        chance().ifPresent(sentences::add);
        return sentences;
    }

    /// Beside its own quarters, and what one organisation could have caused in a year.
    public List<String> past() {
        var sentences = new ArrayList<String>();
        sentences.add(history());
        year().ifPresent(sentences::add);
        return sentences;
    }

    /// Empty where nothing was compared.
    public Optional<String> chance() {
        var quantile = course.quantile();
        if (quantile.isEmpty()) return Optional.empty();
        double share = quantile.getAsDouble();
        var key = share < RARE ? "less" : share > 1 - RARE ? "more" : "usual";
        return Optional.of(speech.say(
                "check.compared.chance." + key,
                Math.round(HUNDRED * share),
                course.chance().orElseThrow().draws()));
    }

    private String history() {
        var level = course.level();
        if (level == Course.Level.UNKNOWN) return speech.say("check.compared.young");
        long earlier = course.points().stream()
                        .map(Course.Point::value)
                        .filter(OptionalDouble::isPresent)
                        .count()
                - 1;
        return speech.say("check.compared." + level.name().toLowerCase(java.util.Locale.ROOT), earlier);
    }

    private Optional<String> year() {
        if (course.now().isEmpty() || course.yearAgo().isEmpty()) return Optional.empty();
        var key = switch (course.trend()) {
            case RISING -> "rising";
            case FALLING -> "falling";
            case NONE -> "no-arrow";
        };
        return Optional.of(speech.say(
                "check.compared." + key,
                speech.day(course.points().getLast().day().minusYears(1)),
                range(course.yearAgo().get()),
                range(course.now().get())));
    }

    private String range(Range range) {
        var low = speech.value(range.low());
        var high = speech.value(range.high());
        return low.equals(high) ? low : speech.say("check.compared.range", low, high);
    }
}
