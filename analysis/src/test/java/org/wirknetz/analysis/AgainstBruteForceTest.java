package org.wirknetz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Two thousand small random networks, among them empty, complete and disconnected ones, against the
/// definitions.
class AgainstBruteForceTest {
    private static final Offset<Double> EXACT = within(1e-9);

    private static List<Graph> small() {
        var random = new Random(1);
        var graphs = new ArrayList<Graph>();
        for (int k = 0; k < 2_000; k++)
            graphs.add(Generated.directed(random.nextInt(10), Math.pow(random.nextDouble(), 1.5), k));
        for (int n = 1; n < 9; n++) graphs.add(Generated.directed(n, 1, n));
        return graphs;
    }

    @Test
    void ways_are_those_of_the_definition() {
        for (var graph : small()) {
            var directed = new BruteForce(graph);
            var either = new BruteForce(graph.undirected());
            var paths = ShortestPaths.of(graph);
            var along = ShortestPaths.alongArcs(graph);
            var between = Betweenness.of(graph);
            var betweenAlong = Betweenness.alongArcs(graph);
            for (int v = 0; v < graph.size(); v++) {
                assertThat(between.at(v)).isCloseTo(either.betweenness(v) / 2, EXACT);
                assertThat(betweenAlong.at(v)).isCloseTo(directed.betweenness(v), EXACT);
                assertThat(paths.closeness().at(v).orElseThrow()).isCloseTo(either.closeness(v), EXACT);
                assertThat(along.closeness().at(v).orElseThrow()).isCloseTo(directed.closeness(v), EXACT);
                if (graph.size() > 1) {
                    assertThat(paths.harmonic().at(v).orElseThrow()).isCloseTo(either.harmonic(v), EXACT);
                    assertThat(along.harmonic().at(v).orElseThrow()).isCloseTo(directed.harmonic(v), EXACT);
                }
                for (int t = 0; t < graph.size(); t++)
                    assertThat(Distances.from(graph, v).to(t))
                            .isEqualTo(either.steps(v, t) == BruteForce.NO_WAY ? -1 : either.steps(v, t));
            }
        }
    }

    @Test
    void neighbourhoods_are_those_of_the_definition() {
        for (var graph : small()) {
            var brute = new BruteForce(graph);
            var constraint = Constraint.of(graph).values();
            var byStrength = Constraint.byStrength(graph).values();
            var triangles = Triangles.of(graph);
            var cores = Cores.of(graph);
            var cuts = CutPoints.of(graph);
            for (int v = 0; v < graph.size(); v++) {
                assertThat(triangles.at(v)).isEqualTo(brute.triangles(v));
                assertThat(cores.at(v)).isEqualTo(brute.core(v));
                assertThat(cuts.nodes().contains(graph.key(v))).isEqualTo(brute.isCutPoint(v));
                if (graph.undirected().degree(v) == 0)
                    assertThat(constraint.at(v)).isEmpty();
                else {
                    assertThat(constraint.at(v).orElseThrow()).isCloseTo(brute.constraint(v, false), EXACT);
                    assertThat(byStrength.at(v).orElseThrow()).isCloseTo(brute.constraint(v, true), EXACT);
                }
            }
            assertThat(Components.of(graph).count()).isEqualTo(brute.components(-1));
            assertThat(TriadCensus.of(graph).toArray()).isEqualTo(brute.triads());
        }
    }

    @Test
    void bridges_are_the_ties_whose_loss_divides() {
        for (var graph : small().subList(0, 400)) {
            var either = graph.undirected();
            var bridges = CutPoints.of(graph).bridges();
            for (int i = 0; i < graph.size(); i++)
                for (int j : either.neighbours(i)) {
                    if (j < i) continue;
                    boolean divides = Components.of(either.withoutTie(i, j)).count()
                            > Components.of(either).count();
                    assertThat(bridges.contains(new CutPoints.Bridge(either.key(i), either.key(j))))
                            .isEqualTo(divides);
                }
        }
    }

    @Test
    void communities_are_as_good_as_the_best_of_all_partitions() {
        for (int seed = 0; seed < 40; seed++) {
            var graph = Generated.directed(8, 0.2, seed);
            if (graph.ties() == 0) continue;
            assertThat(Communities.of(graph, seed).modularity().orElseThrow())
                    .isCloseTo(new BruteForce(graph.undirected()).bestModularity(), within(0.005));
        }
    }
}
