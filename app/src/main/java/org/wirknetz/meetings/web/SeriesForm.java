package org.wirknetz.meetings.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.wirknetz.meetings.Circle;
import org.wirknetz.meetings.Land;
import org.wirknetz.meetings.MeetingKind;
import org.wirknetz.meetings.Rhythm;
import org.wirknetz.meetings.SeriesEntry;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Problem;

/// What somebody typed about a series, kept as typed.
public record SeriesForm(Map<String, String> typed, List<String> hosts) {

    /// At which field a refusal is shown.
    private static final Map<String, String> FIELDS = Map.of(
            "meetings.skipped-hour", "from",
            "meetings.no-link", "online",
            "meetings.no-capacity", "capacity",
            "meetings.series.no-end", "last",
            "meetings.series.ends-before-it-begins", "last",
            "meetings.series.many", "last",
            "meetings.series.no-days", "last",
            "meetings.series.no-rhythm", "every",
            "meetings.series.no-minutes", "minutes",
            "meetings.no-day", "first");

    public SeriesForm {
        typed = Map.copyOf(typed);
        hosts = List.copyOf(hosts);
    }

    static final SeriesForm BLANK = new SeriesForm(
            Map.of(
                    "kind", "GROUP", "circle", "GROUP", "rhythm", "WEEKS", "every", "6", "from", "10:00", "minutes",
                    "120"),
            List.of());

    static SeriesForm of(MultiValueMap<String, String> given) {
        return new SeriesForm(given.toSingleValueMap(), given.getOrDefault("hosts", List.of()));
    }

    public String is(String name) {
        return typed.getOrDefault(name, "").strip();
    }

    public @Nullable UUID id(String name) {
        return parsed(is(name));
    }

    private static @Nullable UUID parsed(String typed) {
        return typed.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}") ? UUID.fromString(typed) : null;
    }

    /// @throws Refused with the first hole in it
    SeriesEntry entry() {
        if (is("last").isEmpty()) throw new Refused("meetings.series.no-end");
        var rhythm = Arrays.stream(Rhythm.Kind.values())
                .filter(it -> it.name().equals(is("rhythm")))
                .findFirst()
                .orElseThrow(() -> new Refused("meetings.series.no-rhythm"));
        return new SeriesEntry(
                is("title"),
                Arrays.stream(MeetingKind.values())
                        .filter(it -> it.name().equals(is("kind")))
                        .findFirst()
                        .orElse(MeetingKind.GROUP),
                is("circle").equals("NETWORK") ? Circle.NETWORK : Circle.GROUP,
                id("group"),
                new Rhythm(rhythm, number("every", "meetings.series.no-rhythm"), nth()),
                day("first"),
                day("last"),
                hour(),
                number("minutes", "meetings.series.no-minutes"),
                land().orElse(null),
                id("venue"),
                is("online"),
                is("capacity").isEmpty() ? null : number("capacity", "meetings.no-capacity"),
                hosts.stream().flatMap(it -> Stream.ofNullable(parsed(it))).toList(),
                is("topics").lines().filter(it -> !it.isBlank()).toList());
    }

    private @Nullable Integer nth() {
        return is("nth").matches("-1|[1-4]") ? Integer.valueOf(is("nth")) : null;
    }

    private Optional<Land> land() {
        return Arrays.stream(Land.values())
                .filter(it -> it.name().equals(is("land")))
                .findFirst();
    }

    private int number(String field, String otherwise) {
        if (!is(field).matches("\\d{1,6}")) throw new Refused(otherwise);
        return Integer.parseInt(is(field));
    }

    private LocalDate day(String field) {
        try {
            var day = LocalDate.parse(is(field));
            if (day.getYear() < 1990 || day.getYear() > 2200) throw new Refused("meetings.no-day", is(field));
            return day;
        } catch (DateTimeParseException noDay) {
            throw new Refused("meetings.no-day", is(field));
        }
    }

    private LocalTime hour() {
        try {
            return LocalTime.parse(is("from")).withSecond(0).withNano(0);
        } catch (DateTimeParseException noHour) {
            throw new Refused("meetings.no-hour", is("from"));
        }
    }

    static Problem problem(Desk desk, Refused refused) {
        return new Problem(FIELDS.getOrDefault(refused.key(), "title"), desk.say(refused.key(), refused.values()));
    }

    /// Whether the folded part has something in it, or something in it is wrong.
    public boolean unfolded(List<Problem> problems) {
        return !hosts.isEmpty()
                || Stream.of("hosts", "topics", "venue", "online", "capacity")
                        .anyMatch(it -> !is(it).isEmpty() || error(problems, it) != null);
    }

    public @Nullable String error(List<Problem> problems, String field) {
        return problems.stream()
                .filter(it -> it.field().equals(field))
                .map(Problem::sentence)
                .findFirst()
                .orElse(null);
    }
}
