package org.wirknetz.analysis;

import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Function;

/// A network known from answers of which some are missing. Not answered is not the same as no tie: network
/// figures are taken over observed pairs, and what a measure could be is shown as a range.
public final class Survey {

    /// What to make of the ties that a silent member might have named.
    public enum Treatment {
        /// No answer counts as no tie; biased downwards, shown only because spreadsheets do it.
        ZERO,
        /// The network among those who answered.
        DROP,
        /// The other side's answer counts for both; biases reciprocity upwards.
        RECONSTRUCT
    }

    private final Graph named;
    private final boolean[] answered;
    private final int respondents;

    private Survey(Graph named, boolean[] answered, int respondents) {
        this.named = named;
        this.answered = answered;
        this.respondents = respondents;
    }

    /// `named` holds a directed tie from everyone who answered to everyone they named; ties from the silent are
    /// refused.
    public static Survey of(Graph named, Collection<String> respondents) {
        var answered = new boolean[named.size()];
        for (var key : respondents) answered[named.node(key)] = true;
        int count = 0;
        for (int i = 0; i < answered.length; i++) {
            if (answered[i]) count++;
            else if (named.degree(i) > 0)
                throw new RefusedInput(RefusedInput.Reason.SILENT_ANSWER, named.key(i), named.degree(i));
        }
        return new Survey(named, answered, count);
    }

    /// Those who answered among all; undefined without members.
    public OptionalDouble response() {
        return Share.of(respondents, answered.length);
    }

    /// Below 80 % the top broker may be another in one of three to four cases.
    public boolean topBrokerIsDoubtful() {
        return response().orElse(0) < 0.8;
    }

    /// Below 70 % brokers are not to be told apart at all.
    public boolean showsBrokers() {
        return response().orElse(0) >= 0.7;
    }

    public Graph graph(Treatment treatment) {
        return switch (treatment) {
            case ZERO -> named;
            case DROP -> named.induced(node -> answered[node]);
            case RECONSTRUCT -> reconstructed();
        };
    }

    /// Ties named / pairs asked and answered; undefined where nobody answered.
    public OptionalDouble density() {
        return Share.of(named.ties(), respondents * (answered.length - 1.0));
    }

    /// What the density of the full network can be: no silent member names anybody, or each names all. Empty
    /// below two members.
    public Optional<Range> densityBounds() {
        double possible = answered.length * (answered.length - 1.0);
        if (possible == 0) return Optional.empty();
        double open = (answered.length - respondents) * (answered.length - 1.0);
        return Optional.of(new Range(named.ties() / possible, (named.ties() + open) / possible));
    }

    /// Among pairs who both answered.
    public Reciprocity reciprocity() {
        return Reciprocity.of(graph(Treatment.DROP));
    }

    /// What a measure could be: the range over seeded completions in which every missing answer names another
    /// as often as those who answered do: more often someone who named them, by the observed reciprocity, than
    /// someone who did not. Empty where it is never defined.
    public Optional<Range> plausible(Function<Graph, OptionalDouble> measure, int draws, long seed, Effort effort) {
        if (draws < 1) throw new RefusedInput(RefusedInput.Reason.BAD_NUMBER, "The number of draws", draws, 1);
        var values = new double[draws];
        effort.run(
                draws,
                draw -> values[draw] = measure.apply(completed(new SplittableRandom(seed * 31 + draw)))
                        .orElse(Double.NaN));
        var known = java.util.Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .summaryStatistics();
        return known.getCount() == 0 ? Optional.empty() : Optional.of(new Range(known.getMin(), known.getMax()));
    }

    private Graph reconstructed() {
        var arcs = new ArcList(named.ties() * 2);
        for (int i = 0; i < answered.length; i++)
            for (int slot = named.out.offsets[i]; slot < named.out.offsets[i + 1]; slot++) {
                int j = named.out.targets[slot];
                arcs.add(i, j, named.out.strength(slot));
                if (!answered[j]) arcs.add(j, i, named.out.strength(slot));
            }
        return arcs.graph(named);
    }

    private Graph completed(SplittableRandom random) {
        double density = density().orElse(0);
        double returned = reciprocity().ofArcs().orElse(density);
        double unasked = density >= 1 ? 1 : density * (1 - returned) / (1 - density);
        var arcs = new ArcList(named.ties() + (long) (answered.length - respondents) * answered.length);
        for (int i = 0; i < answered.length; i++) {
            for (int slot = named.out.offsets[i]; slot < named.out.offsets[i + 1]; slot++)
                arcs.add(i, named.out.targets[slot], named.out.strength(slot));
            if (answered[i]) continue;
            for (int j = 0; j < answered.length; j++) {
                double chance = !answered[j] ? density : named.hasTie(j, i) ? returned : unasked;
                if (i != j && random.nextDouble() < chance) arcs.add(i, j, 1);
            }
        }
        return arcs.graph(named);
    }

    private static final class ArcList {
        private final int[] from;
        private final int[] to;
        private final double[] strength;
        private int count;

        ArcList(long room) {
            from = new int[Math.toIntExact(room)];
            to = new int[from.length];
            strength = new double[from.length];
        }

        void add(int source, int target, double weight) {
            from[count] = source;
            to[count] = target;
            strength[count++] = weight;
        }

        Graph graph(Graph like) {
            return Graph.directed(like.sharedKeys(), from, to, strength, count);
        }
    }
}
