package org.wirknetz.exchange.matching;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/// Texts ready to be found: by stem and by term. Not safe for two threads at once; whoever keeps one, guards it.
public final class Shelf {

    private static final int OFTEN = 12;
    private static final int JUDGED = 400;
    private final Stems stems;
    private final Compounds compounds;
    private final Thesaurus thesaurus;
    private final Map<UUID, Wording> texts = new HashMap<>();
    private final Map<String, Set<UUID>> byStem = new HashMap<>();
    private final Map<String, Set<UUID>> byFamily = new HashMap<>();
    private final Map<UUID, Set<UUID>> byTerm = new HashMap<>();

    /// @param vocabulary words that compounds may be made of, besides the thesaurus and the common ones
    Shelf(List<Thesaurus.Term> terms, Collection<String> vocabulary) {
        stems = new Stems();
        thesaurus = new Thesaurus(terms, stems);
        var parts = new HashSet<>(COMMON);
        for (var label : Thesaurus.labelsOf(terms)) parts.addAll(stems.words(label));
        for (var text : vocabulary)
            for (var word : stems.words(text)) if (word.length() >= 4 && word.length() <= OFTEN) parts.add(word);
        compounds = new Compounds(parts);
    }

    /// Parts that compounds of this field are often made of; a data file, so that it can grow without code.
    private static final Set<String> COMMON = common();

    private static Set<String> common() {
        try (var in = Objects.requireNonNull(Shelf.class.getResourceAsStream("/matching/compound-parts.txt"));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return Set.copyOf(lines.lines()
                    .filter(it -> !it.startsWith("#") && !it.isBlank())
                    .flatMap(it -> List.of(it.strip().split(" +")).stream())
                    .distinct()
                    .toList());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    void put(UUID id, String text) {
        remove(id);
        var wording = Wording.of(text, stems, compounds, thesaurus);
        texts.put(id, wording);
        for (var stem : wording.weights().keySet())
            byStem.computeIfAbsent(stem, it -> new HashSet<>()).add(id);
        for (var family : wording.families().keySet())
            byFamily.computeIfAbsent(family, it -> new HashSet<>()).add(id);
        for (var term : wording.terms())
            byTerm.computeIfAbsent(term, it -> new HashSet<>()).add(id);
    }

    void remove(UUID id) {
        var before = texts.remove(id);
        if (before == null) return;
        for (var stem : before.weights().keySet())
            byStem.getOrDefault(stem, Set.of()).remove(id);
        for (var family : before.families().keySet())
            byFamily.getOrDefault(family, Set.of()).remove(id);
        for (var term : before.terms()) byTerm.getOrDefault(term, Set.of()).remove(id);
    }

    /// @param nearness from 0 to 1
    record Found(UUID id, Relevance relevance) {}

    /// The texts that share words or terms with the wish, the best first. All are judged roughly, by the words they
    /// were
    /// filed under; the likeliest [#JUDGED] then closely.
    List<Found> find(String wish, Set<UUID> among, double atLeast) {
        var wording = Wording.of(wish, stems, compounds, thesaurus);
        var found = new ArrayList<Found>();
        for (var candidate : likeliest(wording, among)) {
            var relevance =
                    Relevance.of(wording, Objects.requireNonNull(texts.get(candidate)), thesaurus, this::rarity);
            if (relevance.value() >= atLeast) found.add(new Found(candidate, relevance));
        }
        found.sort(Comparator.comparingDouble((Found it) -> -it.relevance().value())
                .thenComparing(Found::id));
        return found;
    }

    private List<UUID> likeliest(Wording wish, Set<UUID> among) {
        var rough = new HashMap<UUID, double[]>();
        double all = 0;
        for (var stem : wish.words().keySet()) all += rarity(stem);
        double each = all == 0 ? 1 : all;
        wish.weights().forEach((stem, weight) -> {
            double worth = rarity(stem) * weight / each;
            add(rough, byStem.getOrDefault(stem, Set.of()), among, worth * (1 - Wording.FAMILY));
            add(rough, byFamily.getOrDefault(Roots.of(stem), Set.of()), among, worth * Wording.FAMILY);
        });
        for (var term : wish.terms())
            thesaurus
                    .near(term)
                    .forEach((near, nearness) -> add(
                            rough,
                            byTerm.getOrDefault(near, Set.of()),
                            among,
                            nearness / wish.terms().size()));
        return rough.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<UUID, double[]> it) -> -it.getValue()[0])
                        .thenComparing(Map.Entry::getKey))
                .limit(JUDGED)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void add(Map<UUID, double[]> rough, Set<UUID> filed, Set<UUID> among, double worth) {
        for (var text : filed) if (among.contains(text)) rough.computeIfAbsent(text, it -> new double[1])[0] += worth;
    }

    private double rarity(String stem) {
        int often = byStem.getOrDefault(stem, Set.of()).size();
        return Math.log(1 + (texts.size() + 1.0) / (often + 0.5));
    }
}
