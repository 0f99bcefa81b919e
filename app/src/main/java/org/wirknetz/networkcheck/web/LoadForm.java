package org.wirknetz.networkcheck.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirknetz.networkcheck.Capacities;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Problem;

/// How much somebody says they can give, as typed; no hours take back what was said.
public record LoadForm(String hours, String per, String note) {

    static LoadForm of(Map<String, String> given) {
        return new LoadForm(
                given.getOrDefault("hours", "").strip(),
                given.getOrDefault("per", "").strip(),
                given.getOrDefault("note", "").strip());
    }

    static LoadForm of(Optional<Capacities.Card> known) {
        return known.map(it -> new LoadForm(
                        it.hours().stripTrailingZeros().toPlainString(),
                        it.per().name(),
                        it.note() == null ? "" : it.note()))
                .orElse(new LoadForm("", "MONTH", ""));
    }

    List<Problem> problems(Desk desk) {
        var problems = new ArrayList<Problem>();
        if (!hours.isEmpty() && !hours.matches("[0-9]{1,5}([.,][0-9])?"))
            problems.add(new Problem("hours", desk.say("networkcheck.load.no-hours")));
        if (!per.equals("MONTH") && !per.equals("HALF_YEAR"))
            problems.add(new Problem("per", desk.say("networkcheck.load.no-per")));
        if (note.length() > 500) problems.add(new Problem("note", desk.say("networkcheck.load.note-long", 500)));
        return List.copyOf(problems);
    }

    public @Nullable String error(List<Problem> problems, String field) {
        return problems.stream()
                .filter(it -> it.field().equals(field))
                .map(Problem::sentence)
                .findFirst()
                .orElse(null);
    }
}
