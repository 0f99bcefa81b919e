package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.networkcheck.fair.Interests;
import org.wirknetz.platform.web.Problem;

/// What somebody typed about an interest of the organisation behind the office, kept as typed.
///
/// @param version which they saw; 0 for a new one
public record InterestForm(int version, String about, String handling, String from, String to) {

    static final InterestForm EMPTY = new InterestForm(0, "", "", "", "");
    private static final int MOST_ABOUT = 500;
    private static final int MOST_HANDLING = 1000;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    static InterestForm of(Map<String, String> given) {
        return new InterestForm(
                version(given.getOrDefault("version", "")),
                given.getOrDefault("about", "").strip(),
                given.getOrDefault("handling", "").strip(),
                given.getOrDefault("from", "").strip(),
                given.getOrDefault("to", "").strip());
    }

    static InterestForm of(Interests.Interest one) {
        var from = one.from();
        var to = one.to();
        return new InterestForm(
                one.version(),
                one.about(),
                one.handling(),
                from == null ? "" : from.toString(),
                to == null ? "" : to.toString());
    }

    private static int version(String text) {
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    /// The holes in it; empty when it can be sent on.
    List<Problem> problems(CheckDesk desk) {
        var problems = new ArrayList<Problem>();
        if (about.isEmpty()) problems.add(new Problem("about", desk.say("networkcheck.interests.no-about")));
        if (about.length() > MOST_ABOUT)
            problems.add(new Problem("about", desk.say("networkcheck.interests.too-long", MOST_ABOUT)));
        if (handling.length() > MOST_HANDLING)
            problems.add(new Problem("handling", desk.say("networkcheck.interests.too-long", MOST_HANDLING)));
        var begins = day(from);
        var ends = day(to);
        if (!from.isEmpty() && begins == null)
            problems.add(new Problem("from", desk.say("networkcheck.tie.no-date", from)));
        if (!to.isEmpty() && ends == null) problems.add(new Problem("to", desk.say("networkcheck.tie.no-date", to)));
        if (begins != null && ends != null && !begins.isBefore(ends))
            problems.add(new Problem("to", desk.say("networkcheck.funding.dates-turned")));
        return problems;
    }

    Interests.Interest interest(UUID id) {
        return new Interests.Interest(id, version, about, handling, day(from), day(to));
    }

    private static @Nullable LocalDate day(String text) {
        try {
            var day = LocalDate.parse(text);
            return day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR ? null : day;
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }

    public @Nullable String error(List<Problem> problems, String field) {
        return problems.stream()
                .filter(it -> it.field().equals(field))
                .map(Problem::sentence)
                .findFirst()
                .orElse(null);
    }
}
