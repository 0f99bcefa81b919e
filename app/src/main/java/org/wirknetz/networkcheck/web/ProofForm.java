package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirknetz.networkcheck.Anchoring.Sign;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Problem;

/// What somebody typed about a sign of anchoring, kept as typed.
public record ProofForm(String kind, String on, String evidence) {

    static final int MOST_EVIDENCE = 500;
    private static final int OLDEST_YEARS = 5;

    static ProofForm of(Map<String, String> given) {
        return new ProofForm(
                given.getOrDefault("kind", "").strip(),
                given.getOrDefault("on", "").strip(),
                given.getOrDefault("evidence", "").strip());
    }

    static ProofForm fresh(LocalDate today) {
        return new ProofForm("", today.toString(), "");
    }

    List<Problem> problems(CheckDesk desk) {
        var problems = new ArrayList<Problem>();
        if (sign() == null) problems.add(new Problem("kind", desk.say("networkcheck.anchoring.no-kind")));
        var day = day();
        if (day == null
                || day.isAfter(desk.today())
                || day.isBefore(desk.today().minusYears(OLDEST_YEARS)))
            problems.add(new Problem("on", desk.say("networkcheck.anchoring.no-day")));
        if (evidence.isEmpty()) problems.add(new Problem("evidence", desk.say("networkcheck.anchoring.no-evidence")));
        if (evidence.length() > MOST_EVIDENCE)
            problems.add(new Problem("evidence", desk.say("networkcheck.anchoring.evidence-long", MOST_EVIDENCE)));
        return List.copyOf(problems);
    }

    @Nullable
    Sign sign() {
        return Arrays.stream(Sign.values())
                .filter(it -> it.isTold() && it.name().equals(kind))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    LocalDate day() {
        try {
            return LocalDate.parse(on);
        } catch (DateTimeParseException notDate) {
            return null;
        }
    }

    public List<Choice> kinds(org.wirknetz.platform.web.Frame frame) {
        return Arrays.stream(Sign.values())
                .filter(Sign::isTold)
                .map(it -> new Choice(
                        it.name(),
                        frame.say("networkcheck.anchoring.sign." + it),
                        it.name().equals(kind),
                        frame.say("networkcheck.anchoring.valid", it.months())))
                .toList();
    }

    public @Nullable String error(List<Problem> problems, String field) {
        return problems.stream()
                .filter(it -> it.field().equals(field))
                .map(Problem::sentence)
                .findFirst()
                .orElse(null);
    }
}
