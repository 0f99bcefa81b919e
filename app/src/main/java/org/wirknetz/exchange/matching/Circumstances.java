package org.wirknetz.exchange.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All that counts besides the words: place, capacity, time, what is between the two. Words make three quarters.
record Circumstances(double score, List<Reason> reasons) {

    record Area(String name, @Nullable UUID parent) {}

    private static final double WORDS = 0.75;
    private static final double PLACE = 0.1;
    private static final double CAPACITY = 0.07;
    private static final double KNOWN = 0.03;
    private static final double GIVES_BACK = 0.05;
    private static final int SPOKEN = 4;

    static Circumstances of(
            @Nullable Shelved wish,
            Shelved there,
            Relevance relevance,
            Matches.@Nullable Between between,
            Map<UUID, Area> areas) {
        var reasons = new ArrayList<Reason>();
        words(relevance, reasons);
        double score = relevance.value() * WORDS;
        if (wish == null || wish.sort().equals("INTEREST")) return new Circumstances(score, List.copyOf(reasons));
        score += place(wish, there, areas, reasons);
        score += capacity(wish, there, reasons);
        if (there.validFrom() != null || there.validTo() != null) reasons.add(new Reason.InTime());
        if (between == null) {
            reasons.add(new Reason.NewTie());
        } else {
            score += KNOWN;
            reasons.add(new Reason.Known(between.times()));
            boolean needs = wish.sort().equals("NEED");
            double surplus = needs ? between.given() - between.received() : between.received() - between.given();
            if (surplus > 0) {
                score += GIVES_BACK;
                if (needs) reasons.add(new Reason.GivesBack());
            }
        }
        return new Circumstances(score, List.copyOf(reasons));
    }

    private static void words(Relevance relevance, List<Reason> reasons) {
        if (!relevance.terms().isEmpty()) reasons.add(new Reason.SameTerms(relevance.terms()));
        for (var bridge : relevance.bridges()) reasons.add(new Reason.NearTerms(bridge.wanted(), bridge.there()));
        if (!relevance.words().isEmpty()) {
            var words = relevance.words();
            reasons.add(new Reason.SameWords(words.subList(0, Math.min(SPOKEN, words.size()))));
        }
    }

    private static double place(Shelved wish, Shelved there, Map<UUID, Area> areas, List<Reason> reasons) {
        if (wish.area() == null || there.area() == null) return PLACE / 2;
        var area = areas.get(there.area());
        var name = area == null ? "" : area.name();
        if (within(wish.area(), there.area(), areas) || within(there.area(), wish.area(), areas)) {
            reasons.add(new Reason.SamePlace(name));
            return PLACE;
        }
        reasons.add(new Reason.OtherPlace(name));
        return 0;
    }

    private static boolean within(@Nullable UUID small, UUID large, Map<UUID, Area> areas) {
        for (int steps = 0; small != null && steps < 5; steps++) {
            if (small.equals(large)) return true;
            var area = areas.get(small);
            small = area == null ? null : area.parent();
        }
        return false;
    }

    private static double capacity(Shelved wish, Shelved there, List<Reason> reasons) {
        var need = wish.sort().equals("NEED") ? wish : there;
        var offer = wish.sort().equals("NEED") ? there : wish;
        var wanted = need.amount();
        var offered = offer.amount();
        if (wanted == null || offered == null || !need.sameUnit(offer)) return CAPACITY / 2;
        if (offered.compareTo(wanted) >= 0) {
            reasons.add(new Reason.Enough(offered, offer.unit()));
            return CAPACITY;
        }
        reasons.add(new Reason.PartOfIt(offered, offer.unit()));
        return CAPACITY * offered.doubleValue() / wanted.doubleValue();
    }
}
