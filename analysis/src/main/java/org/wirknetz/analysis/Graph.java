package org.wirknetz.analysis;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// An immutable network: nodes with string keys and directed ties with a strength, in compressed arrays.
///
/// Nodes are numbered 0 … size − 1 in the order in which they were given. Neighbours are sorted by number. A
/// node has no tie to itself, and at most one tie to each other node: ties given twice are added up. An
/// undirected graph holds each tie from both sides.
///
/// Memory: 4 (n + 1) + 4 m bytes, twice for directed graphs (ties are kept from both ends), 8 m more where
/// strengths differ from 1.
public final class Graph {
    private static final int MANY_TIES = 100_000;
    private static final int MOST_NODES = 1_000_000_000;

    private final Keys keys;
    final Csr out;
    final Csr in;
    private volatile @Nullable Graph undirected;

    Graph(Keys keys, Csr out, Csr in) {
        this.keys = keys;
        this.out = out;
        this.in = in;
    }

    public static GraphBuilder builder() {
        return new GraphBuilder();
    }

    /// A directed graph of `size` nodes with the keys "0", "1", … and one tie of strength 1 for each position
    /// of the two arrays; ties listed twice count once more.
    public static Graph ofArcs(int size, int[] from, int[] to) {
        if (size < 0 || size > MOST_NODES)
            throw new RefusedInput(RefusedInput.Reason.OUT_OF_RANGE, "The number of nodes", size, 0, MOST_NODES);
        if (from.length != to.length)
            throw new RefusedInput(
                    RefusedInput.Reason.OUT_OF_RANGE, "The number of ends", to.length, from.length, from.length);
        return ofArcs(size, from, to, from.length, Effort.threads(1));
    }

    /// The first `count` positions. With more than one thread both directions are sorted at once.
    static Graph ofArcs(int size, int[] from, int[] to, int count, Effort effort) {
        for (int i = 0; i < count; i++) {
            if (from[i] < 0 || from[i] >= size)
                throw new RefusedInput(RefusedInput.Reason.UNKNOWN_NODE, from[i], to[i], from[i]);
            if (to[i] < 0 || to[i] >= size)
                throw new RefusedInput(RefusedInput.Reason.UNKNOWN_NODE, from[i], to[i], to[i]);
            if (from[i] == to[i]) throw new RefusedInput(RefusedInput.Reason.LOOP, from[i], to[i]);
        }
        var keys = new Keys.Numbered(size);
        if (effort.threads() == 1 || count < MANY_TIES) return directed(keys, from, to, null, count);
        var sorted = new Csr[2];
        effort.run(
                2,
                turned -> sorted[turned] =
                        turned == 0 ? Csr.of(size, from, to, null, count) : Csr.of(size, to, from, null, count));
        return new Graph(keys, sorted[0], sorted[1]);
    }

    /// An undirected graph of `size` nodes with the keys "0", "1", …; direction and repetition of the ties are
    /// ignored.
    public static Graph ofEdges(int size, int[] one, int[] other) {
        return ofArcs(size, one, other).undirected();
    }

    static Graph directed(Keys keys, int[] from, int[] to, double @Nullable [] strength, int count) {
        var out = Csr.of(keys.size(), from, to, strength, count);
        return new Graph(keys, out, out.reversed());
    }

    Keys sharedKeys() {
        return keys;
    }

    public int size() {
        return keys.size();
    }

    public boolean isDirected() {
        return out != in;
    }

    /// Ties: directed ones (arcs), or pairs where the graph is undirected.
    public long ties() {
        return isDirected() ? out.arcs() : out.arcs() / 2;
    }

    public String key(int node) {
        return keys.key(node);
    }

    public List<String> keys() {
        return keys.all();
    }

    public OptionalInt find(String key) {
        return keys.find(key);
    }

    public int node(String key) {
        return keys.find(key).orElseThrow(() -> new RefusedInput(RefusedInput.Reason.NOT_A_NODE, key));
    }

    public List<String> keysOf(int... nodes) {
        return Arrays.stream(nodes).mapToObj(this::key).toList();
    }

    /// How many ties leave the node; in an undirected graph: touch it.
    public int degree(int node) {
        return out.degree(node);
    }

    public int inDegree(int node) {
        return in.degree(node);
    }

    /// The nodes that `node` has a tie to, sorted; a copy.
    public int[] neighbours(int node) {
        return Arrays.copyOfRange(out.targets, out.offsets[node], out.offsets[node + 1]);
    }

    public boolean hasTie(int from, int to) {
        return out.find(from, to) >= 0;
    }

    /// The strength of a tie, 0 where there is none.
    public double strength(int from, int to) {
        int slot = out.find(from, to);
        return slot < 0 ? 0 : out.strength(slot);
    }

    /// The same nodes with one tie wherever there is a tie in either direction; its strength is the sum of
    /// both.
    public Graph undirected() {
        if (!isDirected()) return this;
        var known = undirected;
        if (known == null) {
            var both = out.union(in);
            known = new Graph(keys, both, both);
            undirected = known;
        }
        return known;
    }

    /// The ties among the nodes that pass, nodes in their old order.
    public Graph induced(IntPredicate stays) {
        var renumbered = new int[size()];
        Arrays.fill(renumbered, -1);
        int count = 0;
        for (int i = 0; i < size(); i++) if (stays.test(i)) renumbered[i] = count++;
        var kept = new String[count];
        for (int i = 0; i < size(); i++) if (renumbered[i] >= 0) kept[renumbered[i]] = key(i);
        var less = out.induced(renumbered, count);
        return new Graph(new Keys.Named(kept), less, isDirected() ? less.reversed() : less);
    }

    public Graph without(int node) {
        return induced(i -> i != node);
    }

    public Graph without(Collection<String> keys) {
        var gone = new boolean[size()];
        for (var key : keys) gone[node(key)] = true;
        return induced(i -> !gone[i]);
    }

    /// The undirected graph with one more tie of strength 1.
    public Graph withTie(int one, int other) {
        if (one == other) throw new RefusedInput(RefusedInput.Reason.LOOP, key(one), key(other));
        var either = undirected();
        if (either.hasTie(one, other)) return either;
        var pair = Csr.ofPairs(size(), new int[] {one}, new int[] {other});
        var more = either.out.union(pair);
        return new Graph(keys, more, more);
    }

    /// The undirected graph with one tie less.
    public Graph withoutTie(int one, int other) {
        var either = undirected();
        if (!either.hasTie(one, other)) return either;
        var less = either.out.without(one, other);
        return new Graph(keys, less, less);
    }
}
