package org.wirknetz.analysis.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// Another program that measures the same files, run in between as a process of its own; absent where it is not
/// installed.
record Peer(String name, String script) {
    static final Peer IGRAPH = new Peer("python-igraph", "igraph_peer.py");
    static final Peer NETWORKX = new Peer("networkx", "networkx_peer.py");

    /// A measure's time and a value to compare.
    record Answer(Timing timing, String check) {}

    Map<String, Answer> run(Path folder, int size, String measures) throws IOException, InterruptedException {
        var file = folder.resolve(script);
        try (InputStream in = Objects.requireNonNull(Peer.class.getResourceAsStream(script), script)) {
            Files.write(file, in.readAllBytes());
        }
        var answers = new LinkedHashMap<String, Answer>();
        var process = new ProcessBuilder("/usr/bin/python3", file.toString(), folder.toString(), "" + size, measures)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line; (line = lines.readLine()) != null; ) {
                var cells = line.split("\t");
                if (cells.length == 5)
                    answers.put(
                            cells[0],
                            new Answer(
                                    new Timing(
                                            Double.parseDouble(cells[1]),
                                            Double.parseDouble(cells[2]),
                                            Integer.parseInt(cells[3])),
                                    cells[4]));
            }
        }
        process.waitFor();
        return answers;
    }
}
