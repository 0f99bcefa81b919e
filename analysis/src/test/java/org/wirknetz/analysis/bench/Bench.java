package org.wirknetz.analysis.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
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
import org.wirknetz.analysis.RandomBaseline;
import org.wirknetz.analysis.ShortestPaths;
import org.wirknetz.analysis.TriadCensus;
import org.wirknetz.analysis.Triangles;
import org.wirknetz.analysis.layout.Layout;

/// The measures timed on seeded networks, beside whatever peers are installed, in the same run on the same
/// files.
///
/// Arguments: sizes (default 50 500 5000), `--peers none`, `--large` for one million nodes, `--out FILE` for
/// the table as Markdown. Start with `--add-modules jdk.incubator.vector` for the vector kernels.
public final class Bench {
    private static final long SEED = 42;

    private final Path folder;
    private final boolean withPeers;
    private final StringBuilder report = new StringBuilder();

    private Bench(Path folder, boolean withPeers) {
        this.folder = folder;
        this.withPeers = withPeers;
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        var sizes = new ArrayList<Integer>();
        boolean peers = true, large = false;
        Path out = null;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--peers" -> peers = !arguments[++i].equals("none");
                case "--large" -> large = true;
                case "--out" -> out = Path.of(arguments[++i]);
                default -> sizes.add(Integer.parseInt(arguments[i]));
            }
        }
        var bench = new Bench(Files.createTempDirectory("wirknetz-bench"), peers);
        bench.all(sizes.isEmpty() ? List.of(50, 500, 5_000) : sizes, large);
        if (out != null) Files.writeString(out, bench.report);
    }

    private void all(List<Integer> sizes, boolean large) throws IOException, InterruptedException {
        say("Java %s, %d processors, %s kernels, seed %d; medians of warm runs in milliseconds."
                .formatted(
                        Runtime.version(),
                        Runtime.getRuntime().availableProcessors(),
                        ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() ? "vector" : "plain",
                        SEED));
        say("The machine's load was %.1f at the start; on a loaded machine compare CPU time."
                .formatted(java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        .getSystemLoadAverage()));
        check();
        for (int size : sizes) beside(size);
        baselines();
        maps();
        if (large) linear(1_000_000);
    }

    private void beside(int size) throws IOException, InterruptedException {
        var arcs = Generator.arcs(size, SEED);
        write("g" + size + ".arcs", arcs);
        var graph = Graph.ofArcs(size, arcs[0], arcs[1]);
        write("g" + size + ".edges", edges(graph.undirected()));
        var ours = ours(size, graph);
        Map<String, Peer.Answer> igraph = Map.of();
        Map<String, Peer.Answer> networkx = Map.of();
        if (withPeers) {
            igraph = Peer.IGRAPH.run(folder, size, "all");
            if (size <= 500) networkx = Peer.NETWORKX.run(folder, size, "all");
        }
        say("");
        say("## %,d nodes, %,d ties".formatted(size, graph.undirected().ties()));
        say("");
        say(
                "| measure | Wirknetz wall | CPU | igraph wall | CPU | wall ratio | CPU ratio | NetworkX CPU | same value |");
        say("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |");
        for (var entry : ours.entrySet()) {
            var own = entry.getValue();
            var peer = igraph.get(entry.getKey());
            var other = networkx.get(entry.getKey());
            say("| %s | %s | %s | %s | %s | %s | %s | %s | %s |"
                    .formatted(
                            entry.getKey(),
                            millis(own.timing().wallMillis()),
                            millis(own.timing().cpuMillis()),
                            peer == null ? "" : millis(peer.timing().wallMillis()),
                            peer == null ? "" : millis(peer.timing().cpuMillis()),
                            peer == null
                                    ? ""
                                    : ratio(
                                            peer.timing().wallMillis(),
                                            own.timing().wallMillis()),
                            peer == null
                                    ? ""
                                    : ratio(
                                            peer.timing().cpuMillis(),
                                            own.timing().cpuMillis()),
                            other == null ? "" : millis(other.timing().cpuMillis()),
                            peer == null
                                    ? ""
                                    : peer.check().equals(own.check()) ? "yes" : peer.check() + " / " + own.check()));
        }
        bound(graph, ours);
    }

    private Map<String, Peer.Answer> ours(int size, Graph graph) {
        var effort = Effort.full();
        var answers = new LinkedHashMap<String, Peer.Answer>();
        var file = folder.resolve("g" + size + ".arcs");
        measure(answers, "load", () -> {
            try {
                return EdgeList.read(file).ties() + "";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        // Igraph measures one at a time; ours gives all of these in one pass.
        measure(
                answers,
                "harmonic",
                () -> sum(ShortestPaths.of(graph, effort).harmonic().toArray(0)));
        if (size <= 50_000)
            measure(
                    answers,
                    "betweenness",
                    () -> sum(Betweenness.of(graph, effort).toArray()));
        measure(
                answers,
                "constraint",
                () -> sum(Constraint.of(graph, effort).values().toArray(0)));
        measure(
                answers,
                "clustering",
                () -> sum(Triangles.of(graph, effort).clustering().toArray(0)));
        measure(answers, "triads", () -> TriadCensus.of(graph, effort).count("300") + "");
        measure(answers, "cores", () -> Cores.of(graph).degeneracy() + "");
        measure(answers, "pagerank", () -> sum(PageRank.alongArcs(graph).toArray(0)));
        measure(answers, "eigenvector", () -> sum(Eigenvector.of(graph).toArray(0)));
        measure(answers, "cutpoints", () -> CutPoints.of(graph).nodes().size() + "");
        measure(answers, "components", () -> Components.of(graph).count() + "");
        measure(
                answers,
                "leiden",
                () -> "Q=%.2f"
                        .formatted(Communities.of(graph, 1, 1).modularity().orElse(0)));
        return answers;
    }

    private static void measure(Map<String, Peer.Answer> answers, String name, Supplier<String> work) {
        var result = new String[1];
        var timing = Timing.of(() -> result[0] = work.get());
        answers.put(name, new Peer.Answer(timing, result[0]));
    }

    /// How far the two dearest are from reading each tie end's line from memory the least number of times.
    private void bound(Graph graph, Map<String, Peer.Answer> ours) {
        var either = graph.undirected();
        double sweep = new Sweep(either).millis();
        double distance = ShortestPaths.of(graph).meanLength().orElse(0);
        double closeness = either.size() / 512.0 * (distance + 1) * sweep;
        double betweenness = either.size() / 8.0 * 2 * sweep;
        say("");
        say("A sweep over all tie ends takes %s ms; of the least possible CPU time distances take %s×%s."
                .formatted(
                        millis(sweep),
                        factor(ours.get("harmonic"), closeness),
                        ours.containsKey("betweenness")
                                ? ", betweenness " + factor(ours.get("betweenness"), betweenness) + "×"
                                : ""));
    }

    private static String factor(Peer.@org.jspecify.annotations.Nullable Answer answer, double bound) {
        return answer == null ? "?" : "%.1f".formatted(answer.timing().cpuMillis() / bound);
    }

    private void baselines() {
        say("");
        say("## 1,000 random baselines of five measures");
        say("");
        Map<String, Function<Graph, OptionalDouble>> measures = Map.of(
                "clustering", graph -> Triangles.of(graph).meanClustering(),
                "constraint", graph -> Constraint.of(graph).values().mean(),
                "harmonic", graph -> ShortestPaths.of(graph).harmonic().mean(),
                "betweenness", graph -> Betweenness.of(graph).centralisation(),
                "communities", graph -> Communities.quick(graph, 1).modularity());
        for (int size : new int[] {50, 500}) {
            var graph = Generator.graph(size, SEED);
            RandomBaseline.of(graph, 100, SEED).compare(measures, Effort.full());
            var timing = Timing.once(() -> RandomBaseline.of(graph, 1_000, SEED).compare(measures, Effort.full()));
            say("- %,d nodes: %s ms wall, %s ms CPU"
                    .formatted(size, millis(timing.wallMillis()), millis(timing.cpuMillis())));
        }
    }

    private void check() {
        var graph = Generator.graph(100, SEED);
        var cold = Timing.once(() -> everything(graph));
        var warm = Timing.of(() -> everything(graph));
        say("");
        say("All measures of a check of 100 organisations: first call %s ms wall (%s CPU), warm %s ms wall (%s CPU)."
                .formatted(
                        millis(cold.wallMillis()), millis(cold.cpuMillis()),
                        millis(warm.wallMillis()), millis(warm.cpuMillis())));
    }

    private void maps() {
        say("");
        for (int size : new int[] {50, 500, 5_000}) {
            var graph = Generator.graph(size, SEED);
            say("- Map of %,d: %s ms wall"
                    .formatted(size, millis(Timing.of(() -> Layout.of(graph)).wallMillis())));
        }
    }

    private static void everything(Graph graph) {
        ShortestPaths.of(graph).harmonic();
        Betweenness.of(graph).centralisation();
        Constraint.of(graph).effectiveSize();
        Triangles.of(graph).transitivity();
        TriadCensus.of(graph);
        Cores.of(graph);
        PageRank.of(graph);
        CutPoints.of(graph);
        Components.of(graph).fragmentation();
        Communities.of(graph, 1);
    }

    private void linear(int size) {
        var arcs = Generator.arcs(size, SEED);
        var effort = Effort.full();
        say("");
        say("## Everything linear, %,d nodes, %,d directed ties, once".formatted(size, arcs[0].length));
        say("");
        var graph = new Graph[1];
        double wall = step("graph", () -> {
            graph[0] = Graph.ofArcs(size, arcs[0], arcs[1]);
            graph[0].undirected();
        });
        wall += step("components", () -> Components.of(graph[0]));
        wall += step("cores", () -> Cores.of(graph[0]));
        wall += step("pagerank", () -> PageRank.of(graph[0]));
        wall += step("clustering", () -> Triangles.of(graph[0], effort));
        wall += step("constraint", () -> Constraint.of(graph[0], effort));
        wall += step("triads", () -> TriadCensus.of(graph[0], effort));
        wall += step("cut points and bridges", () -> CutPoints.of(graph[0]));
        wall += step("communities", () -> Communities.of(graph[0], 1, 1));
        say("- together %s s".formatted(millis(wall / 1000)));
    }

    private double step(String name, Runnable work) {
        var timing = Timing.once(work);
        say("- %s: %s ms".formatted(name, millis(timing.wallMillis())));
        return timing.wallMillis();
    }

    private void write(String name, int[][] pairs) throws IOException {
        var text = new StringBuilder();
        for (int i = 0; i < pairs[0].length; i++)
            text.append(pairs[0][i]).append(' ').append(pairs[1][i]).append('\n');
        Files.writeString(folder.resolve(name), text);
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

    private static String sum(double[] values) {
        double sum = 0;
        for (double value : values) sum += value;
        return String.format(Locale.ROOT, "%.5g", sum);
    }

    private static String millis(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
    }

    private static String ratio(double peer, double own) {
        return String.format(Locale.ROOT, peer / own < 10 ? "%.1f×" : "%.0f×", peer / own);
    }

    private void say(String line) {
        System.out.println(line);
        report.append(line).append('\n');
    }
}
