package org.wirknetz.networkcheck.fair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.Fit;

/// How one thing that the coordination office hands out was spread over kinds of partners, beside what equal
/// treatment
/// would let expect (F10). Fit to be read outside: a line has at least five partners and five cases behind it,
/// smaller
/// ones stand together, and what would be told by the rest is not told either.
///
/// @param what it is, for the words
/// @param cases null where fewer than five partners or cases are behind it
/// @param eligible partners that could have been given something; null as above
/// @param chance how likely chance alone is at least as uneven (χ²); null below twenty cases
/// @param without how many partners were given nothing; null where one could be meant
/// @param lines none where nobody but one group could be shown
public record Spread(
        String what,
        @Nullable Integer cases,
        @Nullable Integer eligible,
        @Nullable Double chance,
        @Nullable Integer without,
        List<Line> lines) {

    /// The house's limit: fewer could be named.
    public static final int FEWEST = 5;

    /// Below it nothing is said of chance.
    public static final int FEWEST_TESTED = 20;

    /// Below it chance does not explain a line.
    public static final double UNLIKELY = 0.05;

    /// The groups that are too small to stand alone.
    public static final String OTHERS = "";

    /// @param key of the actor group, [#OTHERS] for small ones together
    /// @param expected cases by the share of the line
    /// @param chance exact, two-sided; null below twenty cases in all
    public record Line(
            String key,
            int partners,
            int cases,
            double expected,
            @Nullable Double chance) {

        /// Whether chance does not explain it.
        public boolean differs() {
            return chance != null && chance < UNLIKELY;
        }
    }

    public Spread {
        lines = List.copyOf(lines);
    }

    private record Part(String key, int partners, double cases, double weight) {

        boolean isLargeEnough() {
            return partners >= FEWEST && Math.round(cases) >= FEWEST;
        }

        Part and(Part other) {
            return new Part(OTHERS, partners + other.partners, cases + other.cases, weight + other.weight);
        }
    }

    /// @param given how much each partner was given; whoever has no weight does not count
    /// @param weights what would be each partner's share
    /// @param group of a partner, by key
    /// @param counted whether these are single cases, of which chance can be spoken
    static Spread of(
            String what,
            Map<UUID, ? extends Number> given,
            Map<UUID, Double> weights,
            Function<UUID, String> group,
            boolean counted) {
        var parts = new LinkedHashMap<String, Part>();
        int without = 0;
        for (var one : weights.entrySet()) {
            var number = given.get(one.getKey());
            double cases = number == null ? 0 : number.doubleValue();
            if (cases == 0) without++;
            var key = group.apply(one.getKey());
            parts.merge(
                    key,
                    new Part(key, 1, cases, one.getValue()),
                    (all, it) ->
                            new Part(key, all.partners() + 1, all.cases() + it.cases(), all.weight() + it.weight()));
        }
        var whole = parts.values().stream().reduce(new Part(OTHERS, 0, 0, 0), Part::and);
        if (!whole.isLargeEnough()) return new Spread(what, null, null, null, null, List.of());
        var lines = shown(new ArrayList<>(parts.values()), whole, counted);
        boolean tested = counted && whole.cases() >= FEWEST_TESTED;
        return new Spread(
                what,
                (int) Math.round(whole.cases()),
                whole.partners(),
                tested ? orNull(together(lines)) : null,
                tellsNobody(without, whole.partners()) ? without : null,
                lines);
    }

    private static boolean tellsNobody(int without, int partners) {
        return without == 0 || without == partners || (without >= FEWEST && partners - without >= FEWEST);
    }

    /// Those of small groups stand together; where they are still too few, the smallest of the others joins them.
    private static List<Line> shown(List<Part> parts, Part whole, boolean counted) {
        var alone = new ArrayList<>(parts.stream()
                .filter(it -> !it.key().equals(OTHERS) && it.isLargeEnough())
                .sorted(Comparator.comparingDouble(Part::cases).thenComparing(Part::key))
                .toList());
        var others = parts.stream().filter(it -> !alone.contains(it)).reduce(new Part(OTHERS, 0, 0, 0), Part::and);
        while (others.partners() > 0 && !others.isLargeEnough() && !alone.isEmpty())
            others = others.and(alone.removeFirst());
        var shown = new ArrayList<>(alone.reversed());
        if (others.partners() > 0) shown.add(others);
        if (shown.size() < 2) return List.of();
        return shown.stream().map(it -> line(it, whole, counted)).toList();
    }

    private static Line line(Part part, Part whole, boolean counted) {
        double share = part.weight() / whole.weight();
        int cases = (int) Math.round(part.cases());
        int all = (int) Math.round(whole.cases());
        return new Line(
                part.key(),
                part.partners(),
                cases,
                share * whole.cases(),
                counted && all >= FEWEST_TESTED ? orNull(Fit.binomial(cases, all, share)) : null);
    }

    private static OptionalDouble together(List<Line> lines) {
        double whole = lines.stream().mapToDouble(Line::expected).sum();
        return Fit.chiSquare(
                lines.stream().mapToDouble(Line::cases).toArray(),
                lines.stream().mapToDouble(it -> it.expected() / whole).toArray());
    }

    private static @Nullable Double orNull(OptionalDouble number) {
        return number.isPresent() ? (Double) number.getAsDouble() : null;
    }
}
