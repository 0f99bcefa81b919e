package org.wirknetz.networkcheck.alarms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wirknetz.networkcheck.Funds;

/// Rules about what the network lives on (F6, M6): most of it public and soon over, or nearly all from one source.
record Money(Facts facts, Tuning tuning) {

    static final double SHORT = 0.5;
    static final double SINGLE = 2 / 3.0;
    private static final double STEP = 0.05;
    private static final double HUNDRED = 100;
    private static final int MOST_NAMED = 12;

    /// A share above which a rule speaks, in hundredths, after so many answers that it was wrong.
    static long hundredths(double share, int steps) {
        return Math.round(HUNDRED * (share + STEP * steps));
    }

    List<Alarm> all() {
        var alarms = new ArrayList<Alarm>();
        if (facts.livelihood().running().isEmpty()) return alarms;
        shortLived(alarms);
        // Who hears that most of it ends soon knows the larger half of the matter.
        if (alarms.isEmpty()) single(alarms);
        return alarms;
    }

    private void shortLived(List<Alarm> alarms) {
        var share = facts.livelihood().funding().shortPublicShare().orElse(0);
        if (share <= SHORT + STEP * tuning.steps(Rule.FUNDING)) return;
        var ending = facts.livelihood().endingSoon();
        var first = ending.getFirst();
        alarms.add(alarm(
                "short",
                "short",
                share,
                List.of(
                        new Value.Count(Math.round(HUNDRED * share)),
                        new Value.Text(first.source()),
                        new Value.Day(end(first)),
                        new Value.Day(facts.day().plusYears(1))),
                ending));
    }

    private void single(List<Alarm> alarms) {
        var total = facts.livelihood().funding().total();
        var largest = facts.livelihood().bySource().entrySet().stream()
                .max(Map.Entry.<String, Double>comparingByValue())
                .orElseThrow();
        var share = largest.getValue() / total;
        if (share <= SINGLE + STEP * tuning.steps(Rule.FUNDING)) return;
        alarms.add(alarm(
                "single",
                "single|" + largest.getKey(),
                share,
                List.of(new Value.Text(largest.getKey()), new Value.Count(Math.round(HUNDRED * share))),
                facts.livelihood().running()));
    }

    private Alarm alarm(String variant, String subject, double share, List<Value> values, List<Funds.Line> lines) {
        return new Alarm(
                Rule.FUNDING,
                variant,
                subject,
                share,
                facts.day(),
                facts.day().plusYears(1),
                values,
                lines.stream().limit(MOST_NAMED).map(Money::line).toList(),
                Set.of());
    }

    private static Alarm.Line line(Funds.Line line) {
        var amount = new Value.Count(Math.round(line.amount().doubleValue()));
        return line.to() == null
                ? new Alarm.Line("open", List.of(new Value.Text(line.source()), amount), "/check/funding")
                : new Alarm.Line(
                        "ends",
                        List.of(new Value.Text(line.source()), amount, new Value.Day(end(line))),
                        "/check/funding");
    }

    private static LocalDate end(Funds.Line line) {
        var to = line.to();
        return to == null ? LocalDate.MAX : to;
    }
}
