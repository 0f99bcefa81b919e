package org.wirknetz.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The reference networks in src/test/resources/reference, with values that independent programs agree on.
final class Reference {
    static final double TOLERANCE = 2e-6;

    private Reference() {}

    static JsonNode json(String file) {
        try (var in = open(file)) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static List<String[]> rows(String file) {
        try (var in = open(file)) {
            var rows = new ArrayList<String[]>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(line -> rows.add(line.split(",", -1)));
            return rows;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// A network of the reference, its ties of one layer or of all.
    static Graph graph(String name, String layer) {
        var builder = Graph.builder();
        for (var row : rows(name + ".nodes.csv")) builder.node(row[0]);
        for (var row : rows(name + ".ties.csv"))
            if (layer.isEmpty() || row[2].equals(layer)) builder.tie(row[0], row[1]);
        return builder.build();
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(Reference.class.getResourceAsStream("/reference/" + file), file);
    }
}
