package org.wirknetz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wirknetz.analysis.bench.Generator;

/// What must not change, or must change in a known way, when the network does.
class MetamorphicTest {
    private static Graph rebuilt(Graph graph, Random order, double strengthTimes, boolean withIsolate) {
        var keys = new ArrayList<>(graph.keys());
        Collections.shuffle(keys, order);
        var builder = Graph.builder().nodes(keys);
        if (withIsolate) builder.node("Neuling");
        for (int i = 0; i < graph.size(); i++)
            for (int j : graph.neighbours(i))
                builder.tie(graph.key(i), graph.key(j), graph.strength(i, j) * strengthTimes);
        return builder.build();
    }

    @Test
    void the_order_of_the_list_does_not_matter() {
        for (int seed = 0; seed < 40; seed++) {
            var graph = Generated.directed(40, 0.06, seed);
            var other = rebuilt(graph, new Random(seed), 1, false);
            assertThat(ShortestPaths.of(other).efficiency().orElseThrow())
                    .isCloseTo(ShortestPaths.of(graph).efficiency().orElseThrow(), within(1e-12));
            assertThat(TriadCensus.of(other).toArray())
                    .isEqualTo(TriadCensus.of(graph).toArray());
            assertThat(CutPoints.of(other).nodes())
                    .containsExactlyInAnyOrderElementsOf(CutPoints.of(graph).nodes());
            assertThat(Reciprocity.of(other).weighted().orElseThrow())
                    .isCloseTo(Reciprocity.of(graph).weighted().orElseThrow(), within(1e-12));
            for (var key : graph.keys()) {
                assertThat(Betweenness.of(other).of(key))
                        .isCloseTo(Betweenness.of(graph).of(key), within(1e-9));
                assertThat(PageRank.of(other).of(key).orElseThrow())
                        .isCloseTo(PageRank.of(graph).of(key).orElseThrow(), within(1e-9));
                assertThat(Cores.of(other).of(key)).isEqualTo(Cores.of(graph).of(key));
            }
        }
    }

    @Test
    void an_isolate_changes_nobody_else_s_place() {
        for (int seed = 0; seed < 40; seed++) {
            var graph = Generated.directed(40, 0.06, seed);
            var more = rebuilt(graph, new Random(seed), 1, true);
            var before = ShortestPaths.of(graph);
            var after = ShortestPaths.of(more);
            assertThat(after.meanLength().orElseThrow())
                    .isCloseTo(before.meanLength().orElseThrow(), within(1e-12));
            assertThat(after.diameter()).isEqualTo(before.diameter());
            assertThat(after.efficiency().orElseThrow())
                    .isCloseTo(before.efficiency().orElseThrow() * 39 / 41, within(1e-12));
            assertThat(Components.of(more).count())
                    .isEqualTo(Components.of(graph).count() + 1);
            assertThat(Triangles.of(more).transitivity())
                    .isEqualTo(Triangles.of(graph).transitivity());
            for (var key : graph.keys()) {
                assertThat(Betweenness.of(more).of(key))
                        .isCloseTo(Betweenness.of(graph).of(key), within(1e-9));
                var constraint = Constraint.of(graph).values().of(key);
                assertThat(Constraint.of(more).values().of(key).orElse(-1))
                        .isCloseTo(constraint.orElse(-1), within(1e-12));
            }
            assertThat(Constraint.of(more).values().of("Neuling")).isEmpty();
        }
    }

    @Test
    void twice_the_strength_changes_no_share() {
        for (int seed = 0; seed < 40; seed++) {
            var graph = Generated.directed(40, 0.1, seed);
            var doubled = rebuilt(graph, new Random(seed), 2, false);
            assertThat(Reciprocity.of(doubled).weighted().orElseThrow())
                    .isCloseTo(Reciprocity.of(graph).weighted().orElseThrow(), within(1e-12));
            for (var key : graph.keys())
                assertThat(Constraint.byStrength(doubled).values().of(key).orElse(-1))
                        .isCloseTo(Constraint.byStrength(graph).values().of(key).orElse(-1), within(1e-12));
        }
    }

    @Test
    void two_copies_side_by_side_have_everything_twice() {
        var one = Generator.graph(150, 3);
        var from = new ArrayList<Integer>();
        var to = new ArrayList<Integer>();
        for (int i = 0; i < one.size(); i++)
            for (int j : one.neighbours(i))
                for (int copy = 0; copy < 2; copy++) {
                    from.add(i + copy * 150);
                    to.add(j + copy * 150);
                }
        var two = Graph.ofArcs(
                300,
                from.stream().mapToInt(Integer::intValue).toArray(),
                to.stream().mapToInt(Integer::intValue).toArray());
        assertThat(Triangles.of(two).count()).isEqualTo(2 * Triangles.of(one).count());
        assertThat(ShortestPaths.of(two).totalLength())
                .isEqualTo(2 * ShortestPaths.of(one).totalLength());
        var single = Betweenness.of(one);
        var both = Betweenness.of(two);
        for (int i = 0; i < 300; i++) assertThat(both.at(i)).isCloseTo(single.at(i % 150), within(1e-8));
    }
}
