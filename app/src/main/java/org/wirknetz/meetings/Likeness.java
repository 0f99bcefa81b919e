package org.wirknetz.meetings;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// How much two lines say the same: the share of pairs of neighbouring letters they have in common (Dice 1945), 0 to 1.
final class Likeness {

    /// More than half in common: the same line with a mistake mended or a word changed.
    static final double SAME = 0.6;

    private Likeness() {}

    static double of(String one, String other) {
        var first = pairs(one);
        var second = pairs(other);
        int all = first.values().stream().mapToInt(it -> it).sum()
                + second.values().stream().mapToInt(it -> it).sum();
        if (all == 0) return one.strip().equalsIgnoreCase(other.strip()) ? 1 : 0;
        int common = first.entrySet().stream()
                .mapToInt(it -> Math.min(it.getValue(), second.getOrDefault(it.getKey(), 0)))
                .sum();
        return 2.0 * common / all;
    }

    private static Map<String, Integer> pairs(String text) {
        var signs = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
        var pairs = new HashMap<String, Integer>();
        for (int n = 0; n + 1 < signs.length(); n++) pairs.merge(signs.substring(n, n + 2), 1, Integer::sum);
        return pairs;
    }
}
