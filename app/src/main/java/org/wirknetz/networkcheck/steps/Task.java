package org.wirknetz.networkcheck.steps;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.Communities;
import org.wirknetz.analysis.Components;
import org.wirknetz.analysis.Effort;
import org.wirknetz.analysis.Graph;
import org.wirknetz.analysis.Partition;
import org.wirknetz.analysis.SizeGate;
import org.wirknetz.analysis.proposals.Proposal;
import org.wirknetz.analysis.proposals.Proposals;
import org.wirknetz.analysis.proposals.WhatIf;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.Snapshot;
import org.wirknetz.networkcheck.check.Indispensable;

/// An aim in the network as it is: on which organisations it is measured, and which pairs can serve it.
///
/// @param graph the ties proposals are looked for in
/// @param key of the one on whom the others are to depend less; null for other aims
/// @param parted the sub-networks to be joined; null where any pair will do
record Task(
        Aim aim,
        NextTies.Measure measure,
        Graph graph,
        @Nullable String key,
        @Nullable Partition parted,
        List<Member> without) {

    private static final long SEED = 20_240_101L;

    static Task of(Snapshot snapshot, Snapshot partners, Aim aim) {
        return switch (aim) {
            case WAYS -> new Task(aim, NextTies.Measure.NEARNESS, snapshot.graph(), null, null, List.of());
            case TOGETHER -> together(snapshot, partners);
            case INDEPENDENCE -> independence(snapshot, partners);
        };
    }

    private static Task together(Snapshot snapshot, Snapshot partners) {
        var graph = partners.graph();
        var office = snapshot.members().stream().filter(Member::coordinator).toList();
        var parts = Components.of(graph);
        if (parts.count() > 1) return new Task(Aim.TOGETHER, NextTies.Measure.REACH, graph, null, null, office);
        // Below ten organisations a search finds sub-networks anywhere.
        var circles = SizeGate.of(graph.size()).allows(SizeGate.Kind.COMMUNITIES)
                ? Communities.of(graph, SEED, Effort.threads(1)).partition()
                : null;
        return new Task(Aim.TOGETHER, NextTies.Measure.NEARNESS, graph, null, circles, office);
    }

    private static Task independence(Snapshot snapshot, Snapshot partners) {
        var byId = snapshot.byId();
        var graph = snapshot.graph();
        var office = snapshot.members().stream().filter(Member::coordinator).findFirst();
        var key = office.map(it -> it.id().toString())
                .or(() -> Indispensable.of(graph, Effort.threads(1)).members().stream()
                        .findFirst());
        return key.map(it -> new Task(
                        Aim.INDEPENDENCE,
                        NextTies.Measure.NEARNESS,
                        graph,
                        it,
                        null,
                        List.of(Objects.requireNonNull(byId.get(UUID.fromString(it))))))
                .orElseGet(() ->
                        new Task(Aim.INDEPENDENCE, NextTies.Measure.NEARNESS, partners.graph(), null, null, List.of()));
    }

    /// Whether nothing is left to do.
    boolean isDone() {
        return switch (aim) {
            case WAYS -> false;
            case TOGETHER -> measure == NextTies.Measure.NEARNESS && (parted == null || parted.count() < 2);
            case INDEPENDENCE -> key == null;
        };
    }

    boolean circles() {
        return parted != null;
    }

    boolean allows(UUID one, UUID other) {
        if (key != null && (key.equals(one.toString()) || key.equals(other.toString()))) return false;
        if (parted == null) return true;
        return parted.group(graph.node(one.toString())) != parted.group(graph.node(other.toString()));
    }

    Proposal proposal(Proposals proposals, int ties) {
        if (measure == NextTies.Measure.REACH) return proposals.join(ties);
        return key == null ? proposals.shortenWays(ties) : proposals.dependLessOn(key, ties);
    }

    /// The measure with one more tie.
    OptionalDouble measured(String one, String other) {
        var more = graph.withTie(graph.node(one), graph.node(other));
        if (measure == NextTies.Measure.REACH) {
            var apart = Components.of(more).fragmentation();
            return apart.isPresent() ? OptionalDouble.of(1 - apart.getAsDouble()) : apart;
        }
        return WhatIf.of(key == null ? more : more.without(more.node(key))).efficiency();
    }
}
