package org.wirknetz.networkcheck.alarms;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.Target;
import org.wirknetz.networkcheck.check.CheckResult;
import org.wirknetz.networkcheck.check.CheckResult.Signal;

/// Which signals of a check the office has answered. Roles (M1), give and take (F1) and money (M6) are told by the
/// check
/// from tables and by the alarms from rooms; an answer to one is an answer to both, and a rule that was called wrong
/// asks for more in both.
public final class Silenced {

    private final Alarms.Report report;
    private final CheckResult check;
    private final TreeMap<String, UUID> ids = new TreeMap<>();

    public Silenced(Alarms.Report report, CheckResult check) {
        this.report = report;
        this.check = check;
        for (Member member : report.chronicle().members()) ids.put(member.key(), member.id());
    }

    /// Whether the signal need not be said again on the day of the report.
    public boolean is(Signal signal) {
        return switch (signal.rule()) {
            case "M1" -> role(signal);
            case "F1" -> pair(signal);
            case "M6" -> report.open().stream().noneMatch(it -> it.rule() == Rule.FUNDING);
            default -> false;
        };
    }

    private boolean role(Signal signal) {
        int steps = report.tuning().steps(Rule.MISSING_ROLE);
        return check.coverage().stream()
                .filter(it -> signal.subject().equals(Signal.ofRole(it)))
                .anyMatch(it -> (steps > 0 && it.weight() < Presence.WEIGHT + steps)
                        || report.chronicle().targetsOn(report.day()).stream()
                                .filter(target -> isSame(target, it))
                                .anyMatch(target -> isAnswered(Rule.MISSING_ROLE, target.group() + "|" + it.area())));
    }

    /// The check writes a role as its reader calls it.
    private static boolean isSame(Target target, CheckResult.Coverage wish) {
        var area = target.area() == null ? "" : target.area();
        return area.equals(wish.area())
                && (target.nameDe().equals(wish.group()) || target.nameEn().equals(wish.group()));
    }

    private boolean pair(Signal signal) {
        var one = ids.get(signal.subject().getFirst());
        var other = ids.get(signal.subject().getLast());
        if (one == null || other == null) return false;
        int steps = report.tuning().steps(Rule.ONE_SIDEDNESS);
        boolean small = steps > 0
                && check.imbalances().stream()
                        .filter(it -> signal.subject().equals(List.of(it.one(), it.other())))
                        .anyMatch(it -> it.given() + it.received() < Balance.least(steps));
        return small || isAnswered(Rule.ONE_SIDEDNESS, Alarm.subjectOf(Set.of(one, other)));
    }

    /// Where the rule still speaks, as on its page; where it does not, for as long as the answer holds.
    private boolean isAnswered(Rule rule, String subject) {
        var heard = report.heard().stream()
                .filter(it -> it.alarm().rule() == rule && it.alarm().isAbout(subject))
                .findFirst();
        if (heard.isPresent()) return heard.get().quiet();
        return report.answered().stream()
                .anyMatch(it -> it.rule() == rule && it.subject().equals(subject) && it.lasts(report.day()));
    }
}
