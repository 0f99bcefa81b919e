package org.wirknetz.analysis;

/// In which roles a node passes things on from one to another who are not tied directly, seen against a
/// partition into groups (Gould and Fernandez 1989), on the directed graph.
///
/// Counts the ordered pairs (a, c) with a → b → c and no a → c, for every b. Cost Σ in · out.
///
/// Counts, 0 where there is nothing to broker.
public final class Brokerage {

    public enum Role {
        /// All three belong to one group.
        COORDINATOR,
        /// Both others belong to one group, the broker to another.
        CONSULTANT,
        /// From outside into the own group.
        GATEKEEPER,
        /// From the own group to outside.
        REPRESENTATIVE,
        /// All three belong to different groups.
        LIAISON
    }

    private final Graph graph;
    private final long[][] counts;

    private Brokerage(Graph graph, long[][] counts) {
        this.graph = graph;
        this.counts = counts;
    }

    public static Brokerage of(Graph graph, Partition partition) {
        return of(graph, partition, Effort.threads(1));
    }

    /// Nodes share the threads.
    public static Brokerage of(Graph graph, Partition partition, Effort effort) {
        partition.checkedFor(graph);
        var counts = new long[graph.size()][Role.values().length];
        effort.run(graph.size(), b -> {
            for (int from = graph.in.offsets[b]; from < graph.in.offsets[b + 1]; from++)
                for (int to = graph.out.offsets[b]; to < graph.out.offsets[b + 1]; to++) {
                    int a = graph.in.targets[from], c = graph.out.targets[to];
                    if (a != c && graph.out.find(a, c) < 0)
                        counts[b][role(partition, a, b, c).ordinal()]++;
                }
        });
        return new Brokerage(graph, counts);
    }

    public long count(int node, Role role) {
        return counts[node][role.ordinal()];
    }

    public long count(String key, Role role) {
        return count(graph.node(key), role);
    }

    /// In all roles together.
    public long total(int node) {
        long sum = 0;
        for (long count : counts[node]) sum += count;
        return sum;
    }

    private static Role role(Partition partition, int a, int b, int c) {
        int from = partition.group(a), own = partition.group(b), to = partition.group(c);
        if (from == own) return to == own ? Role.COORDINATOR : Role.REPRESENTATIVE;
        if (to == own) return Role.GATEKEEPER;
        return from == to ? Role.CONSULTANT : Role.LIAISON;
    }
}
