package org.wirknetz.exchange.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// A text as it is compared: its words as stems, the parts of its compounds, the terms of the thesaurus in it.
///
/// @param words stem to the word as written and the stems of its parts
/// @param weights how much a stem says here: 1 for a word, less for a part of one
record Wording(Map<String, Word> words, Map<String, Double> weights, Set<UUID> terms) {

    record Word(String written, List<String> parts) {}

    static final double PART = 0.7;

    static Wording of(String text, Stems stems, Compounds compounds, Thesaurus thesaurus) {
        var words = new LinkedHashMap<String, Word>();
        var weights = new HashMap<String, Double>();
        var sequence = new ArrayList<String>();
        var terms = new LinkedHashSet<UUID>();
        for (var word : stems.words(text)) {
            var stem = stems.stem(word);
            var parts = compounds.split(word).stream().map(stems::stem).toList();
            words.putIfAbsent(stem, new Word(word, parts));
            sequence.add(stem);
            weights.merge(stem, 1.0, Math::max);
            for (var part : parts) weights.merge(part, PART, Math::max);
            // A word that is a term itself says more than its parts do.
            if (!parts.isEmpty() && thesaurus.in(List.of(stem)).isEmpty()) terms.addAll(thesaurus.in(parts));
        }
        terms.addAll(thesaurus.in(sequence));
        return new Wording(words, weights, new HashSet<>(terms));
    }
}
