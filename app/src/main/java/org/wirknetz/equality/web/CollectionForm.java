package org.wirknetz.equality.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirknetz.equality.CollectionEntry;
import org.wirknetz.equality.CollectionEntry.Line;
import org.wirknetz.equality.Definitions;
import org.wirknetz.equality.Measure;
import org.wirknetz.equality.Mode;
import org.wirknetz.equality.Subject;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Problem;

/// What somebody typed about a collection, kept as typed.
///
/// @param lines one body or resource a line
/// @param reporting the last day of a quarter
public record CollectionForm(
        String definition,
        String subject,
        String mode,
        String reporting,
        String reference,
        String source,
        String action,
        String lines) {

    static CollectionForm of(Map<String, String> given) {
        return new CollectionForm(
                given.getOrDefault("definition", "").strip(),
                given.getOrDefault("subject", "BODIES").strip(),
                given.getOrDefault("mode", "COUNTS").strip(),
                given.getOrDefault("reporting", "").strip(),
                given.getOrDefault("reference", "").strip().replace(',', '.'),
                given.getOrDefault("source", "").strip(),
                given.getOrDefault("action", "").strip(),
                given.getOrDefault("lines", "").strip());
    }

    /// The ends of quarters there are to choose from, the newest first.
    static List<LocalDate> dates(LocalDate today) {
        var end = today.withDayOfMonth(1).withMonth((today.getMonthValue() + 2) / 3 * 3);
        var dates = new ArrayList<LocalDate>();
        for (int n = 0; n < 8; n++) {
            dates.add(end.withDayOfMonth(end.lengthOfMonth()));
            end = end.minusMonths(3);
        }
        return dates;
    }

    List<Problem> problems(Desk desk, Definitions definitions, boolean individualAllowed) {
        var problems = new ArrayList<Problem>();
        if (!definitions.has(definition))
            problems.add(new Problem("definition", desk.say("equality.definition-missing")));
        if (subjectOf() == null) problems.add(new Problem("subject", desk.say("equality.subject-missing")));
        if (modeOf() == null) problems.add(new Problem("mode", desk.say("equality.mode-missing")));
        if (modeOf() == Mode.INDIVIDUAL && !individualAllowed)
            problems.add(new Problem("mode", desk.say("equality.not-assessed")));
        if (subjectOf() == Subject.RESOURCES && modeOf() != Mode.COUNTS)
            problems.add(new Problem("mode", desk.say("equality.resources-counted")));
        if (dates(desk.today()).stream().noneMatch(it -> it.toString().equals(reporting)))
            problems.add(new Problem("reporting", desk.say("equality.date-wrong")));
        if (!reference.isEmpty() && percent() == null)
            problems.add(new Problem("reference", desk.say("equality.reference-wrong")));
        if (!reference.isEmpty() && source.isEmpty())
            problems.add(new Problem("source", desk.say("equality.reference-source")));
        if (source.length() > 200) problems.add(new Problem("source", desk.say("equality.too-long", 200)));
        if (action.length() > 500) problems.add(new Problem("action", desk.say("equality.too-long", 500)));
        var named = names();
        if (named.isEmpty()) problems.add(new Problem("lines", desk.say("equality.no-line")));
        if (named.size() > CollectionEntry.MOST_LINES)
            problems.add(new Problem("lines", desk.say("equality.many-lines", CollectionEntry.MOST_LINES)));
        if (named.stream().anyMatch(it -> it.length() > CollectionEntry.LONGEST_NAME))
            problems.add(new Problem("lines", desk.say("equality.too-long", CollectionEntry.LONGEST_NAME)));
        return problems;
    }

    private @Nullable Subject subjectOf() {
        return Arrays.stream(Subject.values())
                .filter(it -> it.name().equals(subject))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Mode modeOf() {
        return Arrays.stream(Mode.values())
                .filter(it -> it.name().equals(mode))
                .findFirst()
                .orElse(null);
    }

    private @Nullable BigDecimal percent() {
        if (!reference.matches("\\d{1,3}(\\.\\d)?")) return null;
        var percent = new BigDecimal(reference);
        return percent.compareTo(BigDecimal.valueOf(100)) > 0 ? null : percent;
    }

    private List<String> names() {
        return lines.lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
    }

    /// Only of a form without holes.
    CollectionEntry entry() {
        var about = Subject.valueOf(subject);
        return new CollectionEntry(
                definition,
                about,
                Mode.valueOf(mode),
                LocalDate.parse(reporting),
                percent(),
                source,
                action,
                names().stream().map(it -> line(about, it)).toList());
    }

    /// A resource whose name ends with "€" is counted in euros.
    private static Line line(Subject about, String name) {
        if (about == Subject.BODIES) return new Line(name, Measure.PERSONS);
        return name.endsWith("€")
                ? new Line(name.substring(0, name.length() - 1), Measure.EURO)
                : new Line(name, Measure.TIMES);
    }

    public @Nullable String error(List<Problem> problems, String field) {
        return problems.stream()
                .filter(it -> it.field().equals(field))
                .map(Problem::sentence)
                .findFirst()
                .orElse(null);
    }
}
