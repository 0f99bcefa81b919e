package org.wirknetz.analysis.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.wirknetz.analysis.Betweenness;
import org.wirknetz.analysis.Communities;
import org.wirknetz.analysis.Components;
import org.wirknetz.analysis.Constraint;
import org.wirknetz.analysis.Cores;
import org.wirknetz.analysis.CutPoints;
import org.wirknetz.analysis.EdgeList;
import org.wirknetz.analysis.Effort;
import org.wirknetz.analysis.Graph;
import org.wirknetz.analysis.PageRank;
import org.wirknetz.analysis.RandomBaseline;
import org.wirknetz.analysis.ShortestPaths;
import org.wirknetz.analysis.TriadCensus;
import org.wirknetz.analysis.Triangles;
import org.wirknetz.analysis.layout.Layout;

/// The measures timed on seeded networks, beside whatever peers are installed, in the same run on the same files; what
/// is printed can stand in docs/performance.md as it is.
///
/// Arguments: sizes (default 50 500 5000), `--large` for 50,000, 500,000 and what is linear on one million nodes,
/// `--peers none`, `--out FILE` for the tables as Markdown, `--plot FILE` for a picture of the ratios at 5,000.
public final class Bench {
    private static final long SEED = 42;
    private static final int MILLION = 1_000_000;

    private final Path folder;
    private final List<Peer> peers = new ArrayList<>();
    private final Goals goals = new Goals();
    private final StringBuilder report = new StringBuilder();

