package org.wirknetz.analysis.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Another program that measures the same files, run in between as a process of its own; where it is not installed it
/// has no answers, and the table says so.
///
/// @param name as it stands in the table
/// @param needs what to install, for the sentence that it is missing
/// @param most the largest network it is asked for
record Peer(String name, String script, String module, String needs, int most) {
    static final Peer IGRAPH =
            new Peer("igraph", "igraph_peer.py", "igraph", "Debian's python3-igraph", Integer.MAX_VALUE);
    static final Peer GRAPH_TOOL =
            new Peer("graph-tool", "graph_tool_peer.py", "graph_tool", "Debian's python3-graph-tool", 50_000);
    static final Peer NETWORKX = new Peer("NetworkX", "networkx_peer.py", "networkx", "Debian's python3-networkx", 500);

    private static final String PYTHON = "/usr/bin/python3";

    /// A measure's time and a value to compare.
    record Answer(Timing timing, String check) {}

    boolean isThere() throws IOException, InterruptedException {
        if (!Files.isExecutable(Path.of(PYTHON))) return false;
        var process = new ProcessBuilder(PYTHON, "-c", "import " + module)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor() == 0;
    }

    Map<String, Answer> run(Path folder, int size) throws IOException, InterruptedException {
        var file = folder.resolve(script);
        try (InputStream in = Objects.requireNonNull(Peer.class.getResourceAsStream(script), script)) {
            Files.write(file, in.readAllBytes());
        }
        return answers(List.of(PYTHON, file.toString(), folder.toString(), "" + size));
    }

    /// Wirknetz itself, started without the vector module.
    static Map<String, Answer> plain(Path folder, int size) throws IOException, InterruptedException {
        return answers(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx2g",
                "-cp",
                System.getProperty("java.class.path"),
                Bench.class.getName(),
                "--plain",
                folder.toString(),
                "" + size));
    }

    private static Map<String, Answer> answers(List<String> command) throws IOException, InterruptedException {
        var answers = new LinkedHashMap<String, Answer>();
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line; (line = lines.readLine()) != null; ) {
                var cells = line.split("\t", -1);
                if (cells.length != 5) continue;
                var timing = new Timing(
                        Double.parseDouble(cells[1]), Double.parseDouble(cells[2]), Integer.parseInt(cells[3]));
                answers.put(cells[0], new Answer(timing, cells[4]));
            }
        }
        process.waitFor();
        return answers;
    }
}
