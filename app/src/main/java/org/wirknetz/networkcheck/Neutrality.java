package org.wirknetz.networkcheck;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.UUID;
import org.wirknetz.analysis.Dissimilarity;
import org.wirknetz.analysis.Range;
import org.wirknetz.analysis.Wilson;

/// Whether the coordination office sends people to competing partners as often as their share would let expect (domain:
/// M11,
/// F10; German: *Neutralität*).
///
/// @param cases referrals in all
/// @param apart share of the referrals that would have to move to meet the reference (Duncan and Duncan 1955);
/// undefined
///     without referrals
/// @param lines one for each partner, those furthest from their share first
public record Neutrality(int cases, OptionalDouble apart, List<Line> lines) {

    /// Below it an interval is so wide that nothing can be said.
    public static final int FEWEST = 20;

    /// @param share of the reference, 0 to 1
    /// @param interval in which the true share lies in 95 of 100 samples
    public record Line(UUID partner, int referrals, double share, Range interval) {

        /// Whether the reference lies outside of what chance would give.
        public boolean differs() {
            return share < interval.low() || share > interval.high();
        }

        private double distance(int cases) {
            return Math.abs((double) referrals / cases - share);
        }
    }

    public Neutrality {
        lines = List.copyOf(lines);
    }

    /// @param referrals how often each was named
    /// @param reference the weight of each eligible partner: capacity, or 1 for all; others do not count
    public static Neutrality of(Map<UUID, Integer> referrals, Map<UUID, Double> reference) {
        var partners = new TreeMap<>(reference);
        var named = partners.keySet().stream()
                .mapToDouble(it -> referrals.getOrDefault(it, 0))
                .toArray();
        var weights =
                partners.values().stream().mapToDouble(Double::doubleValue).toArray();
        double whole = java.util.Arrays.stream(weights).sum();
        int cases = (int) java.util.Arrays.stream(named).sum();
        if (cases == 0 || whole == 0) return new Neutrality(cases, OptionalDouble.empty(), List.of());
        return new Neutrality(
                cases,
                Dissimilarity.between(named, weights),
                partners.entrySet().stream()
                        .map(it ->
                                line(it.getKey(), referrals.getOrDefault(it.getKey(), 0), it.getValue() / whole, cases))
                        .sorted(Comparator.comparingDouble((Line it) -> -it.distance(cases))
                                .thenComparing(Line::partner))
                        .toList());
    }

    private static Line line(UUID partner, int referrals, double share, int cases) {
        return new Line(
                partner, referrals, share, Wilson.interval(referrals, cases).orElseThrow());
    }

    public boolean enough() {
        return cases >= FEWEST;
    }

    public List<Line> differing() {
        return enough() ? lines.stream().filter(Line::differs).toList() : List.of();
    }
}
