package org.wirknetz.exchange.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The words of a field: which are the same, which are narrower. Recognises them in texts and says how near two are.
final class Thesaurus {

    /// @param synonyms separated by semicolons
    record Term(
            UUID id,
            String label,
            String synonyms,
            @Nullable UUID broader) {}

    static final double NARROWER = 0.85;
    static final double BROADER = 0.6;
    static final double SIBLING = 0.35;
    private static final int DEEPEST = 8;

    private final Map<UUID, Term> terms = new HashMap<>();
    private final Map<UUID, List<UUID>> narrower = new HashMap<>();
    private final Map<String, Set<UUID>> bySpelling = new HashMap<>();
    private final Map<String, Set<UUID>> byRoot = new HashMap<>();
    private int longest = 1;

    Thesaurus(List<Term> given, Stems stems) {
        for (var term : given) {
            terms.put(term.id(), term);
            if (term.broader() != null)
                narrower.computeIfAbsent(term.broader(), it -> new ArrayList<>())
                        .add(term.id());
            for (var label : labels(term)) {
                var spelled = stems.words(label).stream().map(stems::stem).toList();
                if (spelled.isEmpty()) continue;
                longest = Math.max(longest, spelled.size());
                bySpelling
                        .computeIfAbsent(String.join(" ", spelled), it -> new HashSet<>())
                        .add(term.id());
                if (spelled.size() == 1)
                    byRoot.computeIfAbsent(Roots.of(spelled.getFirst()), it -> new HashSet<>())
                            .add(term.id());
            }
        }
    }

    private static List<String> labels(Term term) {
        var labels = new ArrayList<String>();
        labels.add(term.label());
        for (var synonym : term.synonyms().split("[;|\n]")) if (!synonym.isBlank()) labels.add(synonym.strip());
        return labels;
    }

    static List<String> labelsOf(List<Term> terms) {
        return terms.stream().flatMap(it -> labels(it).stream()).toList();
    }

    /// Terms spelled by these stems one after the other; the longest spelling at each place. A single word is also
    /// known by
    /// its family: moderieren is Moderation.
    Set<UUID> in(List<String> stems) {
        return in(stems, new HashSet<>());
    }

    /// @param covered gets the stems that are only parts of a term of several words
    Set<UUID> in(List<String> stems, Set<String> covered) {
        var found = new LinkedHashSet<UUID>();
        for (int at = 0; at < stems.size(); at++) {
            for (int length = Math.min(longest, stems.size() - at); length > 0; length--) {
                var spelling = stems.subList(at, at + length);
                var term = bySpelling.get(String.join(" ", spelling));
                if (term == null && length == 1) term = byRoot.get(Roots.of(stems.get(at)));
                if (term == null) continue;
                found.addAll(term);
                if (length > 1) covered.addAll(spelling);
                break;
            }
        }
        return found;
    }

    String label(UUID term) {
        var known = terms.get(term);
        return known == null ? "" : known.label();
    }

    /// Every term that is near enough to meet a wish for this one, with how near: 1 is the same.
    Map<UUID, Double> near(UUID wanted) {
        var near = new HashMap<UUID, Double>();
        near.put(wanted, 1.0);
        below(wanted, NARROWER, near, 0);
        var term = terms.get(wanted);
        double distance = BROADER;
        for (int steps = 0; term != null && term.broader() != null && steps < 2; steps++) {
            near.merge(term.broader(), distance, Math::max);
            for (var sibling : narrower.getOrDefault(term.broader(), List.of()))
                near.merge(sibling, steps == 0 ? SIBLING : 0, Math::max);
            term = terms.get(term.broader());
            distance *= BROADER;
        }
        near.values().removeIf(it -> it <= 0);
        return near;
    }

    private void below(UUID term, double worth, Map<UUID, Double> near, int depth) {
        if (depth == DEEPEST) return;
        for (var narrow : narrower.getOrDefault(term, List.of())) {
            near.merge(narrow, worth, Math::max);
            below(narrow, worth * NARROWER, near, depth + 1);
        }
    }
}
