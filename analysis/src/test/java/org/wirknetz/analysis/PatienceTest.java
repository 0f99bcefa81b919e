package org.wirknetz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirknetz.analysis.bench.Generator;
import org.wirknetz.analysis.disclosure.CountRule;
import org.wirknetz.analysis.disclosure.CountTable;
import org.wirknetz.analysis.disclosure.Protected;
import org.wirknetz.analysis.layout.Layout;
import org.wirknetz.analysis.proposals.Proposals;
import org.wirknetz.analysis.proposals.WhatIf;

/// Everything that may take long can be cancelled and tells how far it is.
class PatienceTest {
    private static final Graph SMALL = Generator.graph(60, 42);
    private static final Graph MIDDLING = Generator.graph(600, 42);
    private static final Graph ISLANDS = Graph.builder()
            .nodes(List.of("a", "b", "c", "d", "e", "f"))
            .tie("a", "b")
            .tie("c", "d")
            .tie("e", "f")
            .build();

    static Stream<Arguments> longOnes() {
        return Stream.of(
                one("betweenness", effort -> Betweenness.of(MIDDLING, effort)),
                one("sampled betweenness", effort -> SampledBetweenness.of(MIDDLING, 128, 1, effort)),
                one("tie betweenness", effort -> TieBetweenness.of(SMALL, effort)),
                one("distances", effort -> ShortestPaths.of(MIDDLING, effort)),
                one("weighted paths", effort -> WeightedPaths.of(SMALL, effort)),
                one("constraint", effort -> Constraint.of(MIDDLING, effort)),
                one("constraint by strength", effort -> Constraint.byStrength(MIDDLING, effort)),
                one("triangles", effort -> Triangles.of(MIDDLING, effort)),
                one("triads", effort -> TriadCensus.of(MIDDLING, effort)),
                one("page rank", effort -> PageRank.of(MIDDLING, effort)),
                one("eigenvector", effort -> Eigenvector.of(MIDDLING, effort)),
                one("cores", effort -> Cores.of(MIDDLING, effort)),
                one("components", effort -> Components.of(MIDDLING, effort)),
                one("cut points", effort -> CutPoints.of(MIDDLING, effort)),
                one("communities", effort -> Communities.of(SMALL, 1, 5, effort)),
                one("key players", effort -> KeyPlayers.best(SMALL, 2, effort)),
                one("group test", effort -> GroupTest.closedness(SMALL, SMALL.keysOf(1, 2, 3), 1, effort)),
                one("baselines", effort -> RandomBaseline.of(SMALL, 9, 1).compare(Density::of, effort)),
                one(
                        "directed baselines",
                        effort -> RandomBaseline.ofArcs(SMALL, 9, 1).compare(Density::ofArcs, effort)),
                one("dependency", effort -> Dependency.on(MIDDLING, 0, effort)),
                one("brokerage", effort -> Brokerage.of(SMALL, Partition.of(SMALL, new int[SMALL.size()]), effort)),
                one("closed circles", effort -> ClosedCircles.of(MIDDLING, effort)),
                one("trend", effort -> LeaveOneOut.isTrend(SMALL, SMALL, Density::of, effort)),
                one("what-if", effort -> WhatIf.of(SMALL, effort)),
                one("two modes, closeness", effort -> meetings().closeness(effort)),
                one("two modes, betweenness", effort -> meetings().betweenness(effort)),
                one("leave one out", effort -> LeaveOneOut.range(SMALL, Density::of, effort)),
                one("rank bands", effort -> RankBands.withoutEachTie(SMALL, PatienceTest::degrees, effort)),
                one(
                        "missing answers",
                        effort -> Survey.of(silent(), SMALL.keys().subList(0, 50))
                                .plausible(graph -> OptionalDouble.of(graph.ties()), 7, 1, effort)),
                one("map by distances", effort -> Layout.of(SMALL, effort)),
                one("map by forces", effort -> Layout.of(MIDDLING, effort)),
                one("shorter ways", effort -> Proposals.of(SMALL).with(effort).shortenWays(2)),
                one(
                        "partners of one",
                        effort -> Proposals.of(SMALL).with(effort).forOne(SMALL.key(0), 2)),
                one(
                        "partners of one of many",
                        effort -> Proposals.of(MIDDLING).with(effort).forOne(MIDDLING.key(0), 5)),
                one(
                        "hidden counts",
                        effort -> Protected.of(
                                CountTable.of(new long[] {5, 9}, new long[] {2, 8}, new long[] {7, 6}),
                                CountRule.SENSITIVE,
                                effort)),
                one("joining", effort -> Proposals.of(ISLANDS).with(effort).join(2)));
    }

    private static Arguments one(String name, Consumer<Effort> work) {
        return Arguments.of(name, work);
    }

    /// The last ten have named nobody.
    private static Graph silent() {
        var named = Graph.builder().nodes(SMALL.keys());
        for (int i = 0; i < 50; i++) for (int j : SMALL.neighbours(i)) named.tie(SMALL.key(i), SMALL.key(j));
        return named.build();
    }

    /// Sixty who took part in a dozen meetings.
    private static TwoMode meetings() {
        var meetings = new ArrayList<String>();
        for (int k = 0; k < 12; k++) meetings.add("meeting " + k);
        var there = new ArrayList<TwoMode.Attendance>();
        for (int i = 0; i < 60; i++) there.add(new TwoMode.Attendance(SMALL.key(i), meetings.get(i % 12)));
        return TwoMode.of(SMALL.keys(), meetings, there);
    }

    private static double[] degrees(Graph graph) {
        var degrees = new double[graph.size()];
        java.util.Arrays.setAll(degrees, graph::degree);
        return degrees;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("longOnes")
    void tells_how_far_it_is(String name, Consumer<Effort> work) {
        List<Double> heard = Collections.synchronizedList(new ArrayList<>());
        work.accept(Effort.threads(2).reportingTo(heard::add));
        assertThat(heard).isNotEmpty().isSorted().allMatch(share -> share >= 0 && share <= 1);
    }

    /// One run over thousands of nodes asks more than once whether it shall go on.
    @Test
    void communities_end_in_the_middle_of_a_run() {
        var asked = new java.util.concurrent.atomic.AtomicInteger();
        var graph = Generator.graph(20_000, 42);
        Communities.of(graph, 1, 1, Effort.threads(1).cancelledBy(() -> asked.incrementAndGet() < 0));
        assertThat(asked.get()).isGreaterThan(20);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("longOnes")
    void ends_when_cancelled(String name, Consumer<Effort> work) {
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> work.accept(Effort.threads(2).cancelledBy(() -> true)));
    }
}
