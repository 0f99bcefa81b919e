package org.wirknetz.analysis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.wirknetz.analysis.Graph;
import org.wirknetz.analysis.ShortestPaths;

/// One network measured by Wirknetz and its peers, from the same files.
final class Beside {
    final int size;
    final Map<String, Peer.Answer> ours;
    final Map<String, Peer.Answer> plain;
    final Map<String, Map<String, Peer.Answer>> peers = new LinkedHashMap<>();
    private final Graph graph;

    Beside(Path folder, int size, long seed, List<Peer> there) throws IOException, InterruptedException {
        this.size = size;
        var arcs = Generator.arcs(size, seed);
        var file = folder.resolve("g" + size + ".arcs");
        write(file, arcs);
        graph = Graph.ofArcs(size, arcs[0], arcs[1]);
        write(folder.resolve("g" + size + ".edges"), edges(graph.undirected()));
        ours = new Ours(file, graph).all();
        plain = Bench.hasVectors() && ours.containsKey("betweenness") ? Peer.plain(folder, size) : Map.of();
        for (var peer : there) {
            if (size > peer.most()) continue;
            var answers = peer.run(folder, size);
            both(answers);
            peers.put(peer.name(), answers);
        }
    }

    /// Peers have no single pass for both.
    private static void both(Map<String, Peer.Answer> answers) {
        var one = answers.get("constraint");
        var other = answers.get("clustering");
        if (one == null || other == null) return;
        answers.put(
                Ours.CLOSURE,
                new Peer.Answer(
                        new Timing(
                                one.timing().wallMillis() + other.timing().wallMillis(),
                                one.timing().cpuMillis() + other.timing().cpuMillis(),
                                one.timing().runs()),
                        one.check().equals("-") ? "-" : one.check() + " " + other.check()));
    }

    /// How many times as long a peer takes.
    OptionalDouble wallRatio(String peer, String measure) {
        var answers = peers.get(peer);
        var theirs = answers == null ? null : answers.get(measure);
        var own = ours.get(measure);
        return theirs == null || own == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(theirs.timing().wallMillis() / own.timing().wallMillis());
    }

    List<String> table() {
        var names = new ArrayList<>(peers.keySet());
        var lines = new ArrayList<String>();
        lines.add("### %,d organisations, %,d ties"
                .formatted(size, graph.undirected().ties()));
        var head = new StringBuilder("| measure | Wirknetz wall | CPU |");
        var rule = new StringBuilder("| --- | ---: | ---: |");
        if (!plain.isEmpty()) {
            head.append(" plain kernel wall | CPU |");
            rule.append(" ---: | ---: |");
        }
        for (var name : names) {
            head.append(" %s wall | CPU | wall ratio | CPU ratio |".formatted(name));
            rule.append(" ---: | ---: | ---: | ---: |");
        }
        lines.add("");
        lines.add(head + " same value |");
        lines.add(rule + " --- |");
        for (var measure : ours.keySet()) lines.add(row(measure, names));
        lines.add("");
        return lines;
    }

    private String row(String measure, List<String> names) {
        var own = java.util.Objects.requireNonNull(ours.get(measure));
        var row = new StringBuilder("| ").append(measure).append(" | ").append(times(own));
        if (!plain.isEmpty()) {
            var without = plain.get(measure);
            row.append(without == null ? "  |  | " : times(without));
        }
        String same = "";
        for (var name : names) {
            var theirs = java.util.Objects.requireNonNull(peers.get(name)).get(measure);
            if (theirs == null) {
                row.append(" |  |  |  | ");
                continue;
            }
            row.append(times(theirs))
                    .append(Figures.ratio(
                            theirs.timing().wallMillis(), own.timing().wallMillis()))
                    .append(" | ")
                    .append(Figures.ratio(
                            theirs.timing().cpuMillis(), own.timing().cpuMillis()))
                    .append(" | ");
            if (!theirs.check().equals("-")) same = same(theirs.check(), own.check());
        }
        return row.append(same).append(" |").toString();
    }

    private static String same(String theirs, String own) {
        return theirs.equals(own) ? "yes" : theirs.equals("scaled") ? "64 sources, scaled" : theirs + " / " + own;
    }

    private static String times(Peer.Answer answer) {
        return Figures.millis(answer.timing().wallMillis()) + " | "
                + Figures.millis(answer.timing().cpuMillis()) + " | ";
    }

    /// How far the two dearest are from reading each tie end's line from memory the least number of times.
    String bound() {
        var distances = ours.get("harmonic");
        var between = ours.get("betweenness");
        if (distances == null || between == null) return "";
        double sweep = new Sweep(graph.undirected()).millis();
        double distance = ShortestPaths.of(graph).meanLength().orElse(0);
        return "A sweep over all tie ends takes %s ms; of the least possible CPU time distances take %.1f×, betweenness %.1f×."
                .formatted(
                        Figures.millis(sweep),
                        distances.timing().cpuMillis() / (size / 512.0 * (distance + 1) * sweep),
                        between.timing().cpuMillis() / (size / 8.0 * 2 * sweep));
    }

    private static void write(Path file, int[][] pairs) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < pairs[0].length; i++) out.write(pairs[0][i] + " " + pairs[1][i] + "\n");
        }
    }

    private static int[][] edges(Graph graph) {
        var from = new int[(int) graph.ties()];
        var to = new int[from.length];
        int count = 0;
        for (int i = 0; i < graph.size(); i++)
            for (int j : graph.neighbours(i)) {
                if (i > j) continue;
                from[count] = i;
                to[count++] = j;
            }
        return new int[][] {from, to};
    }
}
