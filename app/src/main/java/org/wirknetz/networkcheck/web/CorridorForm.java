package org.wirknetz.networkcheck.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirknetz.networkcheck.Corridors.Corridor;
import org.wirknetz.platform.web.Problem;

/// What somebody typed about the corridor of steering, kept as typed.
///
/// @param known the number of the corridor that was shown; 0 where none was
public record CorridorForm(String known, String low, String high, String reason) {

    private static final int MOST_REASON = 500;
    private static final int WHOLE = 100;
    private static final String PERCENT = "[0-9]{1,3}";

    static CorridorForm of(Map<String, String> given) {
        return new CorridorForm(
                given.getOrDefault("known", "").strip(),
                given.getOrDefault("low", "").strip(),
                given.getOrDefault("high", "").strip(),
                given.getOrDefault("reason", "").strip());
    }

    /// The limits that hold, and room for a new reason.
    static CorridorForm of(@Nullable Corridor corridor) {
        return corridor == null
                ? new CorridorForm("0", "", "", "")
                : new CorridorForm(
                        String.valueOf(corridor.number()),
                        String.valueOf(corridor.low()),
                        String.valueOf(corridor.high()),
                        "");
    }

    List<Problem> problems(CheckDesk desk) {
        var problems = new ArrayList<Problem>();
        if (percent(low) == null) problems.add(new Problem("low", desk.say("networkcheck.corridor.no-percent")));
        if (percent(high) == null) problems.add(new Problem("high", desk.say("networkcheck.corridor.no-percent")));
        var from = percent(low);
        var to = percent(high);
        if (from != null && to != null && from >= to)
            problems.add(new Problem("high", desk.say("networkcheck.corridor.turned")));
        if (reason.isEmpty()) problems.add(new Problem("reason", desk.say("networkcheck.corridor.no-reason")));
        if (reason.length() > MOST_REASON)
            problems.add(new Problem("reason", desk.say("networkcheck.corridor.reason-long", MOST_REASON)));
        return List.copyOf(problems);
    }

    /// @throws IllegalStateException when there are problems
    int lowest() {
        return whole(percent(low));
    }

    /// @throws IllegalStateException when there are problems
    int highest() {
        return whole(percent(high));
    }

    int shown() {
        return known.matches("[0-9]{1,6}") ? Integer.parseInt(known) : -1;
    }

    private static int whole(@Nullable Integer percent) {
        if (percent == null) throw new IllegalStateException("A form with holes was sent on.");
        return percent;
    }

    private static @Nullable Integer percent(String typed) {
        if (!typed.matches(PERCENT)) return null;
        int percent = Integer.parseInt(typed);
        return percent > WHOLE ? null : percent;
    }

    public @Nullable String error(List<Problem> problems, String field) {
        return problems.stream()
                .filter(it -> it.field().equals(field))
                .map(Problem::sentence)
                .findFirst()
                .orElse(null);
    }
}
