package org.wirknetz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirknetz.analysis.Brokerage.Role;
import org.wirknetz.analysis.Survey.Treatment;

class RolesTest {

    @Test
    void the_network_breaks_without_its_office() {
        var players = KeyPlayers.breaking(M8.ties(), 0.5, 2).orElseThrow();
        assertThat(players.nodes()).containsExactly("A");
        assertThat(players.fragmentation()).isCloseTo(1 - 10 / 42.0, within(1e-12));
        assertThat(KeyPlayers.breaking(Generated.directed(20, 0.8, 1), 0.5, 2)).isEmpty();
        assertThat(KeyPlayers.best(M8.ties(), 7)).isEmpty();
        assertThat(KeyPlayers.best(Generated.grouped(500, 4, 1), 3)).isEmpty();
    }

    @Test
    void the_tie_between_office_and_provider_carries_most() {
        var ties = TieBetweenness.of(M8.ties());
        // Five on one side of A–F, three on the other.
        assertThat(ties.of("F", "A")).isCloseTo(15, within(1e-12));
        assertThat(ties.of("G", "H")).isCloseTo(7, within(1e-12));
        assertThat(ties.of("B", "H")).isZero();
        assertThat(ties.ties().getFirst()).isEqualTo(new TieBetweenness.Tie("A", "F", ties.of("A", "F")));
        double sum = ties.ties().stream()
                .mapToDouble(TieBetweenness.Tie::betweenness)
                .sum();
        assertThat(sum).isCloseTo(ShortestPaths.of(M8.ties()).totalLength(), within(1e-9));
    }

    @Test
    void a_broker_has_the_role_its_group_gives_it() {
        var graph = Graph.builder()
                .nodes("a1", "a2", "a3", "b1", "b2", "c1")
                .tie("a1", "a2")
                .tie("a2", "a3")
                .tie("a2", "b1")
                .tie("b1", "b2")
                .tie("b2", "a3")
                .tie("b2", "c1")
                .build();
        var groups = Partition.of(graph, 0, 0, 0, 1, 1, 2);
        var brokers = Brokerage.of(graph, groups);
        assertThat(brokers.count("a2", Role.COORDINATOR)).isEqualTo(1);
        assertThat(brokers.count("a2", Role.REPRESENTATIVE)).isEqualTo(1);
        assertThat(brokers.count("b1", Role.GATEKEEPER)).isEqualTo(1);
        assertThat(brokers.count("b2", Role.REPRESENTATIVE)).isEqualTo(2);
        assertThat(brokers.total(graph.node("c1"))).isZero();
        var across = Partition.of(graph, 0, 1, 0, 2, 0, 0);
        assertThat(Brokerage.of(graph, across).count("a2", Role.CONSULTANT)).isEqualTo(1);
        assertThat(Brokerage.of(graph, across).count("a2", Role.LIAISON)).isEqualTo(1);
    }

    @Test
    void not_answered_is_not_the_same_as_no_tie() {
        var named = Graph.builder()
                .nodes("a", "b", "c", "d")
                .tie("a", "b")
                .tie("b", "a")
                .tie("a", "d")
                .tie("b", "d")
                .tie("c", "a")
                .build();
        var survey = Survey.of(named, List.of("a", "b", "c"));
        assertThat(survey.response()).hasValue(0.75);
        assertThat(survey.topBrokerIsDoubtful()).isTrue();
        assertThat(survey.showsBrokers()).isTrue();
        assertThat(survey.density().orElseThrow()).isCloseTo(5 / 9.0, within(1e-12));
        assertThat(survey.densityBounds()).contains(new Range(5 / 12.0, 8 / 12.0));
        assertThat(survey.graph(Treatment.ZERO).ties()).isEqualTo(5);
        assertThat(survey.graph(Treatment.DROP).keys()).containsExactly("a", "b", "c");
        assertThat(survey.graph(Treatment.RECONSTRUCT).ties()).isEqualTo(7);
        assertThat(survey.reciprocity().ofArcs().orElseThrow()).isCloseTo(2 / 3.0, within(1e-12));
        var plausible =
                survey.plausible(Density::ofArcs, 200, 1, Effort.threads(2)).orElseThrow();
        assertThat(survey.densityBounds().orElseThrow().low()).isLessThanOrEqualTo(plausible.low());
        assertThat(survey.densityBounds().orElseThrow().high()).isGreaterThanOrEqualTo(plausible.high());
        assertThat(plausible.width()).isPositive();
        assertThatExceptionOfType(RefusedInput.class).isThrownBy(() -> Survey.of(named, List.of("a", "b")));
    }

    @Test
    void a_rank_is_a_band() {
        var bands = RankBands.withoutEachTie(
                M8.ties(), graph -> Betweenness.of(graph).toArray(), Effort.threads(2));
        // Without A–F the office falls behind nobody: it stays first unless its bridge goes.
        assertThat(bands.get(0)).isEqualTo(new RankBands.Band("A", 1, 1, 1));
        assertThat(bands.get(5).rank()).isEqualTo(2);
        assertThat(bands.get(5).worst()).isGreaterThan(2);
    }

    /// Burt's formula word for word, over all pairs of partners.
    @Test
    void effective_size_by_strength_is_that_of_the_formula() {
        var random = new java.util.Random(5);
        for (int attempt = 0; attempt < 200; attempt++) {
            int n = 2 + random.nextInt(6);
            var builder = Graph.builder();
            for (int i = 0; i < n; i++) builder.node("o" + i);
            for (int i = 0; i < n; i++)
                for (int j = 0; j < n; j++)
                    if (i != j && random.nextInt(3) == 0) builder.tie("o" + i, "o" + j, 1 + random.nextInt(5));
            var graph = builder.build().undirected();
            var sizes = Constraint.byStrength(graph).effectiveSize();
            for (int i = 0; i < n; i++) {
                if (graph.degree(i) == 0) {
                    assertThat(sizes.at(i)).isEmpty();
                    continue;
                }
                double own = 0, size = 0;
                for (int j : graph.neighbours(i)) own += graph.strength(i, j);
                for (int j : graph.neighbours(i)) {
                    double strongest = 0;
                    for (int k : graph.neighbours(j)) strongest = Math.max(strongest, graph.strength(j, k));
                    double overlap = 0;
                    for (int q : graph.neighbours(i))
                        if (q != j) overlap += graph.strength(i, q) / own * graph.strength(j, q) / strongest;
                    size += 1 - overlap;
                }
                assertThat(sizes.at(i).orElseThrow()).isCloseTo(size, within(1e-12));
            }
        }
    }

    @Test
    void who_passes_nothing_on_is_missed_by_exactly_nobody() {
        for (int n = 2; n < 120; n++) {
            var lone = Graph.ofEdges(n, new int[] {0}, new int[] {1});
            assertThat(Dependency.on(lone, 0).loss()).isEmpty();
            assertThat(Dependency.on(lone, 0).with().orElse(0)).isZero();
            var ring = new int[n - 1];
            var next = new int[n - 1];
            for (int i = 0; i < n - 1; i++) {
                ring[i] = i;
                next[i] = i + 1;
            }
            if (n > 2)
                assertThat(Dependency.on(Graph.ofEdges(n, ring, next), 0).loss())
                        .hasValue(0);
        }
    }
}
