package org.wirknetz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirknetz.analysis.bench.Generator;

class WeightedPathsTest {
    @Test
    void a_strong_tie_is_a_short_way() {
        // B is reached sooner over C (1/4 + 1/4) than by the weak tie (1).
        var graph = Graph.builder()
                .nodes("A", "B", "C")
                .tie("A", "B", 1)
                .tie("A", "C", 4)
                .tie("C", "B", 4)
                .build();
        var paths = WeightedPaths.of(graph);
        assertThat(paths.betweenness(2)).isEqualTo(1);
        assertThat(paths.meanLength()).hasValue((0.25 + 0.25 + 0.5) / 3);
        assertThat(paths.diameter()).hasValue(0.5);
        assertThat(paths.closeness().of("A")).hasValue(2 / 0.75);
        assertThat(paths.harmonic().of("A")).hasValue((4 + 2) / 2.0);
    }

    @Test
    void with_equal_strengths_it_is_steps() {
        for (int size : new int[] {8, 60, 300}) {
            var plain = Generator.graph(size, 5);
            var once = Graph.ofEdges(size, ends(plain, true), ends(plain, false));
            var equal = new Graph(once.sharedKeys(), once.out, once.out);
            var weighted = WeightedPaths.of(equal, Effort.threads(2));
            var steps = ShortestPaths.of(plain);
            assertThat(weighted.meanLength().isPresent())
                    .isEqualTo(steps.meanLength().isPresent());
            var betweenness = Betweenness.of(plain);
            for (int i = 0; i < size; i++) {
                assertThat(weighted.betweenness(i)).isCloseTo(betweenness.at(i), within(1e-6));
                assertThat(weighted.closeness().raw(i))
                        .isCloseTo(steps.closeness().raw(i), within(1e-12));
                assertThat(weighted.harmonic().raw(i))
                        .isCloseTo(steps.harmonic().raw(i), within(1e-9));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void agrees_with_another_library(boolean wholeStrengths) {
        var random = new SplittableRandom(11);
        for (int draw = 0; draw < 60; draw++) {
            int size = 2 + random.nextInt(25);
            var builder = Graph.builder();
            var other = new SimpleWeightedGraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
            for (int i = 0; i < size; i++) {
                builder.node("" + i);
                other.addVertex(i);
            }
            for (int i = 0; i < size; i++)
                for (int j = i + 1; j < size; j++) {
                    if (random.nextDouble() > 0.3) continue;
                    double strength = wholeStrengths ? 1 + random.nextInt(5) : 0.1 + random.nextDouble();
                    builder.tie("" + i, "" + j, strength);
                    // Whole lengths, as only these are told apart exactly in sums.
                    other.setEdgeWeight(other.addEdge(i, j), wholeStrengths ? 60 / strength : 1 / strength);
                }
            var ours = WeightedPaths.of(builder.build());
            var theirs = new BetweennessCentrality<>(other).getScores();
            double scale = wholeStrengths ? 60 : 1, sum = 0, pairs = 0;
            for (int i = 0; i < size; i++) {
                assertThat(ours.betweenness(i)).isCloseTo(theirs.get(i), within(1e-9));
                for (int j = 0; j < size; j++) {
                    double length = new DijkstraShortestPath<>(other).getPathWeight(i, j) / scale;
                    if (i == j || Double.isInfinite(length)) continue;
                    sum += length;
                    pairs++;
                }
            }
            if (pairs > 0) assertThat(ours.meanLength().orElseThrow()).isCloseTo(sum / pairs, within(1e-9));
            else assertThat(ours.meanLength()).isEmpty();
        }
    }

    @Test
    void is_the_same_on_any_number_of_threads_and_can_be_cancelled() {
        var graph = Generator.graph(300, 3);
        var alone = WeightedPaths.of(graph, Effort.threads(1));
        for (int threads : new int[] {2, 16}) {
            var many = WeightedPaths.of(graph, Effort.threads(threads));
            for (int i = 0; i < graph.size(); i++) {
                assertThat(many.betweenness(i)).isEqualTo(alone.betweenness(i));
                assertThat(many.harmonic().raw(i)).isEqualTo(alone.harmonic().raw(i));
            }
        }
        assertThatExceptionOfType(java.util.concurrent.CancellationException.class)
                .isThrownBy(() -> WeightedPaths.of(graph, Effort.threads(2).cancelledBy(() -> true)));
    }

    @Test
    void strengths_too_far_apart_are_refused() {
        var graph = Graph.builder()
                .nodes("A", "B", "C")
                .tie("A", "B", 1e-9)
                .tie("B", "C", 1)
                .build();
        assertThatExceptionOfType(RefusedInput.class)
                .isThrownBy(() -> WeightedPaths.of(graph))
                .withMessageStartingWith("The strongest tie as a multiple of the weakest is ");
    }

    @Test
    void without_ties_nothing_is_defined_but_what_is_nothing() {
        var paths = WeightedPaths.of(Graph.builder().nodes("A", "B").build());
        assertThat(paths.meanLength()).isEmpty();
        assertThat(paths.diameter()).isEmpty();
        assertThat(paths.closeness().of("A")).hasValue(0);
        assertThat(WeightedPaths.of(Graph.builder().build()).meanLength()).isEmpty();
    }

    private static int[] ends(Graph graph, boolean first) {
        var either = graph.undirected();
        var ends = new int[(int) either.ties()];
        int count = 0;
        for (int i = 0; i < either.size(); i++)
            for (int j : either.neighbours(i)) if (i < j) ends[count++] = first ? i : j;
        return ends;
    }

    /// 1/1.5 + 1/3 is exactly as long as 1/1, so B stands on one of two shortest ways.
    @Test
    void ways_equally_long_in_halves_and_tenths_are_told_to_be_so() {
        for (double part : new double[] {1, 0.5, 0.1, 0.01}) {
            var graph = Graph.builder()
                    .nodes("A", "B", "C")
                    .tie("A", "B", 3 * part)
                    .tie("B", "C", 6 * part)
                    .tie("A", "C", 2 * part)
                    .build();
            var paths = WeightedPaths.of(graph);
            assertThat(paths.betweenness(1)).isEqualTo(0.5);
            assertThat(paths.diameter().orElseThrow()).isCloseTo(0.5 / part, within(1e-12 / part));
        }
    }
}
