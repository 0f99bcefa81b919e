package org.wirknetz.directory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

    /// What offices' files call an area by; of two properties that fit as well, the earlier one here counts.
    private static final List<String> USUAL = List.of("key", "ags", "AGS", "ARS", "name", "NAME", "GEN");

    private static final int MOST_PROPERTIES = 100;

    /// @param said what its properties say, by their names
    /// @param geometry a Polygon or MultiPolygon, written anew
    public record Outline(Map<String, String> said, String geometry) {
        public Outline {
            said = Collections.unmodifiableMap(new LinkedHashMap<>(said));
        }
    }

    /// The properties of all outlines, the usual ones first.
    List<String> properties() {
        var found = new LinkedHashSet<String>();
        all.forEach(it -> found.addAll(it.said().keySet()));
        var properties = new ArrayList<>(USUAL);
        properties.retainAll(found);
        found.removeAll(USUAL);
        properties.addAll(found);
        return properties;
    }

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
            var said = said(feature.path("properties"));
            if (said.isEmpty()) continue;
            outlines.add(new Outline(said, geometry(feature.path("geometry"), called(said), counter)));
        }
        return new Outlines(List.copyOf(outlines));
    }

    private static Map<String, String> said(JsonNode properties) {
        var said = new LinkedHashMap<String, String>();
        for (var property : properties.properties()) {
            var value = property.getValue().asString("").strip();
            if (!value.isEmpty() && value.length() <= 200 && said.size() < MOST_PROPERTIES) {
                said.put(property.getKey(), value);
            }
        }
        return said;
    }

    /// How a sentence about the outline names it.
    private static String called(Map<String, String> said) {
        return USUAL.stream()
                .filter(said::containsKey)
                .map(said::get)
                .findFirst()
                .orElseGet(() -> said.values().iterator().next());
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
