package org.wirknetz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jgrapht.alg.connectivity.BiconnectivityInspector;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.alg.scoring.ClusteringCoefficient;
import org.jgrapht.alg.scoring.Coreness;
import org.jgrapht.alg.scoring.HarmonicCentrality;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleDirectedGraph;
import org.jgrapht.graph.SimpleGraph;
import org.junit.jupiter.api.Test;
import org.wirknetz.analysis.bench.Generator;

/// A thousand networks of up to 310 nodes against JGraphT, for what it gets right, and the kernels against each
/// other.
class AgainstPeersTest {

    private static List<Graph> medium() {
        var random = new Random(2);
        var graphs = new ArrayList<Graph>();
        for (int k = 0; k < 1_000; k++) {
            int size = 5 + random.nextInt(25);
            graphs.add(Generated.directed(size, 3 * random.nextDouble() / size, k));
        }
        for (int k = 0; k < 3; k++) graphs.add(Generator.graph(110 + 100 * k, k));
        return graphs;
    }

    private static SimpleGraph<Integer, DefaultEdge> undirected(Graph graph) {
        var peer = new SimpleGraph<Integer, DefaultEdge>(DefaultEdge.class);
        for (int i = 0; i < graph.size(); i++) peer.addVertex(i);
        for (int i = 0; i < graph.size(); i++)
            for (int j : graph.undirected().neighbours(i)) if (i < j) peer.addEdge(i, j);
        return peer;
    }

    private static SimpleDirectedGraph<Integer, DefaultEdge> directed(Graph graph) {
        var peer = new SimpleDirectedGraph<Integer, DefaultEdge>(DefaultEdge.class);
        for (int i = 0; i < graph.size(); i++) peer.addVertex(i);
        for (int i = 0; i < graph.size(); i++) for (int j : graph.neighbours(i)) peer.addEdge(i, j);
        return peer;
    }

    @Test
    void the_undirected_measures_agree_with_jgrapht() {
        for (var graph : medium()) {
            var peer = undirected(graph);
            var betweenness = new BetweennessCentrality<>(peer).getScores();
            var harmonic = new HarmonicCentrality<>(peer).getScores();
            var clustering = new ClusteringCoefficient<>(peer).getScores();
            var cores = new Coreness<>(peer).getScores();
            var biconnected = new BiconnectivityInspector<>(peer);
            var ours = Betweenness.of(graph);
            var paths = ShortestPaths.of(graph);
            var triangles = Triangles.of(graph).clustering();
            var core = Cores.of(graph);
            for (int i = 0; i < graph.size(); i++) {
                assertThat(ours.at(i)).isCloseTo(java.util.Objects.requireNonNull(betweenness.get(i)), within(1e-8));
                assertThat(paths.harmonic().at(i).orElseThrow())
                        .isCloseTo(java.util.Objects.requireNonNull(harmonic.get(i)), within(1e-9));
                assertThat(triangles.at(i).orElseThrow())
                        .isCloseTo(java.util.Objects.requireNonNull(clustering.get(i)), within(1e-12));
                assertThat(core.at(i)).isEqualTo(cores.get(i));
            }
            assertThat(CutPoints.of(graph).nodes())
                    .hasSize(biconnected.getCutpoints().size());
            assertThat(CutPoints.of(graph).bridges())
                    .hasSize(biconnected.getBridges().size());
            assertThat(Components.of(graph).count())
                    .isEqualTo(biconnected.getConnectedComponents().size());
        }
    }

    @Test
    void the_directed_measures_agree_with_jgrapht() {
        for (var graph : medium()) {
            var peer = directed(graph);
            assertThat(Components.strong(graph).count())
                    .isEqualTo(new KosarajuStrongConnectivityInspector<>(peer)
                            .stronglyConnectedSets()
                            .size());
            var betweenness = new BetweennessCentrality<>(peer).getScores();
            var ours = Betweenness.alongArcs(graph);
            for (int i = 0; i < graph.size(); i++)
                assertThat(ours.at(i)).isCloseTo(java.util.Objects.requireNonNull(betweenness.get(i)), within(1e-8));
        }
    }