    private Bench(Path folder) {
        this.folder = folder;
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        if (arguments.length == 3 && arguments[0].equals("--plain")) {
            plain(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
            return;
        }
        var sizes = new ArrayList<Integer>();
        boolean withPeers = true, large = false;
        Path out = null, plot = null;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--peers" -> withPeers = !arguments[++i].equals("none");
                case "--large" -> large = true;
                case "--out" -> out = Path.of(arguments[++i]);
                case "--plot" -> plot = Path.of(arguments[++i]);
                default -> sizes.add(Integer.parseInt(arguments[i]));
            }
        }
        if (sizes.isEmpty()) sizes.addAll(List.of(50, 500, 5_000));
        if (large) sizes.addAll(List.of(50_000, 500_000));
        var bench = new Bench(Files.createTempDirectory("wirknetz-bench"));
        try {
            bench.all(sizes, withPeers, large, plot);
        } finally {
            bench.sweep();
        }
        if (out != null) Files.writeString(out, bench.report);
    }

    /// Answers as peers give them, on standard output.
    private static void plain(Path folder, int size) throws IOException {
        var file = folder.resolve("g" + size + ".arcs");
        var answers = new Ours(file, EdgeList.read(file)).only(Set.of("betweenness"));
        answers.forEach((name, answer) -> System.out.println(String.join(
                "\t",
                name,
                "" + answer.timing().wallMillis(),
                "" + answer.timing().cpuMillis(),
                "" + answer.timing().runs(),
                answer.check())));
    }

    static boolean hasVectors() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    }

    private void all(
            List<Integer> sizes, boolean withPeers, boolean large, @org.jspecify.annotations.Nullable Path plot)
            throws IOException, InterruptedException {
        say(
                "Java %s, %d processors, %s kernels, seed %d; medians of warm runs in milliseconds. The machine's load was %.1f at the start: on a loaded machine compare CPU time."
                        .formatted(
                                Runtime.version(),
                                Runtime.getRuntime().availableProcessors(),
                                hasVectors() ? "vector" : "plain",
                                SEED,
                                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        say("");
        check();
        if (withPeers) findPeers();
        for (int size : sizes) {
            var network = new Beside(folder, size, SEED, peers);
            network.table().forEach(this::say);
            if (!network.bound().isEmpty()) say(network.bound());
            say("");
            goals.beside(network);
            if (plot != null && size == 5_000) Files.writeString(plot, Bars.of(network, Peer.IGRAPH.name()));
        }
        baselines();
        maps();
        if (large) linear();
        say("### What was wanted");
        say("");
        goals.table().forEach(this::say);
    }

    private void findPeers() throws IOException, InterruptedException {
        for (var peer : List.of(Peer.IGRAPH, Peer.GRAPH_TOOL, Peer.NETWORKX, Peer.GEPHI)) {
            if (peer.isThere()) peers.add(peer);
            else say("%s is not installed (%s) and was left out.".formatted(peer.name(), peer.needs()));
        }
        say("");
    }

    private void baselines() {
        Map<String, Function<Graph, OptionalDouble>> measures = Map.of(
                "clustering", graph -> Triangles.of(graph).meanClustering(),
                "constraint", graph -> Constraint.of(graph).values().mean(),
                "harmonic", graph -> ShortestPaths.of(graph).harmonic().mean(),
                "betweenness", graph -> Betweenness.of(graph).centralisation(),
                "communities", graph -> Communities.quick(graph, 1).modularity());
        for (int size : new int[] {50, 500}) {
            var graph = Generator.graph(size, SEED);
            RandomBaseline.of(graph, 200, SEED).compare(measures, Effort.full());
            var timing = Timing.once(() -> RandomBaseline.of(graph, 1_000, SEED).compare(measures, Effort.full()));
            say("1,000 random baselines of five measures, %,d organisations: %s ms wall, %s ms CPU."
                    .formatted(size, Figures.millis(timing.wallMillis()), Figures.millis(timing.cpuMillis())));
            goals.within("G11 1,000 baselines, " + size, size == 50 ? 500 : 3_500, timing.wallMillis(), "ms");
        }
    }

    private void check() {
        var graph = Generator.graph(100, SEED);
        var cold = Timing.once(() -> everything(graph));
        var warm = Timing.of(() -> everything(graph));
        say("All measures of a check of 100 organisations: first call %s ms wall (%s CPU), warm %s ms wall (%s CPU)."
                .formatted(
                        Figures.millis(cold.wallMillis()), Figures.millis(cold.cpuMillis()),
                        Figures.millis(warm.wallMillis()), Figures.millis(warm.cpuMillis())));
        goals.within("G12 check of 100, first call", 500, cold.wallMillis(), "ms");
        goals.within("G12 check of 100, warm", 20, warm.wallMillis(), "ms");
    }

    private void maps() {
        for (int size : new int[] {50, 500, 5_000}) {
            var graph = Generator.graph(size, SEED);
            var timing = Timing.of(() -> Layout.of(graph));
            say("Map of %,d organisations: %s ms wall, %s ms CPU."
                    .formatted(size, Figures.millis(timing.wallMillis()), Figures.millis(timing.cpuMillis())));
        }
        say("");
    }

    private static void everything(Graph graph) {
        ShortestPaths.of(graph).harmonic();
        Betweenness.of(graph).centralisation();
        var constraint = Constraint.of(graph);
        constraint.effectiveSize();
        constraint.triangles().transitivity();
        TriadCensus.of(graph);
        Cores.of(graph);
        PageRank.of(graph);
        CutPoints.of(graph);
        Components.of(graph).fragmentation();
        Communities.of(graph, 1, Effort.full());
    }

    private void linear() throws IOException {
        var arcs = Generator.arcs(MILLION, SEED);
        var file = folder.resolve("g" + MILLION + ".arcs");
        try (var out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < arcs[0].length; i++) out.write(arcs[0][i] + " " + arcs[1][i] + "\n");
        }
        say("### Everything linear, %,d organisations, %,d directed ties, once, cold"
                .formatted(MILLION, arcs[0].length));
        say("");
        say("| what | wall, ms | CPU, ms |");
        say("| --- | ---: | ---: |");
        Arrays.fill(arcs, new int[0]);
        var effort = Effort.full();
        var graph = new Graph[1];
        double wall = step("load from a file", () -> graph[0] = read(file, effort));
        wall += step("undirected", () -> graph[0].undirected());
        wall += step("components", () -> Components.of(graph[0]));
        wall += step("cores", () -> Cores.of(graph[0]));
        wall += step("PageRank", () -> PageRank.of(graph[0], effort));
        wall += step("constraint, effective size, clustering", () -> Constraint.of(graph[0], effort));
        wall += step("triads", () -> TriadCensus.of(graph[0], effort));
        wall += step("cut points and bridges", () -> CutPoints.of(graph[0]));
        wall += step("communities", () -> Communities.of(graph[0], 1, 1, effort));
        say("");
        goals.within("G10 everything linear, 1,000,000", 15, wall / 1_000, "s");
    }

    private static Graph read(Path file, Effort effort) {
        try {
            return EdgeList.read(file, effort);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private double step(String name, Runnable work) {
        var timing = Timing.once(work);
        say("| %s | %s | %s |"
                .formatted(name, Figures.millis(timing.wallMillis()), Figures.millis(timing.cpuMillis())));
        return timing.wallMillis();
    }

    private void sweep() throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) Files.delete(file);
        }
        Files.delete(folder);
    }

    private void say(String line) {
        System.out.println(line);
        report.append(line).append('\n');
    }
}
