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
