package org.wirknetz.networkcheck;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.Communities;
import org.wirknetz.analysis.Components;
import org.wirknetz.analysis.CutPoints;
import org.wirknetz.analysis.Distances;
import org.wirknetz.analysis.Effort;
import org.wirknetz.analysis.ExternalInternal;
import org.wirknetz.analysis.Graph;
import org.wirknetz.analysis.ShortestPaths;
import org.wirknetz.analysis.SizeGate;

/// What a check of one day finds, with the organisations behind it. Structure is measured on the undirected
/// graph.
///
/// @param graph the network that was measured
/// @param pairs pairs of organisations with at least one tie
/// @param oneSided those of them of which no tie is confirmed by both sides
/// @param untied members without any tie on that day: of them nothing is known
/// @param components by size, the largest first; members by name
/// @param circles groups closer among themselves than with others; empty below the size gate
/// @param farthest pairs as far apart as any, by name
public record Findings(
        Snapshot snapshot,
        Graph graph,
        SizeGate gate,
        long pairs,
        long oneSided,
        List<Member> untied,
        List<List<Member>> components,
        Ways ways,
        List<Member> cutPoints,
        List<Bridge> bridges,
        List<Circle> circles,
        List<Pair> farthest) {

    public static final String METHOD_VERSION = "1";
    private static final long SEED = 20_240_101L;
    private static final int MOST_PAIRS = 12;

    /// The restarts of a search for groups share threads from this size on; what they find is the same.
    private static final int WORTH_THREADS = 100;

    private static final double LEAST_DOCUMENTED = 0.6;

    /// How far organisations are apart (domain: M3).
    ///
    /// @param byDistance how many pairs are so many steps apart
    public record Ways(
            java.util.OptionalDouble mean,
            java.util.OptionalInt diameter,
            java.util.OptionalDouble efficiency,
            long withinTwo,
            long reachable,
            long all,
            Map<Integer, Long> byDistance) {}

    public record Pair(Member one, Member other) {}

    /// @param beyond the organisations that this one tie holds to the rest: those on its smaller side
    public record Bridge(Member one, Member other, List<Member> beyond) {}

    /// @param ties the ties that touch it: those that lead out and those inside
    public record Circle(List<Member> members, ExternalInternal ties) {}

    public static Findings of(Snapshot snapshot) {
        var graph = snapshot.graph();
        var untied = snapshot.members().stream()
                .filter(member -> graph.degree(graph.node(member.id().toString())) == 0)
                .toList();
        int size = snapshot.members().size();
        double documented = size == 0 ? 1 : 1 - (double) untied.size() / size;
        var gate = SizeGate.of(size, documented);
        var byKey = new TreeMap<String, Member>();
        snapshot.members().forEach(member -> byKey.put(member.id().toString(), member));
        var cuts = CutPoints.of(graph);
        var paths = ShortestPaths.of(graph);
        return new Findings(
                snapshot,
                graph,
                gate,
                graph.ties(),
                graph.ties() - snapshot.confirmed().size(),
                untied,
                Components.of(graph).members().stream()
                        .map(keys -> named(keys, byKey))
                        .sorted(Comparator.comparing((List<Member> it) -> -it.size())
                                .thenComparing(it -> it.getFirst().name()))
                        .toList(),
                ways(paths),
                named(cuts.nodes(), byKey),
                cuts.bridges().stream()
                        .map(bridge -> bridge(graph, bridge, byKey))
                        .sorted(Comparator.comparing((Bridge it) -> -it.beyond().size())
                                .thenComparing(it -> it.one().name())
                                .thenComparing(it -> it.other().name()))
                        .toList(),
                gate.allows(SizeGate.Kind.COMMUNITIES) ? circles(graph, byKey) : List.of(),
                farthest(graph, paths.diameter().orElse(0), byKey));
    }

    public int organisations() {
        return snapshot.members().size();
    }

    /// Fewer than six in ten members have any tie entered: structure would describe the gaps, not the network.
    public boolean isTooThin() {
        return gate.responseShare().orElse(1) < LEAST_DOCUMENTED;
    }

    private static List<Member> named(List<String> keys, Map<String, Member> byKey) {
        var members = new ArrayList<Member>();
        for (var key : keys) {
            var member = byKey.get(key);
            if (member != null) members.add(member);
        }
        members.sort(Comparator.comparing(Member::name).thenComparing(Member::id));
        return List.copyOf(members);
    }

    private static Ways ways(ShortestPaths paths) {
        var byDistance = new TreeMap<Integer, Long>();
        for (int steps = 1; steps <= paths.diameter().orElse(0); steps++) byDistance.put(steps, paths.pairsAt(steps));
        return new Ways(
                paths.meanLength(),
                paths.diameter(),
                paths.efficiency(),
                paths.pairsWithin(2),
                paths.reachablePairs(),
                paths.pairs(),
                byDistance);
    }

    private static Bridge bridge(Graph graph, CutPoints.Bridge bridge, Map<String, Member> byKey) {
        var from = beyond(graph, graph.node(bridge.from()), graph.node(bridge.to()));
        var to = beyond(graph, graph.node(bridge.to()), graph.node(bridge.from()));
        var smaller = from.size() < to.size() ? from : to;
        return new Bridge(require(byKey, bridge.from()), require(byKey, bridge.to()), named(smaller, byKey));
    }

    /// Who is reached from the start without the tie to the other end.
    private static List<String> beyond(Graph graph, int start, int barred) {
        var seen = new boolean[graph.size()];
        var queue = new java.util.ArrayDeque<Integer>();
        var keys = new ArrayList<String>();
        seen[start] = true;
        queue.add(start);
        while (!queue.isEmpty()) {
            int node = queue.remove();
            keys.add(graph.key(node));
            for (int next : graph.neighbours(node)) {
                if (seen[next] || (node == start && next == barred)) continue;
                seen[next] = true;
                queue.add(next);
            }
        }
        return keys;
    }

    /// Groups closer among themselves than with others, those of one among them.
    public static List<List<String>> closer(Graph graph) {
        return Communities.of(graph, SEED, graph.size() < WORTH_THREADS ? Effort.threads(1) : Effort.full())
                .members();
    }

    private static List<Circle> circles(Graph graph, Map<String, Member> byKey) {
        return closer(graph).stream()
                .filter(keys -> keys.size() > 1)
                .map(keys -> new Circle(named(keys, byKey), ExternalInternal.ofGroup(graph, keys)))
                .sorted(Comparator.comparingDouble(
                                (Circle it) -> it.ties().index().orElse(1))
                        .thenComparing(it -> it.members().getFirst().name()))
                .toList();
    }

    private static List<Pair> farthest(Graph graph, int diameter, Map<String, Member> byKey) {
        var pairs = new ArrayList<Pair>();
        if (diameter < 3) return pairs;
        for (int node = 0; node < graph.size() && pairs.size() < MOST_PAIRS; node++) {
            var distances = Distances.from(graph, node);
            for (int other = node + 1; other < graph.size() && pairs.size() < MOST_PAIRS; other++) {
                if (distances.to(other) == diameter) {
                    pairs.add(new Pair(require(byKey, graph.key(node)), require(byKey, graph.key(other))));
                }
            }
        }
        return List.copyOf(pairs);
    }

    private static Member require(Map<String, Member> byKey, String key) {
        @Nullable Member member = byKey.get(key);
        if (member == null) throw new IllegalStateException("A node without an organisation: " + key);
        return member;
    }
}
