package org.wirknetz.networkcheck.alarms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.wirknetz.analysis.TieStability;
import org.wirknetz.networkcheck.Fluctuation;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.Roles;
import org.wirknetz.networkcheck.Silence;

/// Rules about who is there: fluctuation (M5), silent partners (C7.3), roles that nobody fills (M1).
record Presence(Facts facts, Tuning tuning) {

    static final int EXITS = 3;
    static final int STEP_DAYS = 30;
    static final int WEIGHT = 2;
    static final double STABLE = 0.3;

    private static final int FEWEST_TIES = 10;
    private static final int MOST_NAMED = 12;
    private static final int HALF_A_YEAR = 6;

    List<Alarm> all() {
        var alarms = new ArrayList<Alarm>();
        fluctuation(alarms);
        alarms.addAll(silent());
        roles(alarms);
        return alarms;
    }

    /// More left than in the year before, and at least three; or hardly a tie stayed.
    private void fluctuation(List<Alarm> alarms) {
        var now = Fluctuation.of(facts.chronicle(), facts.day());
        var before = Fluctuation.of(facts.chronicle(), now.since());
        int left = now.left().size();
        boolean more = left >= EXITS + tuning.steps(Rule.FLUCTUATION)
                && left > before.left().size();
        boolean loose = isLoose(now.ties());
        if (!more && !loose) return;
        alarms.add(new Alarm(
                Rule.FLUCTUATION,
                more ? "members" : "ties",
                more ? "network" : "ties",
                more ? left : now.ties().lost(),
                now.since(),
                facts.day(),
                more
                        ? List.of(
                                new Value.Count(left),
                                new Value.Count(now.turnover().start()),
                                new Value.Count(before.left().size()),
                                new Value.Day(now.since()))
                        : List.of(
                                new Value.Count(now.ties().kept()),
                                new Value.Count(now.ties().before()),
                                new Value.Day(now.since())),
                now.left().stream()
                        .limit(MOST_NAMED)
                        .map(it -> new Alarm.Line("left", List.of(new Value.Org(it.id())), "/organisations/" + it.id()))
                        .toList(),
                now.left().stream().map(Member::id).collect(Collectors.toSet())));
    }

    private static boolean isLoose(TieStability ties) {
        return ties.before() >= FEWEST_TIES && ties.jaccard().orElse(1) < STABLE;
    }

    /// Partners that were at no meeting for long and began no tie since.
    List<Alarm> silent() {
        var alarms = new ArrayList<Alarm>();
        var patience = facts.day().minusDays(Silence.LONG + (long) STEP_DAYS * tuning.steps(Rule.SILENT_PARTNER));
        var silence = Silence.of(facts.work(), facts.members(), facts.day());
        var heard = heard(patience);
        for (var quiet : silence.quiet()) {
            LocalDate last = quiet.last();
            var id = quiet.member().id();
            if ((last != null && last.isAfter(patience)) || heard.contains(id)) continue;
            var since = last == null ? patience : last;
            alarms.add(new Alarm(
                    Rule.SILENT_PARTNER,
                    last == null ? "never" : "",
                    id.toString(),
                    java.time.temporal.ChronoUnit.DAYS.between(since, facts.day()),
                    since,
                    facts.day(),
                    List.of(new Value.Org(id), new Value.Day(since)),
                    List.of(new Alarm.Line("partner", List.of(new Value.Org(id)), "/organisations/" + id)),
                    Set.of(id)));
        }
        return alarms;
    }

    /// Whoever began a tie since then is not silent, wherever they were.
    private Set<UUID> heard(LocalDate since) {
        var heard = new HashSet<UUID>();
        for (var tie : facts.snapshot().ties()) {
            var start = tie.start();
            if (start == null || start.isBefore(since)) continue;
            heard.add(tie.from());
            heard.add(tie.to());
        }
        return heard;
    }

    /// Nobody of the role, neither today nor half a year ago, when it was already wanted.
    private void roles(List<Alarm> alarms) {
        var before = facts.day().minusMonths(HALF_A_YEAR);
        var then = facts.chronicle().asOf(before).members();
        for (var target : facts.chronicle().targetsOn(facts.day())) {
            if (target.validFrom().isAfter(before)
                    || target.weight().intValue() < WEIGHT + tuning.steps(Rule.MISSING_ROLE)
                    || !Roles.present(target, facts.members(), facts.day()).isEmpty()
                    || !Roles.present(target, then, before).isEmpty()) continue;
            var area = target.area() == null ? "" : target.area();
            alarms.add(new Alarm(
                    Rule.MISSING_ROLE,
                    "",
                    target.group() + "|" + area,
                    target.minimum(),
                    before,
                    facts.day(),
                    List.of(
                            new Value.Role(target.group(), area),
                            new Value.Count(target.minimum()),
                            new Value.Day(target.validFrom())),
                    List.of(),
                    Set.of()));
        }
    }
}
