package org.wirknetz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/// Counts beyond what a number of 32 or 64 bits, or the largest double, would hold.
class OverflowTest {
    private static final int DIAMONDS = 1_100;

    /// Diamonds in a row: joints 0, 3, 6, … and between each two of them two nodes, so that the ways double at
    /// every joint, up to 2^1100 of them.
    private static Graph diamonds(boolean bothWays) {
        var from = new int[DIAMONDS * 4];
        var to = new int[from.length];
        for (int k = 0; k < DIAMONDS; k++) {
            int left = 3 * k;
            int[] one = {left, left, left + 1, left + 2}, other = {left + 1, left + 2, left + 3, left + 3};
            System.arraycopy(one, 0, from, 4 * k, 4);
            System.arraycopy(other, 0, to, 4 * k, 4);
        }
        int size = 3 * DIAMONDS + 1;
        return bothWays ? Graph.ofEdges(size, from, to) : Graph.ofArcs(size, from, to);
    }

    @Test
    void more_ways_than_the_largest_number_still_have_their_shares() {
        var betweenness = Betweenness.of(diamonds(true), Effort.threads(2));
        for (int k = 1; k < DIAMONDS; k++) {
            double joint = 9.0 * k * (DIAMONDS - k) + 1, middle = (3.0 * k - 2) * (3.0 * (DIAMONDS - k) + 1) / 2;
            assertThat(betweenness.at(3 * k)).isCloseTo(joint, within(joint * 1e-9));
            assertThat(betweenness.at(3 * k - 1)).isCloseTo(middle, within(middle * 1e-9));
        }
        assertThat(betweenness.centralisation().orElseThrow()).isBetween(0.0, 1.0);
    }

    @Test
    void also_along_the_arcs_and_on_ties_and_for_a_sample() {
        var along = Betweenness.alongArcs(diamonds(false));
        int k = DIAMONDS / 2;
        assertThat(along.at(3 * k)).isCloseTo(9.0 * k * (DIAMONDS - k), within(1e-3));
        var ties = TieBetweenness.of(diamonds(true), Effort.threads(2));
        assertThat(ties.ties()).allMatch(tie -> Double.isFinite(tie.betweenness()) && tie.betweenness() > 0);
        var sampled = SampledBetweenness.of(diamonds(true), 1_024, 1, Effort.threads(2));
        for (double value : sampled.toArray()) assertThat(value).isFinite();
    }

    @Test
    void ways_by_strength_are_refused_with_a_sentence() {
        assertThatExceptionOfType(RefusedInput.class)
                .isThrownBy(() -> WeightedPaths.of(diamonds(true)))
                .withMessage("Between two nodes there are more than 1e300 equally short ways.");
    }

    @Test
    void triads_of_two_million_nodes_are_counted_exactly() {
        for (long n : new long[] {378_001, 500_000, 1_000_001, 2_000_000, 3_800_000}) {
            var exact = BigInteger.valueOf(n)
                    .multiply(BigInteger.valueOf(n - 1))
                    .multiply(BigInteger.valueOf(n - 2))
                    .divide(BigInteger.valueOf(6));
            assertThat(BigInteger.valueOf(TriadCensus.triples(n))).isEqualTo(exact);
        }
        assertThatExceptionOfType(RefusedInput.class)
                .isThrownBy(() -> TriadCensus.of(Graph.ofEdges(3_800_001, new int[0], new int[0])))
                .withMessage("The number of nodes is 3800001; it must be between 0 and 3800000.");
    }

    @Test
    void pairs_around_a_hub_of_a_hundred_thousand_are_counted_exactly() {
        int size = 100_001;
        var hub = new int[size - 1];
        var others = new int[size - 1];
        for (int i = 0; i < hub.length; i++) others[i] = i + 1;
        var star = Graph.ofEdges(size, hub, others);
        var census = TriadCensus.of(star);
        assertThat(census.count("201")).isEqualTo(100_000L * 99_999 / 2);
        assertThat(Triangles.of(star).transitivity()).hasValue(0);
        assertThat(Components.of(star).fragmentation()).hasValue(0);
        assertThat(Degrees.of(star).centralisation().orElseThrow()).isCloseTo(1, within(1e-12));
    }
}
