package org.wirknetz.networkcheck.steps;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.analysis.Distances;
import org.wirknetz.analysis.Effort;
import org.wirknetz.analysis.proposals.Proposals;
import org.wirknetz.analysis.proposals.WhatIf;
import org.wirknetz.networkcheck.HalfYear;
import org.wirknetz.networkcheck.Loads;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.Snapshot;
import org.wirknetz.networkcheck.Work;

/// Which few introductions would bring the network most, by what is wanted of them: shorter ways, parts that come
/// together, or depending less on the coordination office. Between partners who have something to talk about and can
/// bear one more; the office is never introduced, it knows everybody by its task.
@Component
public class NextTies {

    /// So many organisations at most: above, a choice among all pairs takes too long for a page.
    public static final int MOST = 1000;

    /// @param steps between the two today; empty where no way leads from one to the other
    /// @param alone what the measure of the aim would be with this introduction alone
    public record Introduction(
            Member one, Member other, OptionalInt steps, Grounds.Ground ground, OptionalDouble alone) {}

    /// By what the choice was made.
    public enum Measure {
        /// Mean of 1/steps over all pairs.
        NEARNESS,
        /// Share of the pairs that can reach each other.
        REACH
    }

    /// @param aim what was asked for
    /// @param without who is thought away; empty where all count
    /// @param circles whether sub-networks are joined, in a network of one piece
    /// @param before the measure today
    /// @param after with these introductions
    /// @param atMost what no choice of as many could exceed
    /// @param exact whether no choice is better
    /// @param grounded whether every one has something to talk about; else the rule had to be dropped
    public record Found(
            Aim aim,
            Measure measure,
            List<Member> without,
            boolean circles,
            List<Introduction> introductions,
            double before,
            double after,
            double atMost,
            boolean exact,
            boolean grounded,
            Load load) {
        public Found {
            introductions = List.copyOf(introductions);
            without = List.copyOf(without);
        }
    }

    private final JdbcClient db;
    private final Loads loads;

    NextTies(JdbcClient db, Loads loads) {
        this.db = db;
        this.loads = loads;
    }

    private Set<UUID> beyond(LocalDate day) {
        return loads.all(HalfYear.of(day)).stream()
                .filter(Loads.Load::beyond)
                .map(Loads.Load::organisation)
                .collect(Collectors.toSet());
    }

    /// @param apart a group that closes itself off: introductions lead out of it; empty for any
    /// @param ties how many
    public Found of(Snapshot snapshot, Work work, LocalDate day, Aim aim, Set<UUID> apart, int ties) {
        var partners = snapshot.withoutCoordinator();
        Map<UUID, Member> byId = partners.byId();
        var load = Load.of(work, partners.members(), day, beyond(day));
        var task = Task.of(snapshot, partners, aim);
        if (partners.members().size() > MOST
                || partners.members().size() < 2
                || task.isDone()
                || snapshot.ties().isEmpty())
            return new Found(aim, task.measure(), task.without(), task.circles(), List.of(), 0, 0, 0, true, true, load);
        var grounds = Grounds.on(db, day, byId.keySet());
        var shared = new HashMap<List<UUID>, Grounds.Ground>();
        BiPredicate<UUID, UUID> crosses = (one, other) -> byId.containsKey(one)
                && byId.containsKey(other)
                && (apart.isEmpty() || apart.contains(one) != apart.contains(other))
                && task.allows(one, other);
        BiPredicate<UUID, UUID> bearable = (one, other) -> load.bearsMore(one) && load.bearsMore(other);
        BiPredicate<UUID, UUID> grounded = (one, other) -> !shared.computeIfAbsent(
                        one.compareTo(other) < 0 ? List.of(one, other) : List.of(other, one),
                        pair -> grounds.between(pair.getFirst(), pair.getLast()))
                .isEmpty();
        var first = found(task, byId, crosses.and(bearable).and(grounded), ties, grounds, load, true);
        if (!first.introductions().isEmpty()) return first;
        return found(task, byId, crosses.and(bearable), ties, grounds, load, false);
    }

    /// Two that somebody has chosen, with what they could talk about.
    public Introduction between(Snapshot snapshot, LocalDate day, Member one, Member other) {
        var graph = snapshot.graph();
        int steps = Distances.from(graph, one.id().toString())
                .to(graph.node(other.id().toString()));
        return new Introduction(
                one,
                other,
                steps == Distances.UNREACHED ? OptionalInt.empty() : OptionalInt.of(steps),
                Grounds.on(db, day, Set.of(one.id(), other.id())).between(one.id(), other.id()),
                OptionalDouble.empty());
    }

    private static Found found(
            Task task,
            Map<UUID, Member> byId,
            BiPredicate<UUID, UUID> allowed,
            int ties,
            Grounds grounds,
            Load load,
            boolean grounded) {
        var proposal = task.proposal(
                Proposals.of(task.graph())
                        .allowing((one, other) -> allowed.test(UUID.fromString(one), UUID.fromString(other)))
                        .atMostEach(1)
                        .with(Effort.threads(1)),
                ties);
        var now = WhatIf.of(task.graph());
        var introductions = new ArrayList<Introduction>();
        for (var tie : proposal.ties()) {
            var one = Objects.requireNonNull(byId.get(UUID.fromString(tie.one())));
            var other = Objects.requireNonNull(byId.get(UUID.fromString(tie.other())));
            introductions.add(new Introduction(
                    one,
                    other,
                    now.steps(tie.one(), tie.other()),
                    grounds.between(one.id(), other.id()),
                    task.measured(tie.one(), tie.other())));
        }
        return new Found(
                task.aim(),
                task.measure(),
                task.without(),
                task.circles(),
                introductions,
                proposal.before(),
                proposal.after(),
                proposal.atMost(),
                proposal.exact(),
                grounded,
                load);
    }
}
