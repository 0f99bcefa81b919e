package org.wirknetz.reports;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wirknetz.networkcheck.alarms.Alarms;
import org.wirknetz.networkcheck.alarms.Rule;
import org.wirknetz.networkcheck.alarms.Tuning;
import org.wirknetz.reports.Edition.Figure;

/// Reasons to talk: which rules spoke, never of whom. What the office alone is told, or the two whom a favour
/// joins, stays out; and so does how often the office called a rule wrong.
record Reasons(Material material, Speech speech) {

    private static final Set<Rule> OF_THE_OFFICE =
            EnumSet.of(Rule.KEY_PERSON, Rule.FUNDING, Rule.ONE_SIDEDNESS, Rule.NEUTRALITY);

    private static final Tuning UNTUNED = new Tuning(Map.of());

    List<Figure> figures() {
        var figures = new ArrayList<Figure>();
        for (var rule : Rule.values()) {
            if (OF_THE_OFFICE.contains(rule)) continue;
            var heard = material.alarms().heard().stream()
                    .filter(it -> it.alarm().rule() == rule)
                    .toList();
            if (!heard.isEmpty()) figures.add(figure(rule, heard));
        }
        return figures;
    }

    private Figure figure(Rule rule, List<Alarms.Heard> heard) {
        boolean many = heard.size() >= Count.LEAST;
        boolean answered = heard.stream().anyMatch(it -> it.answer().isPresent());
        var sentence =
                many ? speech.say("reports.reason.many", heard.size()) : speech.say("reports.reason.few", Count.LEAST);
        return new Figure(
                "reason-" + rule,
                speech.say("networkcheck.alarm." + rule + ".name"),
                sentence + " " + speech.say(answered ? "reports.reason.answered" : "reports.reason.open"),
                many ? speech.number(heard.size(), 0) : null,
                speech.say("reports.basis", material.organisations(), speech.say("reports.basis.organisations")),
                speech.say("reports.missing." + material.untied().kind(), speech.told(material.untied())),
                speech.say(
                        "networkcheck.alarm." + rule + ".why",
                        rule.thresholds(UNTUNED).toArray()),
                speech.say("reports.source", org.wirknetz.networkcheck.Findings.METHOD_VERSION),
                material.day());
    }
}
