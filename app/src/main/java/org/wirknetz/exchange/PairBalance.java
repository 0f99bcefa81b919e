package org.wirknetz.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.Favours;

/// What went both ways between two organisations (F1, M10). Never to be listed as debts.
///
/// @param there from `one` to `other`; null where nothing went that way
public record PairBalance(
        UUID one,
        UUID other,
        @Nullable Flow there,
        @Nullable Flow back) {

    /// In the order in which the flows come.
    public static List<PairBalance> of(List<Flow> flows) {
        record Pair(UUID less, UUID more) {}
        var there = new LinkedHashMap<Pair, Flow>();
        var back = new LinkedHashMap<Pair, Flow>();
        var pairs = new ArrayList<Pair>();
        for (var flow : flows) {
            boolean forward = flow.giver().compareTo(flow.receiver()) < 0;
            var pair = forward ? new Pair(flow.giver(), flow.receiver()) : new Pair(flow.receiver(), flow.giver());
            if (!there.containsKey(pair) && !back.containsKey(pair)) pairs.add(pair);
            (forward ? there : back).put(pair, flow);
        }
        return pairs.stream()
                .map(it -> new PairBalance(it.less(), it.more(), there.get(it), back.get(it)))
                .toList();
    }

    /// The same pair with `organisation` as the first of the two.
    public PairBalance from(UUID organisation) {
        return organisation.equals(one) ? this : new PairBalance(other, one, back, there);
    }

    public double given() {
        return there == null ? 0 : there.weight();
    }

    public double received() {
        return back == null ? 0 : back.weight();
    }

    public int timesGiven() {
        return there == null ? 0 : there.times();
    }

    public int timesReceived() {
        return back == null ? 0 : back.times();
    }

    /// |given − received| / (given + received)
    public double imbalance() {
        return Math.abs(given() - received()) / (given() + received());
    }

    /// Rule F1, on what may remind at all: the imbalance above 0.6, at least 8 hours or points, the oldest over six
    /// months.
    public boolean reminds(LocalDate today) {
        double gave = there == null ? 0 : there.reminding();
        double got = back == null ? 0 : back.reminding();
        if (gave + got < Favours.REMINDER_VOLUME) return false;
        if (Math.abs(gave - got) / (gave + got) <= Favours.REMINDER_IMBALANCE) return false;
        return isOld(there, today) || isOld(back, today);
    }

    /// Who received more than came back, where rule F1 speaks.
    public UUID couldReturn() {
        return given() >= received() ? other : one;
    }

    private static boolean isOld(@Nullable Flow flow, LocalDate today) {
        return flow != null
                && flow.oldest() != null
                && flow.oldest().isBefore(today.minusMonths(Favours.REMINDER_MONTHS));
    }
}
