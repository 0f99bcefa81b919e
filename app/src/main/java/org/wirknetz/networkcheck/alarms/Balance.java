package org.wirknetz.networkcheck.alarms;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.wirknetz.analysis.Favours;
import org.wirknetz.networkcheck.Neutrality;

/// Rules about fairness: neutrality of the office (F10, M11) and one-sidedness between two (F1, M10).
record Balance(Facts facts, Tuning tuning) {

    static final int STEP_CASES = 5;
    static final int STEP_VOLUME = 4;

    private static final int MOST = 3;
    private static final int HUNDRED = 100;

    List<Alarm> all() {
        var alarms = new ArrayList<Alarm>();
        neutrality(alarms);
        oneSided(alarms);
        return alarms;
    }

    private void neutrality(List<Alarm> alarms) {
        var neutrality = facts.neutrality();
        if (neutrality.cases() < Neutrality.FEWEST + STEP_CASES * tuning.steps(Rule.NEUTRALITY)) return;
        neutrality.differing().stream().limit(MOST).forEach(it -> {
            var share = (double) it.referrals() / neutrality.cases();
            boolean more = share > it.share();
            alarms.add(new Alarm(
                    Rule.NEUTRALITY,
                    more ? "more" : "less",
                    // an answer to too many says nothing about too few
                    more ? it.partner().toString() : it.partner() + "|less",
                    Math.abs(share - it.share()),
                    facts.day().minusYears(1),
                    facts.day(),
                    List.of(
                            new Value.Org(it.partner()),
                            new Value.Count(it.referrals()),
                            new Value.Count(neutrality.cases()),
                            new Value.Count(Math.round(HUNDRED * it.interval().low())),
                            new Value.Count(Math.round(HUNDRED * it.interval().high())),
                            new Value.Count(Math.round(HUNDRED * it.share()))),
                    neutrality.lines().stream()
                            .limit(2L * MOST)
                            .map(line -> new Alarm.Line(
                                    "line",
                                    List.of(
                                            new Value.Org(line.partner()),
                                            new Value.Count(line.referrals()),
                                            new Value.Count(neutrality.cases())),
                                    "/organisations/" + line.partner()))
                            .toList(),
                    Set.of(it.partner())));
        });
    }

    /// So much must have gone between two before the rule speaks, after so many answers that it was wrong.
    static double least(int steps) {
        return Favours.REMINDER_VOLUME + (double) STEP_VOLUME * steps;
    }

    private void oneSided(List<Alarm> alarms) {
        double least = least(tuning.steps(Rule.ONE_SIDEDNESS));
        for (var pair : facts.oneSided()) {
            if (!pair.reminds(facts.day()) || pair.given() + pair.received() < least) continue;
            var one = pair.couldReturn().equals(pair.one()) ? pair.other() : pair.one();
            var seen = pair.from(one);
            UUID other = seen.other();
            alarms.add(new Alarm(
                    Rule.ONE_SIDEDNESS,
                    "",
                    Alarm.subjectOf(Set.of(one, other)),
                    seen.given() - seen.received(),
                    facts.day().minusMonths(24),
                    facts.day(),
                    List.of(
                            new Value.Org(one),
                            new Value.Org(other),
                            new Value.Count(seen.timesGiven()),
                            new Value.Count(seen.timesReceived())),
                    List.of(new Alarm.Line(
                            "pair",
                            List.of(new Value.Pairs(List.of(new Value.Pair(one, other)))),
                            "/ties/between/" + one + "/" + other)),
                    Set.of(one, other)));
        }
    }
}
