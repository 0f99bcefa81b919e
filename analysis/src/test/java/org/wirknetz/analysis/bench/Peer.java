package org.wirknetz.analysis.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Another program that measures the same files, run in between as a process of its own; where it is not installed it
/// has no answers, and the table says so.
///
/// @param name as it stands in the table
/// @param command how its script is run
/// @param probe ends with 0 where the peer is installed
/// @param needs what to install, for the sentence that it is missing
/// @param most the largest network it is asked for
record Peer(String name, String script, List<String> command, List<String> probe, String needs, int most) {
    private static final String PYTHON = "/usr/bin/python3";
    private static final String JAVA = ProcessHandle.current().info().command().orElse("java");
    private static final String TOOLKIT = Objects.requireNonNullElse(
            System.getenv("WIRKNETZ_GEPHI"),
            System.getProperty("user.home")
                    + "/.m2/repository/org/gephi/gephi-toolkit/0.10.1/gephi-toolkit-0.10.1-all.jar");

    static final Peer IGRAPH = python("igraph", "igraph", Integer.MAX_VALUE);
    static final Peer GRAPH_TOOL = python("graph-tool", "graph_tool", 50_000);
    static final Peer NETWORKX = python("NetworkX", "networkx", 500);
    /// Not among the dependencies: 83 MB under another licence. Whoever wants to compare fetches it once.
    static final Peer GEPHI = new Peer(
            "Gephi",
            "gephi_peer.java",
            List.of(JAVA, "-Xmx4g", "-Djava.awt.headless=true", "-cp", TOOLKIT),
            List.of("/usr/bin/test", "-f", TOOLKIT),
            "mvn dependency:get -Dartifact=org.gephi:gephi-toolkit:0.10.1:jar:all -Dtransitive=false",
            50_000);

    private static Peer python(String name, String module, int most) {
        return new Peer(
                name,
                module + "_peer.py",
                List.of(PYTHON),
                List.of(PYTHON, "-c", "import " + module),
                "Debian's python3-" + module.replace('_', '-'),
                most);
    }

    /// A measure's time and a value to compare.
    record Answer(Timing timing, String check) {}

    boolean isThere() throws IOException, InterruptedException {
        if (!Files.isExecutable(Path.of(probe.getFirst()))) return false;
        var process = new ProcessBuilder(probe)
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
        var line = new ArrayList<>(command);
        line.addAll(List.of(file.toString(), folder.toString(), "" + size));
        return answers(line);
    }

    /// Wirknetz itself, started without the vector module.
    static Map<String, Answer> plain(Path folder, int size) throws IOException, InterruptedException {
        return answers(List.of(
                JAVA,
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
                .redirectError(ProcessBuilder.Redirect.INHERIT)
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
        int end = process.waitFor();
        if (end != 0) throw new IOException("%s ended with %d after %s".formatted(command, end, answers.keySet()));
        return answers;
    }
}
