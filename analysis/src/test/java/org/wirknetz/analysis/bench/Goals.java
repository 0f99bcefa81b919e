package org.wirknetz.analysis.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// What was wanted beside what this run has shown.
final class Goals {
    private final List<String> rows = new ArrayList<>();

    Goals() {
        rows.add("| goal | wanted | this run | reached |");
        rows.add("| --- | ---: | ---: | --- |");
    }

    /// At least so many times as fast in wall time.
    void faster(String what, double least, OptionalDouble seen) {
        rows.add("| %s | ≥ %s | %s | %s |"
                .formatted(
                        what,
                        Figures.times(least),
                        seen.isPresent() ? Figures.times(seen.getAsDouble()) : "",
                        seen.isEmpty() ? "not measured" : seen.getAsDouble() >= least ? "yes" : "**no**"));
    }

    void within(String what, double most, double seen, String unit) {
        rows.add("| %s | ≤ %s %s | %s %s | %s |"
                .formatted(
                        what, Figures.millis(most), unit, Figures.millis(seen), unit, seen <= most ? "yes" : "**no**"));
    }

    void beside(Beside network) {
        var igraph = Peer.IGRAPH.name();
        switch (network.size) {
            case 5_000 -> {
                faster("G1 betweenness, 5,000, igraph", 10, network.wallRatio(igraph, "betweenness"));
                faster("G2 betweenness, 5,000, graph-tool", 6, network.wallRatio("graph-tool", "betweenness"));
                faster("G4 distances, 5,000, igraph", 100, network.wallRatio(igraph, "harmonic"));
                faster("G6 constraint + clustering, 5,000, igraph", 6, network.wallRatio(igraph, Ours.CLOSURE));
                faster("G7 triads, 5,000, igraph", 15, network.wallRatio(igraph, "triads"));
                faster("load, 5,000, igraph", 10, network.wallRatio(igraph, "load"));
                for (var weak : List.of("pagerank", "cores", "eigenvector"))
                    faster("G17 " + weak + ", 5,000, igraph", 1, network.wallRatio(igraph, weak));
                faster("G13 ForceAtlas2, 5,000, Gephi", 8, network.wallRatio(Peer.GEPHI.name(), Ours.FORCES));
                faster("weighted betweenness, 5,000, igraph", 3, network.wallRatio(igraph, "weighted betweenness"));
            }
            case 50_000 -> {
                seconds("G3 betweenness, 50,000", 45, network, "betweenness");
                seconds("G5 distances, 50,000", 1, network, "harmonic");
                faster("G6 constraint + clustering, 50,000, igraph", 7, network.wallRatio(igraph, Ours.CLOSURE));
                faster("G7 triads, 50,000, igraph", 45, network.wallRatio(igraph, "triads"));
                faster("G13 ForceAtlas2, 50,000, Gephi", 25, network.wallRatio(Peer.GEPHI.name(), Ours.FORCES));
                faster("G8 communities, 50,000, igraph", 1, network.wallRatio(igraph, "leiden"));
            }
            case 500_000 -> {
                faster("G6 constraint + clustering, 500,000, igraph", 28, network.wallRatio(igraph, Ours.CLOSURE));
                faster("G7 triads, 500,000, igraph", 130, network.wallRatio(igraph, "triads"));
                faster("G9 load, 500,000, igraph", 10, network.wallRatio(igraph, "load"));
                seconds("G9 load, 500,000", 0.15, network, "load");
            }
            default -> {}
        }
    }

    private void seconds(String what, double most, Beside network, String measure) {
        var own = network.ours.get(measure);
        if (own != null) within(what, most, own.timing().wallMillis() / 1_000, "s");
    }

    List<String> table() {
        return rows;
    }
}
