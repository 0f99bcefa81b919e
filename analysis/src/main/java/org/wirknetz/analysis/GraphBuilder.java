package org.wirknetz.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wirknetz.analysis.RefusedInput.Reason;

/// Collects nodes and ties and refuses what cannot be one: a node twice, a tie to a node not given before, a
/// tie from a node to itself, a strength that is not a number from 1e-100 to 1e100. A tie given twice is added
/// up, unless `refusingRepeatedTies()` was asked for.
public final class GraphBuilder {
    private static final int MOST_TIES = 1_000_000_000;
    /// Below this a strength and its inverse could not both be added up.
    private static final double LEAST_STRENGTH = 1 / Amount.MOST;

    private final List<String> keys = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private int[] from = new int[16];
    private int[] to = new int[16];
    private double[] strength = new double[16];
    private int ties;
    private boolean plain = true;
    private boolean refusesRepetition;

    GraphBuilder() {}

    public GraphBuilder node(String key) {
        if (key.isBlank()) throw new RefusedInput(Reason.BLANK_KEY);
        if (numbers.putIfAbsent(key, keys.size()) != null) throw new RefusedInput(Reason.REPEATED_NODE, key);
        keys.add(key);
        return this;
    }

    public GraphBuilder nodes(Iterable<String> keys) {
        keys.forEach(this::node);
        return this;
    }

    public GraphBuilder nodes(String... keys) {
        return nodes(List.of(keys));
    }

    public GraphBuilder refusingRepeatedTies() {
        refusesRepetition = true;
        return this;
    }

    public GraphBuilder tie(String from, String to) {
        return tie(from, to, 1);
    }

    public GraphBuilder tie(String from, String to, double strength) {
        int source = number(from, from, to);
        int target = number(to, from, to);
        if (source == target) throw new RefusedInput(Reason.LOOP, from, to);
        if (!(strength >= LEAST_STRENGTH && strength <= Amount.MOST))
            throw new RefusedInput(Reason.BAD_STRENGTH, from, to, strength);
        add(source, target, strength);
        return this;
    }

    /// A tie in both directions.
    public GraphBuilder mutual(String one, String other) {
        return tie(one, other).tie(other, one);
    }

    public Graph build() {
        var graph = Graph.directed(
                new Keys.Named(keys.toArray(String[]::new)),
                from,
                to,
                plain ? null : Arrays.copyOf(strength, ties),
                ties);
        if (refusesRepetition && graph.ties() < ties) refuseTheFirstRepeated();
        return graph;
    }

    private int number(String key, String from, String to) {
        var number = numbers.get(key);
        if (number == null) throw new RefusedInput(Reason.UNKNOWN_NODE, from, to, key);
        return number;
    }

    private void add(int source, int target, double weight) {
        if (ties == MOST_TIES) throw new RefusedInput(Reason.TOO_LARGE, ties + 1L, MOST_TIES);
        if (ties == from.length) {
            int room = (int) Math.min(MOST_TIES, ties * 2L);
            from = Arrays.copyOf(from, room);
            to = Arrays.copyOf(to, room);
            strength = Arrays.copyOf(strength, room);
        }
        from[ties] = source;
        to[ties] = target;
        strength[ties++] = weight;
        plain &= weight == 1;
    }

    private void refuseTheFirstRepeated() {
        var seen = new java.util.HashSet<Long>();
        for (int i = 0; i < ties; i++)
            if (!seen.add(((long) from[i] << 32) | to[i]))
                throw new RefusedInput(Reason.REPEATED_TIE, keys.get(from[i]), keys.get(to[i]));
    }
}
