package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wirknetz.analysis.Graph;

/// The network on one day: who belongs to it, and the ties between them.
public record Snapshot(LocalDate asOf, List<Member> members, List<TieRecord> ties) {

    public Snapshot {
        members = List.copyOf(members);
        ties = List.copyOf(ties);
    }

    /// Structure is measured here: a tie in either direction counts once, whatever its kind (contract, section 4).
    /// Nodes are named by the organisations' ids.
    public Graph graph() {
        var builder = Graph.builder();
        members.forEach(member -> builder.node(member.id().toString()));
        ties.forEach(tie -> builder.tie(tie.from().toString(), tie.to().toString()));
        return builder.build().undirected();
    }

    /// Two organisations that are tied, in a lasting order.
    public record Pair(UUID one, UUID other) {
        static Pair of(TieRecord tie) {
            return tie.from().compareTo(tie.to()) < 0 ? new Pair(tie.from(), tie.to()) : new Pair(tie.to(), tie.from());
        }
    }

    /// The pairs of which both sides stand by a tie. Every other tied pair is one-sided, wherever that is told.
    public Set<Pair> confirmed() {
        return ties.stream().filter(TieRecord::confirmedByBoth).map(Pair::of).collect(Collectors.toSet());
    }

    public Snapshot without(java.util.function.Predicate<Member> gone) {
        var staying = members.stream().filter(gone.negate()).toList();
        var ids = staying.stream().map(Member::id).collect(Collectors.toCollection(HashSet::new));
        return new Snapshot(
                asOf,
                staying,
                ties.stream()
                        .filter(tie -> ids.contains(tie.from()) && ids.contains(tie.to()))
                        .toList());
    }

    public Snapshot withoutCoordinator() {
        return without(Member::coordinator);
    }

    public Map<UUID, Member> byId() {
        return members.stream().collect(Collectors.toMap(Member::id, Function.identity()));
    }
}
