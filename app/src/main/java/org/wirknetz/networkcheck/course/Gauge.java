package org.wirknetz.networkcheck.course;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.Betweenness;
import org.wirknetz.analysis.Communities;
import org.wirknetz.analysis.Components;
import org.wirknetz.analysis.CutPoints;
import org.wirknetz.analysis.Degrees;
import org.wirknetz.analysis.Dependency;
import org.wirknetz.analysis.Graph;
import org.wirknetz.analysis.ShortestPaths;

/// What is followed through the quarters, each measured on the undirected graph (domain: M3, M4, M9).
public enum Gauge {
    /// Components, those of a single organisation among them.
    PIECES(false),
    /// Mean length of the shortest ways (M3).
    WAYS(true),
    /// How clearly the ties gather in groups (modularity, M4).
    CIRCLES(true),
    CUT_POINTS(true),
    BRIDGES(true),
    /// Freeman's centralisation of degrees (M9); set by the degrees themselves, so chance says nothing about it.
    DEGREES(false),
    /// Freeman's centralisation of betweenness (M9).
    BETWEENNESS(true),
    /// What the others would lose without the coordination office (M9).
    DEPENDENCY(true);

    private static final long SEED = 20_240_101L;

    private final boolean chance;

    Gauge(boolean chance) {
        this.chance = chance;
    }

    /// Whether networks in which everyone has as many partners can differ in it.
    boolean comparesWithChance() {
        return chance;
    }

    /// Undefined where the network is too small for it, or has no ties.
    ///
    /// @param office key of the coordination office; null where there is none
    OptionalDouble of(Graph graph, @Nullable String office) {
        return switch (this) {
            case PIECES ->
                graph.size() == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(Components.of(graph).count());
            case WAYS -> ShortestPaths.of(graph).meanLength();
            case CIRCLES -> Communities.quick(graph, SEED).modularity();
            case CUT_POINTS ->
                graph.ties() == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(CutPoints.of(graph).nodes().size());
            case BRIDGES ->
                graph.ties() == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(CutPoints.of(graph).bridges().size());
            case DEGREES -> Degrees.of(graph).centralisation();
            case BETWEENNESS -> Betweenness.of(graph).centralisation();
            case DEPENDENCY ->
                office == null || graph.find(office).isEmpty()
                        ? OptionalDouble.empty()
                        : Dependency.on(graph, office).loss();
        };
    }
}
