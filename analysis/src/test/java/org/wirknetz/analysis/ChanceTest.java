package org.wirknetz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChanceTest {

    @Test
    void one_of_fifty_six_groups_is_as_closed() {
        var test = GroupTest.closedness(M8.ties(), Set.of("F", "G", "H"), 1);
        assertThat(test.exact()).isTrue();
        assertThat(test.asClosed()).isEqualTo(1);
        assertThat(test.compared()).isEqualTo(56);
        assertThat(test.pValue().orElseThrow()).isCloseTo(1 / 56.0, within(1e-12));
        assertThat(test.mean().orElseThrow()).isCloseTo(0.071, within(0.0005));
        assertThat(test.observed().orElseThrow()).isCloseTo(-7 / 9.0, within(1e-12));
    }

    @Test
    void a_drawn_p_value_is_near_the_exact_one_and_never_zero() {
        var graph = Generated.grouped(40, 6, 1);
        var group = IntStream.range(0, 10).mapToObj(i -> "o" + i).toList();
        var test = GroupTest.closedness(graph, group, 7);
        assertThat(test.exact()).isFalse();
        assertThat(test.compared()).isEqualTo(10_000);
        assertThat(test.pValue().orElseThrow()).isPositive().isLessThan(0.01);
        assertThat(GroupTest.closedness(graph, group, 7)).isEqualTo(test);
        assertThat(GroupTest.closedness(Graph.builder().node("a").build(), List.of("a"), 1)
                        .pValue())
                .isEmpty();
    }

    @Test
    void random_networks_keep_every_degree() {
        var graph = Generated.directed(30, 0.1, 3).undirected();
        var baseline = RandomBaseline.of(graph, 20, 5);
        for (int draw = 0; draw < 20; draw++) {
            var random = baseline.draw(draw);
            assertThat(Degrees.of(random).toArray()).isEqualTo(Degrees.of(graph).toArray());
            for (int i = 0; i < random.size(); i++)
                assertThat(random.neighbours(i)).doesNotContain(i).doesNotHaveDuplicates();
        }
        assertThat(baseline.draw(3).neighbours(0)).isEqualTo(baseline.draw(3).neighbours(0));
    }

    /// Six nodes in a ring have, among the 70 graphs in which all have two partners, 60 rings and 10 pairs of
    /// triangles.
    @Test
    void all_networks_of_the_same_degrees_are_equally_likely() {
        var ring = Graph.ofEdges(6, new int[] {0, 1, 2, 3, 4, 5}, new int[] {1, 2, 3, 4, 5, 0});
        var baseline = RandomBaseline.of(ring, 7_000, 11);
        Map<List<Integer>, Integer> seen = new HashMap<>();
        int triangles = 0;
        for (int draw = 0; draw < 7_000; draw++) {
            var random = baseline.draw(draw);
            if (Triangles.of(random).count() == 2) triangles++;
            seen.merge(
                    IntStream.range(0, 6)
                            .boxed()
                            .flatMap(i -> IntStream.of(random.neighbours(i)).boxed())
                            .toList(),
                    1,
                    Integer::sum);
        }
        assertThat(seen).hasSize(70);
        assertThat(triangles).isBetween(850, 1150);
        double chiSquared = seen.values().stream()
                .mapToDouble(count -> (count - 100) * (count - 100) / 100.0)
                .sum();
        assertThat(chiSquared).as("69 degrees of freedom, 0.1 % limit").isLessThan(111);
    }

    @Test
    void random_directed_networks_keep_what_everyone_names_and_is_named() {
        var graph = Generated.directed(40, 0.1, 3);
        var baseline = RandomBaseline.ofArcs(graph, 20, 5);
        for (int draw = 0; draw < 20; draw++) {
            var random = baseline.draw(draw);
            assertThat(random.ties()).isEqualTo(graph.ties());
            for (int i = 0; i < random.size(); i++) {
                assertThat(random.degree(i)).isEqualTo(graph.degree(i));
                assertThat(random.inDegree(i)).isEqualTo(graph.inDegree(i));
                assertThat(random.neighbours(i)).doesNotContain(i).doesNotHaveDuplicates();
            }
        }
        assertThat(baseline.draw(3).neighbours(0)).isEqualTo(baseline.draw(3).neighbours(0));
        assertThat(baseline.draw(3).neighbours(0)).isNotEqualTo(graph.neighbours(0));
    }

    /// Three in a circle can only stand the other way around, which no exchange of targets reaches; four who
    /// name one another once can in nine ways, of which six are circles of four.
    @Test
    void all_directed_networks_of_the_same_degrees_are_equally_likely() {
        assertThat(chiSquared(new int[] {0, 1, 2}, new int[] {1, 2, 0}, 2)).isLessThan(10.8);
        assertThat(chiSquared(new int[] {0, 1, 2, 3}, new int[] {1, 2, 3, 0}, 9))
                .as("8 degrees of freedom, 0.1 % limit")
                .isLessThan(26.1);
        // A circle of three, and a fourth who trades with one of them: six graphs, as trying all of them shows.
        assertThat(chiSquared(new int[] {0, 1, 2, 3, 0}, new int[] {1, 2, 0, 0, 3}, 6))
                .as("5 degrees of freedom, 0.1 % limit")
                .isLessThan(20.5);
    }

    private static double chiSquared(int[] from, int[] to, int graphs) {
        int size = IntStream.of(from).max().orElseThrow() + 1, draws = 1_000 * graphs;
        var baseline = RandomBaseline.ofArcs(Graph.ofArcs(size, from, to), draws, 7);
        Map<List<Integer>, Integer> seen = new HashMap<>();
        for (int draw = 0; draw < draws; draw++) {
            var random = baseline.draw(draw);
            seen.merge(
                    IntStream.range(0, size)
                            .boxed()
                            .flatMap(i -> IntStream.concat(IntStream.of(-1), IntStream.of(random.neighbours(i)))
                                    .boxed())
                            .toList(),
                    1,
                    Integer::sum);
        }
        assertThat(seen).hasSize(graphs);
        return seen.values().stream()
                .mapToDouble(count -> (count - 1_000) * (count - 1_000) / 1_000.0)
                .sum();
    }

    @Test
    void more_is_returned_than_chance_would_where_everything_is() {
        var builder = Graph.builder();
        for (int i = 0; i < 20; i++) builder.node("" + i);
        for (int i = 0; i < 20; i++) builder.mutual("" + i, "" + (i + 1) % 20);
        var comparison = RandomBaseline.ofArcs(builder.build(), 100, 1)
                .compare(graph -> Reciprocity.of(graph).ofArcs(), Effort.threads(2));
        assertThat(comparison.observed()).hasValue(1);
        assertThat(comparison.quantile()).hasValue(1);
        assertThat(comparison.mean().orElseThrow()).isLessThan(0.3);
    }

    @Test
    void groups_are_clearer_than_chance_where_they_were_planted() {
        var graph = Generated.grouped(60, 8, 2);
        var comparisons = RandomBaseline.of(graph, 60, 1)
                .compare(
                        Map.of("transitivity", g -> Triangles.of(g).transitivity(), "density", Density::of),
                        Effort.threads(2));
        assertThat(Objects.requireNonNull(comparisons.get("transitivity")).z().orElseThrow())
                .isGreaterThan(4);
        assertThat(Objects.requireNonNull(comparisons.get("transitivity")).quantile())
                .hasValue(1);
        assertThat(Objects.requireNonNull(comparisons.get("density")).z()).isEmpty();
        assertThat(Objects.requireNonNull(comparisons.get("density")).quantile())
                .hasValue(0.5);
    }

    @Test
    void half_have_left_after_the_median() {
        // Six stays: 6, 6, 6 ended, 6 running, 10 ended, 16 running (the first of the textbook's leukaemia example).
        var tenure = Tenure.of(List.of(
                new Tenure.Stay(6, true),
                new Tenure.Stay(6, true),
                new Tenure.Stay(6, true),
                new Tenure.Stay(6, false),
                new Tenure.Stay(10, true),
                new Tenure.Stay(16, false)));
        assertThat(tenure.steps()).containsExactly(new Tenure.Step(6, 0.5), new Tenure.Step(10, 0.25));
        assertThat(tenure.median()).hasValue(6);
        assertThat(tenure.remaining(5.9)).hasValue(1);
        assertThat(tenure.remaining(12)).hasValue(0.25);
        assertThat(Tenure.of(List.of(new Tenure.Stay(3, false))).median()).isEmpty();
        assertThat(Tenure.of(List.of()).remaining(1)).isEmpty();
    }

    @Test
    void a_fifth_of_the_time_would_have_to_move() {
        assertThat(Dissimilarity.between(new double[] {24, 8, 6, 2}, new double[] {40, 30, 20, 10})
                        .orElseThrow())
                .isCloseTo(0.20, within(1e-12));
        assertThat(Dissimilarity.between(new double[] {30, 50, 20}, new double[] {20, 70, 10})
                        .orElseThrow())
                .isCloseTo(0.20, within(1e-12));
        assertThat(Dissimilarity.between(new double[] {0}, new double[] {1})).isEmpty();
    }

    @Test
    void the_same_comes_out_of_any_number_of_threads() {
        var graph = Generated.grouped(50, 5, 9);
        var one = RandomBaseline.of(graph, 30, 2).compare(g -> Triangles.of(g).transitivity(), Effort.threads(1));
        for (int threads : new int[] {2, 16})
            assertThat(RandomBaseline.of(graph, 30, 2)
                            .compare(g -> Triangles.of(g).transitivity(), Effort.threads(threads)))
                    .isEqualTo(one);
    }
}
