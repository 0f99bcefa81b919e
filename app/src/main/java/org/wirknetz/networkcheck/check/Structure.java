package org.wirknetz.networkcheck.check;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.Betweenness;
import org.wirknetz.analysis.Components;
import org.wirknetz.analysis.Degrees;
import org.wirknetz.analysis.Dependency;
import org.wirknetz.analysis.Effort;
import org.wirknetz.analysis.ExternalInternal;
import org.wirknetz.analysis.Graph;
import org.wirknetz.analysis.Inequality;
import org.wirknetz.analysis.Modularity;
import org.wirknetz.analysis.ShortestPaths;
import org.wirknetz.analysis.Triangles;
import org.wirknetz.networkcheck.check.CheckResult.Measure;

/// Who is tied to whom, direction left aside: density, centralisation, short ways, sub-networks (M2, M3, M4, M9).
final class Structure {
    private static final String[] TIES = {"organisations", "ties"};

    private final Graph graph;
    private final @Nullable String coordinator;
    private final @Nullable Double missing;
    private final Measuring measuring;
    private final CheckWords words;

    Structure(
            Graph graph,
            @Nullable String coordinator,
            @Nullable Double missing,
            Measuring measuring,
            CheckWords words) {
        this.graph = graph;
        this.coordinator = coordinator;
        this.missing = missing;
        this.measuring = measuring;
        this.words = words;
    }

    List<Measure> measures(Ways ways) {
        var measures = new ArrayList<Measure>();
        double pairs = graph.size() * (graph.size() - 1.0) / 2;
        measures.add(measuring.ratio(MeasureId.DENSITY, graph.ties(), pairs, missing, TIES));
        centralisation(measures, ways.betweenness());
        lengths(measures, ways.paths());
        measures.add(value(MeasureId.TRANSITIVITY, Triangles.of(graph).transitivity()));
        measures.add(measuring.said(
                MeasureId.MODULARITY, Modularity.of(graph, ways.circles()), this::againstChance, missing, TIES));
        measures.add(value(
                MeasureId.EI_INDEX, ExternalInternal.of(graph, ways.circles()).index()));
        measures.add(value(MeasureId.FRAGMENTATION, Components.of(graph).fragmentation()));
        return measures;
    }

    private void centralisation(List<Measure> measures, Betweenness betweenness) {
        measures.add(value(MeasureId.DEGREE_CENTRALISATION, Degrees.of(graph).centralisation()));
        measures.add(value(MeasureId.DEGREE_GINI, spread().correctedGini()));
        measures.add(value(MeasureId.BETWEENNESS_CENTRALISATION, betweenness.centralisation()));
        if (coordinator == null) {
            measures.add(withoutCoordinator(MeasureId.DEGREE_CENTRALISATION_WITHOUT_COORDINATOR));
            measures.add(withoutCoordinator(MeasureId.COORDINATOR_DEPENDENCY));
            return;
        }
        var others = graph.without(graph.node(coordinator));
        measures.add(value(
                MeasureId.DEGREE_CENTRALISATION_WITHOUT_COORDINATOR,
                Degrees.of(others).centralisation()));
        measures.add(value(
                MeasureId.COORDINATOR_DEPENDENCY,
                Dependency.on(graph, coordinator).loss()));
    }

    /// How evenly the partners are spread (M2).
    private Inequality spread() {
        return Inequality.of(
                IntStream.range(0, graph.size()).mapToDouble(graph::degree).toArray());
    }

    private void lengths(List<Measure> measures, ShortestPaths paths) {
        measures.add(value(MeasureId.PATH_LENGTH, paths.meanLength()));
        var diameter = paths.diameter();
        measures.add(value(
                MeasureId.DIAMETER,
                diameter.isPresent() ? OptionalDouble.of(diameter.getAsInt()) : OptionalDouble.empty()));
        measures.add(measuring.ratio(MeasureId.PAIRS_WITHIN_TWO, paths.pairsWithin(2), paths.pairs(), missing, TIES));
        measures.add(value(MeasureId.EFFICIENCY, paths.efficiency()));
    }

    private String againstChance() {
        return words.say(
                Circles.clearerThanChance(graph, Effort.full())
                        ? "check.modularity.clearer"
                        : "check.modularity.no-clearer");
    }

    private Measure withoutCoordinator(MeasureId id) {
        return measuring.withheld(id, Withheld.NO_COORDINATOR, missing, TIES);
    }

    private Measure value(MeasureId id, OptionalDouble value) {
        return measuring.value(id, value, missing, TIES);
    }
}
