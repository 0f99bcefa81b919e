package org.wirknetz.exchange.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// How well a text meets a wish, between 0 and 1, and by which words.
///
/// @param words of the wish that the other text has, as written
/// @param bridges pairs of terms that are near without being the same: the wish's first
record Relevance(double value, List<String> words, List<String> terms, List<Bridge> bridges) {

    record Bridge(String wanted, String there, double nearness) {}

    /// Tuned on the half of the labelled pairs that is for tuning (bench `matching`).
    private static final double TERMS = 0.5;

    private static final double BOTH_WAYS = 0.15;

    /// A word that is only a part of a term of several words: "erste" of "Erste Hilfe".
    private static final double COVERED = 0.3;

    /// What comes after "für", "während", "zum".
    private static final double ASIDE = 0.5;

    /// @param rarity how much a stem says: the rarer, the more
    static Relevance of(Wording wish, Wording there, Thesaurus thesaurus, ToDoubleFunction<String> rarity) {
        double all = 0;
        double met = 0;
        var words = new ArrayList<String>();
        for (var entry : wish.words().entrySet()) {
            var word = entry.getValue();
            double worth = rarity.applyAsDouble(entry.getKey()) * emphasis(wish, entry.getKey());
            double credit = there.has(entry.getKey());
            if (credit < 1 && !word.parts().isEmpty()) {
                double parts = word.parts().stream().mapToDouble(there::has).sum()
                        / word.parts().size();
                credit = Math.max(credit, parts * Wording.PART);
            }
            all += worth;
            met += worth * credit;
            if (credit >= 0.3) words.add(word.written());
        }
        double text = all == 0 ? 0 : met / all;
        double back = back(wish, there, rarity);
        double spoken = text * (1 - BOTH_WAYS) + back * BOTH_WAYS;
        var terms = new ArrayList<String>();
        var bridges = new ArrayList<Bridge>();
        if (wish.terms().isEmpty()) return new Relevance(spoken, words, terms, bridges);
        double near = 0;
        double wanted = 0;
        for (var term : wish.terms()) {
            double emphasis = wish.wishes().terms().contains(term) ? ASIDE : 1;
            near += emphasis * nearest(term, there, thesaurus, terms, bridges);
            wanted += emphasis;
        }
        near /= wanted;
        double value = Math.max(spoken * (1 - TERMS) + near * TERMS, spoken * 0.8);
        return new Relevance(value, words, terms, bridges);
    }

    private static double emphasis(Wording wish, String stem) {
        return (wish.covered().contains(stem) ? COVERED : 1)
                * (wish.wishes().words().contains(stem) ? ASIDE : 1);
    }

    private static double back(Wording wish, Wording there, ToDoubleFunction<String> rarity) {
        double all = 0;
        double met = 0;
        for (var stem : there.words().keySet()) {
            double worth = rarity.applyAsDouble(stem);
            all += worth;
            met += worth * wish.has(stem);
        }
        return all == 0 ? 0 : met / all;
    }

    private static double nearest(
            UUID wanted, Wording there, Thesaurus thesaurus, List<String> terms, List<Bridge> bridges) {
        double best = 0;
        @Nullable UUID by = null;
        for (var near : thesaurus.near(wanted).entrySet()) {
            if (near.getValue() > best && there.terms().contains(near.getKey())) {
                best = near.getValue();
                by = near.getKey();
            }
        }
        if (by == null) return 0;
        if (by.equals(wanted)) terms.add(thesaurus.label(wanted));
        else bridges.add(new Bridge(thesaurus.label(wanted), thesaurus.label(by), best));
        return best;
    }
}
