package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How regularly the groups meet (capabilities C7.3): within twelve months, as far as the whole network may know.
///
/// @param bodies one for each group that is open on the day, by name
public record Regularity(List<Meets> bodies) {

    /// @param called meetings of the year, those called off among them
    /// @param held those that took place
    /// @param rhythm of those that took place
    /// @param last day of the last one ever; empty where there has been none
    public record Meets(Work.Body body, int called, int held, Rhythm rhythm, Optional<LocalDate> last) {}

    public static Regularity of(Work work, LocalDate day) {
        return new Regularity(work.bodiesOn(day).stream()
                .sorted(Comparator.comparing(Work.Body::name))
                .map(body -> {
                    var year = work.calledInYearTo(day).stream()
                            .filter(it -> body.id().equals(it.body()))
                            .toList();
                    var held = year.stream().filter(it -> !it.cancelled()).toList();
                    return new Meets(
                            body,
                            year.size(),
                            held.size(),
                            Rhythm.of(held.stream().map(Work.Gathering::on).toList()),
                            last(work, body, day));
                })
                .toList());
    }

    private static Optional<LocalDate> last(Work work, Work.Body body, LocalDate day) {
        return work.gatherings().stream()
                .filter(it -> body.id().equals(it.body())
                        && !it.cancelled()
                        && !it.on().isAfter(day))
                .map(Work.Gathering::on)
                .max(Comparator.naturalOrder());
    }

    public int called() {
        return bodies.stream().mapToInt(Meets::called).sum();
    }

    public int held() {
        return bodies.stream().mapToInt(Meets::held).sum();
    }
}
