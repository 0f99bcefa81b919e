package org.wirknetz.analysis.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.wirknetz.analysis.Betweenness;
import org.wirknetz.analysis.Communities;
import org.wirknetz.analysis.Components;
import org.wirknetz.analysis.Constraint;
import org.wirknetz.analysis.Cores;
import org.wirknetz.analysis.CutPoints;
import org.wirknetz.analysis.EdgeList;
import org.wirknetz.analysis.Effort;
import org.wirknetz.analysis.Eigenvector;
import org.wirknetz.analysis.Graph;
import org.wirknetz.analysis.PageRank;
import org.wirknetz.analysis.ShortestPaths;
import org.wirknetz.analysis.TriadCensus;
import org.wirknetz.analysis.Triangles;
import org.wirknetz.analysis.WeightedPaths;
import org.wirknetz.analysis.layout.HundredRounds;

/// Our own measures on one network, each by the name under which peers measure the same.
final class Ours {
    static final String CLOSURE = "constraint + clustering";
    static final String FORCES = "100 rounds of ForceAtlas2";
    private static final int MOST_WEIGHTED = 5_000;
    private static final int MOST_SEARCHED = 50_000;
    private static final int LEAST_FORCED = 5_000;

    private final Path file;
    private final Graph graph;
    private final Effort effort = Effort.full();
    private final Map<String, Supplier<String>> measures = new LinkedHashMap<>();

    Ours(Path file, Graph graph) {
        this.file = file;
        this.graph = graph;
        graph.undirected();
        int size = graph.size();
        measures.put("load", this::load);
        // Igraph measures one of them; ours gives closeness, mean length, diameter and efficiency in the same pass.
        if (size <= MOST_SEARCHED)
            measures.put(
                    "harmonic",
                    () -> sum(ShortestPaths.of(graph, effort).harmonic().toArray(0)));
        if (size <= MOST_SEARCHED)
            measures.put("betweenness", () -> sum(Betweenness.of(graph, effort).toArray()));
        if (size <= MOST_WEIGHTED) {
            var weighted = weighted(graph);
            measures.put("weighted betweenness", () -> weighted(WeightedPaths.of(weighted, effort), size));
        }
        measures.put(
                "constraint", () -> sum(Constraint.of(graph, effort).values().toArray(0)));
        measures.put(
                "clustering", () -> sum(Triangles.of(graph, effort).clustering().toArray(0)));
        measures.put(CLOSURE, this::closure);
        measures.put("triads", () -> TriadCensus.of(graph, effort).count("300") + "");
        measures.put("cores", () -> Cores.of(graph).degeneracy() + "");
        measures.put("pagerank", () -> sum(PageRank.alongArcs(graph, effort).toArray(0)));
        measures.put("eigenvector", () -> sum(Eigenvector.of(graph).toArray(0)));
        measures.put("cutpoints", () -> CutPoints.of(graph).nodes().size() + "");
        measures.put("components", () -> Components.of(graph).count() + "");
        measures.put(
                "leiden",
                () -> "Q=%.3f"
                        .formatted(
                                Communities.of(graph, 1, 1, effort).modularity().orElse(0)));
        if (size >= LEAST_FORCED && size <= MOST_SEARCHED)
            measures.put(FORCES, () -> {
                HundredRounds.run(graph, effort);
                return "-";
            });
    }

    Map<String, Peer.Answer> all() {
        return only(measures.keySet());
    }

    Map<String, Peer.Answer> only(Set<String> names) {
        var answers = new LinkedHashMap<String, Peer.Answer>();
        measures.forEach((name, measure) -> {
            if (!names.contains(name)) return;
            var result = new String[1];
            var timing = Timing.of(() -> result[0] = measure.get());
            answers.put(name, new Peer.Answer(timing, result[0]));
        });
        return answers;
    }

    private String load() {
        try {
            return EdgeList.read(file, effort).ties() + "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String closure() {
        var constraint = Constraint.of(graph, effort);
        return sum(constraint.values().toArray(0)) + " "
                + sum(constraint.triangles().clustering().toArray(0));
    }

    /// Strengths from 1 to 5 that peers can compute too.
    private static Graph weighted(Graph graph) {
        var either = graph.undirected();
        var builder = Graph.builder().nodes(either.keys());
        for (int i = 0; i < either.size(); i++)
            for (int j : either.neighbours(i))
                if (i < j) builder.tie(either.key(i), either.key(j), (i * 7L + j * 7L) % 5 + 1);
        return builder.build().undirected();
    }

    private static String weighted(WeightedPaths paths, int size) {
        var values = new double[size];
        for (int i = 0; i < size; i++) values[i] = paths.betweenness(i);
        return sum(values);
    }

    private static String sum(double[] values) {
        double sum = 0;
        for (double value : values) sum += value;
        return String.format(Locale.ROOT, "%.5g", sum);
    }
}
