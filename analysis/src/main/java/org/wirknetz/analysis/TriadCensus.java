package org.wirknetz.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How often each of the 16 ways in which three nodes can be tied occurs (Holland and Leinhardt 1970; Davis and
/// Leinhardt 1972), on the directed graph; exact, in whole numbers. Counted after Batagelj and Mrvar (2001).
public final class TriadCensus {
    /// The standard order.
    public static final List<String> NAMES = List.of(
            "003", "012", "102", "021D", "021U", "021C", "111D", "111U", "030T", "030C", "201", "120D", "120U", "120C",
            "210", "300");

    /// The type of a triad (a, b, c) by its six possible ties: bits for a→b, b→a, a→c, c→a, b→c, c→b.
    private static final byte[] TYPE = types();

    private final long[] counts;

    private TriadCensus(long[] counts) {
        this.counts = counts;
    }

    public static TriadCensus of(Graph graph) {
        var dyads = Dyads.of(graph);
        int n = graph.size();
        var counts = new long[16];
        for (int a = 0; a < n; a++)
            for (int slot = dyads.csr().offsets[a]; slot < dyads.csr().offsets[a + 1]; slot++)
                if (dyads.csr().targets[slot] > a) addPair(dyads, n, a, slot, counts);
        long named = 0;
        for (long count : counts) named += count;
        counts[0] = n < 3 ? 0 : triples(n) - named;
        return new TriadCensus(counts);
    }

    /// n (n − 1)(n − 2) / 6 without overflow up to two million nodes.
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

    /// Every triad with a tie is counted at one of its tied pairs: the one with the two lowest numbers if tied, else
    /// the first that is.
    private static void addPair(Dyads dyads, int n, int a, int slot, long[] counts) {
        var csr = dyads.csr();
        int b = csr.targets[slot];
        int ab = dyads.direction(slot);
        int i = csr.offsets[a], iEnd = csr.offsets[a + 1], j = csr.offsets[b], jEnd = csr.offsets[b + 1];
        int third = 0;
        while (i < iEnd || j < jEnd) {
            int x = i < iEnd ? csr.targets[i] : Integer.MAX_VALUE;
            int y = j < jEnd ? csr.targets[j] : Integer.MAX_VALUE;
            int c = Math.min(x, y);
            int ac = x == c ? dyads.direction(i++) : 0;
            int bc = y == c ? dyads.direction(j++) : 0;
            if (c == a || c == b) continue;
            third++;
            if (c > b || (c > a && ac == 0)) counts[TYPE[ab | ac << 2 | bc << 4]]++;
        }
        counts[ab == 3 ? 2 : 1] += n - 2L - third;
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
