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
import java.util.regex.Pattern;

/// A text as it is compared: its words as stems, the parts of its compounds, the terms of the thesaurus in it.
///
/// @param words stem to the word as written and the stems of its parts
/// @param weights how much a stem says here: 1 for a word, less for a part of one
/// @param families root to how much it says here
/// @param covered stems that say little of themselves, as parts of a term of several words
record Wording(
        Map<String, Word> words,
        Map<String, Double> weights,
        Map<String, Double> families,
        Set<UUID> terms,
        Set<String> covered,
        Wishes wishes) {

    /// What a wish is about stands first; whom it is for and what it goes with comes after a preposition.
    ///
    /// @param words stems that only stand aside
    /// @param terms those that only stand aside
    record Wishes(Set<String> words, Set<UUID> terms) {}

    private static final Pattern ASIDE =
            Pattern.compile("(?iU)\\b(?:für|während|wegen|zum|zur|vom|im|bei|beim|aus|for|during)\\b[^.,;:?!]*");

    record Word(String written, List<String> parts) {}

    static final double PART = 0.7;
    static final double FAMILY = 0.5;

    static Wording of(String text, Stems stems, Compounds compounds, Thesaurus thesaurus) {
        var words = new LinkedHashMap<String, Word>();
        var weights = new HashMap<String, Double>();
        var families = new HashMap<String, Double>();
        var sequence = new ArrayList<String>();
        var terms = new LinkedHashSet<UUID>();
        for (var word : stems.words(text)) {
            var stem = stems.stem(word);
            var parts = compounds.split(word).stream().map(stems::stem).toList();
            words.putIfAbsent(stem, new Word(word, parts));
            sequence.add(stem);
            weights.merge(stem, 1.0, Math::max);
            families.merge(Roots.of(stem), FAMILY, Math::max);
            for (var part : parts) {
                weights.merge(part, PART, Math::max);
                families.merge(Roots.of(part), FAMILY * PART, Math::max);
            }
            // A word that is a term itself says more than its parts do.
            if (!parts.isEmpty() && thesaurus.in(List.of(stem)).isEmpty()) terms.addAll(thesaurus.in(parts));
        }
        var covered = new HashSet<String>();
        terms.addAll(thesaurus.in(sequence, covered));
        return new Wording(
                words,
                weights,
                families,
                new HashSet<>(terms),
                covered,
                aside(text, words.keySet(), terms, stems, compounds, thesaurus));
    }

    private static Wishes aside(
            String text, Set<String> words, Set<UUID> terms, Stems stems, Compounds compounds, Thesaurus thesaurus) {
        var aside = new Wishes(new HashSet<>(), new HashSet<>());
        var first = ASIDE.matcher(text).replaceAll(" . ");
        if (first.equals(text)) return aside;
        var sequence = stems.words(first).stream().map(stems::stem).toList();
        if (sequence.isEmpty()) return aside;
        aside.words().addAll(words);
        sequence.forEach(aside.words()::remove);
        aside.terms().addAll(terms);
        aside.terms().removeAll(thesaurus.in(sequence));
        for (var word : stems.words(first))
            aside.terms()
                    .removeAll(thesaurus.in(
                            compounds.split(word).stream().map(stems::stem).toList()));
        return aside;
    }

    /// How much this text has of a stem, or of its family.
    double has(String stem) {
        double here = weights.getOrDefault(stem, 0.0);
        return here > 0 ? here : families.getOrDefault(Roots.of(stem), 0.0);
    }
}