    @Test
    void every_kernel_gives_the_same() {
        var effort = Effort.threads(2);
        for (var graph : medium()) {
            for (var csr : List.of(graph.undirected().out, graph.out)) {
                var back = csr == graph.out && graph.isDirected() ? graph.in : csr;
                var bySearch = LevelCounts.bySearch(csr, effort);
                var byBits = LevelCounts.byBits(csr, effort);
                assertThat(byBits.sums()).isEqualTo(bySearch.sums());
                assertThat(byBits.pairsAt()).isEqualTo(bySearch.pairsAt());
                assertThat(byBits.reached()).isEqualTo(bySearch.reached());
                assertThat(byBits.inverses()).isEqualTo(bySearch.inverses());
                var single = Brandes.bySearch(csr, effort);
                assertThat(Brandes.byLanes(csr, back, false, effort)).containsExactly(single, within(1e-8));
                assertThat(Brandes.hasVectors())
                        .as("tests run with the vector module")
                        .isTrue();
                assertThat(Brandes.byLanes(csr, back, true, effort)).containsExactly(single, within(1e-8));
            }
        }
    }

    @Test
    void a_sample_of_sources_is_right_within_its_error() {
        var graph = Generator.graph(1_500, 4);
        var exact = Betweenness.of(graph, Effort.threads(2));
        var sampled = SampledBetweenness.of(graph, 512, 1, Effort.threads(2));
        assertThat(sampled.sources()).isEqualTo(512);
        var top = java.util.stream.IntStream.range(0, graph.size())
                .boxed()
                .sorted(java.util.Comparator.comparingDouble(exact::at).reversed())
                .limit(100)
                .toList();
        long within = top.stream()
                .filter(i -> Math.abs(sampled.at(i) - exact.at(i)) <= 2 * sampled.errorAt(i))
                .count();
        assertThat(within).as("of the top 100 within two standard errors").isGreaterThanOrEqualTo(88);
        double estimated = java.util.Arrays.stream(sampled.toArray()).sum();
        assertThat(estimated)
                .isCloseTo(
                        java.util.Arrays.stream(exact.toArray()).sum(),
                        org.assertj.core.data.Percentage.withPercentage(2));
        assertThat(SampledBetweenness.of(graph, 512, 1, Effort.threads(1)).toArray())
                .isEqualTo(sampled.toArray());
        assertThat(SampledBetweenness.of(graph, 5_000, 1, Effort.threads(2)).toArray())
                .isEqualTo(exact.toArray());
    }

    @Test
    void long_chains_do_not_overflow_anything() {
        int n = 3_000;
        var from = new int[n - 1];
        var to = new int[n - 1];
        for (int i = 0; i < n - 1; i++) {
            from[i] = i;
            to[i] = i + 1;
        }
        var chain = Graph.ofArcs(n, from, to);
        assertThat(CutPoints.of(chain).nodes()).hasSize(n - 2);
        assertThat(Components.strong(chain).count()).isEqualTo(n);
        assertThat(ShortestPaths.of(chain).diameter()).hasValue(n - 1);
        assertThat(ShortestPaths.of(chain).totalLength()).isEqualTo((long) n * (n - 1) * (n + 1) / 6);
        assertThat(Betweenness.of(chain).at(1)).isEqualTo(n - 2);
    }

    @Test
    void all_numbers_are_the_same_for_any_number_of_threads() {
        var graph = Generator.graph(600, 7);
        var betweenness = Betweenness.of(graph, Effort.threads(1)).toArray();
        var harmonic = ShortestPaths.of(graph, Effort.threads(1)).harmonic().toArray(-1);
        var constraint = Constraint.of(graph).values().toArray(-1);
        var communities = Communities.of(graph, 3, 8, Effort.threads(1));
        for (int threads : new int[] {2, 16}) {
            var again = Communities.of(graph, 3, 8, Effort.threads(threads));
            assertThat(again.members()).isEqualTo(communities.members());
            assertThat(again.stability()).isEqualTo(communities.stability());
            assertThat(Betweenness.of(graph, Effort.threads(threads)).toArray()).isEqualTo(betweenness);
            assertThat(ShortestPaths.of(graph, Effort.threads(threads))
                            .harmonic()
                            .toArray(-1))
                    .isEqualTo(harmonic);
            assertThat(Constraint.of(graph, Effort.threads(threads)).values().toArray(-1))
                    .isEqualTo(constraint);
            assertThat(TriadCensus.of(graph, Effort.threads(threads)).toArray())
                    .isEqualTo(TriadCensus.of(graph).toArray());
        }
    }
}
