package org.wirknetz.exchange.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Splits German compounds into words that are known: Schulungsraum into Schulung and Raum. A split must cover the word
/// whole, so that a part that merely occurs somewhere within says nothing.
final class Compounds {

    private static final int SHORTEST_WORD = 7;
    private static final int SHORTEST_PART = 3;
    private static final int MOST_PARTS = 4;
    private static final int KEPT = 200_000;
    private static final List<String> LINKS = List.of("", "s", "es", "n", "en", "er", "e");

    private final Set<String> parts = new HashSet<>();
    private final Map<String, List<String>> known = new ConcurrentHashMap<>();

    /// @param words in lower case; those too short to be a part are ignored
    Compounds(Iterable<String> words) {
        for (var word : words) if (word.length() >= SHORTEST_PART) parts.add(word);
    }

    /// Empty where the word is simple, or where its parts are unknown. The fewest parts win, then the longest last one.
    List<String> split(String word) {
        if (word.length() < SHORTEST_WORD) return List.of();
        if (known.size() > KEPT) known.clear();
        return known.computeIfAbsent(word, it -> {
            var found = cover(it, 0, MOST_PARTS);
            return found == null || found.size() < 2 ? List.of() : List.copyOf(found);
        });
    }

    private @Nullable List<String> cover(String word, int from, int left) {
        if (from == word.length()) return new ArrayList<>();
        if (left == 0) return null;
        List<String> best = null;
        for (int to = word.length(); to - from >= SHORTEST_PART; to--) {
            if (from == 0 && to == word.length()) continue;
            var part = word.substring(from, to);
            if (!parts.contains(part)) continue;
            for (var link : LINKS) {
                if (!word.startsWith(link, to) || (to == word.length() && !link.isEmpty())) continue;
                if (to + link.length() == word.length() && !link.isEmpty()) continue;
                var rest = cover(word, to + link.length(), left - 1);
                if (rest == null || (best != null && best.size() <= rest.size() + 1)) continue;
                rest.addFirst(part);
                best = rest;
            }
        }
        return best;
    }
}
