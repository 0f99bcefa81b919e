package org.wirknetz.directory;

import java.util.ArrayList;
import java.util.List;
import org.wirknetz.platform.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Outlines of areas from a GeoJSON file (RFC 7946) that somebody uploaded. Nothing in it is trusted: its size, its
/// depth,
/// the kinds of geometry and every coordinate are checked, and only type and coordinates are kept.
public record Outlines(List<Outline> all) {

    public static final int MOST_BYTES = 8_000_000;
    private static final int MOST_POINTS = 200_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(16)
                            .maxStringLength(10_000)
                            .maxNumberLength(40)
                            .build())
                    .build())
            .build();

    /// @param called the value of `key`, `ags` or `name`
    /// @param geometry a Polygon or MultiPolygon, written anew
    public record Outline(String called, String geometry) {}

    /// @throws Refused with what is wrong and what to do
    public static Outlines read(byte[] file) {
        if (file.length > MOST_BYTES) throw new Refused("directory.geojson.too-big", MOST_BYTES / 1_000_000);
        JsonNode root;
        try {
            root = MAPPER.readTree(file);
        } catch (JacksonException broken) {
            throw new Refused("directory.geojson.broken");
        }
        if (!root.path("type").asString("").equals("FeatureCollection")
                || !root.path("features").isArray()) {
            throw new Refused("directory.geojson.no-collection");
        }
        var outlines = new ArrayList<Outline>();
        var counter = new Counter();
        for (var feature : root.path("features")) {
            var called = called(feature.path("properties"));
            if (called.isEmpty()) continue;
            outlines.add(new Outline(called, geometry(feature.path("geometry"), called, counter)));
        }
        return new Outlines(List.copyOf(outlines));
    }

    private static String called(JsonNode properties) {
        for (var name : List.of("key", "ags", "AGS", "name", "NAME", "GEN")) {
            var value = properties.path(name).asString("");
            if (!value.isBlank() && value.length() <= 200) return value.strip();
        }
        return "";
    }

    private static String geometry(JsonNode geometry, String called, Counter counter) {
        var type = geometry.path("type").asString("");
        int depth = switch (type) {
            case "Polygon" -> 2;
            case "MultiPolygon" -> 3;
            default -> throw new Refused("directory.geojson.no-polygon", called);
        };
        check(geometry.path("coordinates"), depth, called, counter);
        ObjectNode kept = MAPPER.createObjectNode();
        kept.put("type", type);
        kept.set("coordinates", geometry.path("coordinates"));
        return MAPPER.writeValueAsString(kept);
    }

    private static void check(JsonNode part, int depth, String called, Counter counter) {
        if (!part.isArray() || part.isEmpty()) throw new Refused("directory.geojson.coordinates", called);
        if (depth > 0) {
            for (var inner : part) check(inner, depth - 1, called, counter);
            return;
        }
        if (++counter.points > MOST_POINTS) throw new Refused("directory.geojson.points", MOST_POINTS);
        boolean sound = part.size() >= 2
                && part.size() <= 3
                && part.get(0).isNumber()
                && part.get(1).isNumber()
                && Math.abs(part.get(0).asDouble()) <= 180
                && Math.abs(part.get(1).asDouble()) <= 90;
        if (!sound) throw new Refused("directory.geojson.coordinates", called);
    }

    private static final class Counter {
        private int points;
    }
}
