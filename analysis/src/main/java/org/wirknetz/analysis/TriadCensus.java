package org.wirknetz.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How often each of the 16 ways in which three nodes can be tied occurs (Holland and Leinhardt 1970; Davis and
/// Leinhardt 1972), on the directed graph; exact, in whole numbers.
///
/// Only closed triads are listed, the rest follows from counts: O(m^1.5) at worst, not O(n³).
///
/// Counts, all 0 below three nodes.
public final class TriadCensus {
    /// The standard order.
    public static final List<String> NAMES = List.of(
            "003", "012", "102", "021D", "021U", "021C", "111D", "111U", "030T", "030C", "201", "120D", "120U", "120C",
            "210", "300");

    /// The type of a triad (a, b, c) by its six possible ties: bits for a→b, b→a, a→c, c→a, b→c, c→b.
    private static final byte[] TYPE = types();

    /// Three of more nodes can be picked in more ways than 63 bits count.
    private static final int MOST_NODES = 3_800_000;

    private final long[] counts;

    private TriadCensus(long[] counts) {
        this.counts = counts;
    }

    public static TriadCensus of(Graph graph) {
        return of(graph, Effort.threads(1));
    }

    public static TriadCensus of(Graph graph, Effort effort) {
        if (graph.size() > MOST_NODES)
            throw new RefusedInput(
                    RefusedInput.Reason.OUT_OF_RANGE, "The number of nodes", graph.size(), 0, MOST_NODES);
        var dyads = Dyads.of(graph);
        var closed = closed(dyads, effort);
        return new TriadCensus(complete(dyads, closed));
    }

    /// How often each of the 64 codes occurs among triads in which all three pairs are tied, and for every tie
    /// how many such triads it is part of.
    private record Closed(long[] byCode, int[] atTie) {}

    private static Closed closed(Dyads dyads, Effort effort) {
        var listing = new TriangleListing(dyads.csr());
        var parts = new ArrayList<int[]>();
        var codes = new long[listing.portions()][64];
        effort.run(listing.portions(), () -> {
            var atTie = new int[listing.ties()];
            synchronized (parts) {
                parts.add(atTie);
            }
            var marked = listing.room();
            return portion -> {
                var own = codes[portion];
                listing.forEach(portion, marked, (a, b, c, k, l, m) -> {
                    own[
                            dyads.direction(listing.slot(k))
                                    | dyads.direction(listing.slot(l)) << 2
                                    | dyads.direction(listing.slot(m)) << 4]++;
                    atTie[k]++;
                    atTie[l]++;
                    atTie[m]++;
                });
            };
        });
        var byCode = new long[64];
        for (var own : codes) for (int code = 0; code < 64; code++) byCode[code] += own[code];
        var bySlot = new int[dyads.csr().arcs()];
        for (var part : parts) for (int tie = 0; tie < part.length; tie++) bySlot[listing.slot(tie)] += part[tie];
        return new Closed(byCode, bySlot);
    }

    /// Open triads, two ties at a common corner, follow from each node's numbers of outward, inward and mutual
    /// ties, less those that are closed; triads with one tie from the degrees of its ends; those without from
    /// what is left.
    private static long[] complete(Dyads dyads, Closed closed) {
        var csr = dyads.csr();
        long n = csr.size();
        var counts = new long[16];
        // Pairs of ties at a corner, by the directions seen from there; closed triads have three such corners.
        var corners = new long[4][4];
        for (int i = 0; i < n; i++) {
            var ways = new long[4];
            for (int slot = csr.offsets[i]; slot < csr.offsets[i + 1]; slot++) ways[dyads.direction(slot)]++;
            for (int p = 1; p < 4; p++) {
                corners[p][p] += ways[p] * (ways[p] - 1) / 2;
                for (int q = p + 1; q < 4; q++) corners[p][q] += ways[p] * ways[q];
            }
        }
        for (int code = 0; code < 64; code++) {
            long count = closed.byCode()[code];
            if (count == 0) continue;
            counts[TYPE[code]] += count;
            int ab = code & 3, ac = code >> 2 & 3, bc = code >> 4 & 3;
            take(corners, ab, ac, count);
            take(corners, turned(ab), bc, count);
            take(corners, turned(ac), turned(bc), count);
        }
        for (int p = 1; p < 4; p++) for (int q = p; q < 4; q++) counts[TYPE[p | q << 2]] += corners[p][q];
        for (int i = 0; i < n; i++)
            for (int slot = csr.offsets[i]; slot < csr.offsets[i + 1]; slot++) {
                int j = csr.targets[slot];
                // Noted at the end from which the tie was listed; the other end has nothing.
                int triangles = closed.atTie()[slot];
                if (j > i) counts[dyads.direction(slot) == 3 ? 2 : 1] += n - csr.degree(i) - csr.degree(j);
                counts[dyads.direction(slot) == 3 ? 2 : 1] += triangles;
            }
        long named = 0;
        for (long count : counts) named += count;
        counts[0] = n < 3 ? 0 : triples(n) - named;
        return counts;
    }

    private static void take(long[][] corners, int one, int other, long count) {
        corners[Math.min(one, other)][Math.max(one, other)] -= count;
    }

    private static int turned(int direction) {
        return (direction & 1) << 1 | direction >> 1;
    }

    /// n (n − 1)(n − 2) / 6 without overflow up to 3.8 million nodes.
    static long triples(long n) {
        long pairs = n % 2 == 0 ? n / 2 * (n - 1) : (n - 1) / 2 * n;
        return pairs % 3 == 0 ? Math.multiplyExact(pairs / 3, n - 2) : Math.multiplyExact(pairs, (n - 2) / 3);
    }

    /// In the order of `NAMES`.
    public long[] toArray() {
        return counts.clone();
    }

    public long count(String name) {
        return counts[NAMES.indexOf(name)];
    }

    public Map<String, Long> byName() {
        var map = new LinkedHashMap<String, Long>();
        for (int i = 0; i < counts.length; i++) map.put(NAMES.get(i), counts[i]);
        return map;
    }

    private static byte[] types() {
        var types = new byte[64];
        for (int code = 0; code < 64; code++) types[code] = (byte) NAMES.indexOf(name(code));
        return types;
    }

    private static String name(int code) {
        int[] pair = {code & 3, code >> 2 & 3, code >> 4 & 3};
        int mutual = 0, absent = 0;
        for (int p : pair) {
            if (p == 3) mutual++;
            if (p == 0) absent++;
        }
        int asymmetric = 3 - mutual - absent;
        var plain = "" + mutual + asymmetric + absent;
        int[] out = {(code & 1) + (code >> 2 & 1), (code >> 1 & 1) + (code >> 4 & 1), (code >> 3 & 1) + (code >> 5 & 1)
        };
        int[] in = {(code >> 1 & 1) + (code >> 3 & 1), (code & 1) + (code >> 5 & 1), (code >> 2 & 1) + (code >> 4 & 1)};
        return switch (plain) {
            case "021" -> contains(out, in, 2, 0) ? "021D" : contains(out, in, 0, 2) ? "021U" : "021C";
            // The node between the mutual and the single tie either receives the single tie (D) or sends it (U).
            case "111" -> contains(out, in, 1, 2) ? "111D" : "111U";
            case "030" -> contains(out, in, 2, 0) ? "030T" : "030C";
            case "120" -> contains(out, in, 2, 0) ? "120D" : contains(out, in, 0, 2) ? "120U" : "120C";
            default -> plain;
        };
    }

    private static boolean contains(int[] out, int[] in, int outs, int ins) {
        for (int i = 0; i < 3; i++) if (out[i] == outs && in[i] == ins) return true;
        return false;
    }
}
