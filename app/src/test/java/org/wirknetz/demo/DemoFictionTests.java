package org.wirknetz.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoFictionTests {
    private final DemoNetworks demo = DemoNetworks.drawn();

    @Test
    void nothing_collides_with_the_real_world() {
        for (var network : demo.networks()) {
            assertThat(network.organisations()).allSatisfy(it -> {
                assertThat(it.postcode()).matches("00\\d{3}");
                assertThat(it.phone()).matches("030 23125-\\d{3}");
                assertThat(it.email()).endsWith(".example");
                assertThat(it.website()).matches("https://www\\.[a-z-]+\\.example");
                assertThat(it.area()).startsWith("99");
            });
            assertThat(network.people()).allSatisfy(it -> {
                assertThat(it.phone()).matches("030 23125-\\d{3}");
                assertThat(it.email()).matches("[a-z.-]+@[a-z-]+\\.example");
            });
            assertThat(network.areas())
                    .allSatisfy(it -> assertThat(it.postcode()).startsWith("00"));
        }
        assertThat(demo.accounts()).allSatisfy(it -> assertThat(it.email()).endsWith(".example"));
    }

    @Test
    void nobody_shares_an_address_or_a_telephone() {
        var organisations = demo.networks().stream().flatMap(it -> it.organisations().stream());
        var people =
                demo.networks().stream().flatMap(it -> it.people().stream()).toList();
        assertThat(Stream.concat(
                        organisations.map(DemoNetwork.Organisation::phone),
                        people.stream().map(DemoNetwork.Person::phone)))
                .doesNotHaveDuplicates();
        assertThat(people.stream().map(DemoNetwork.Person::email)).doesNotHaveDuplicates();
    }

    @Test
    void nothing_is_known_about_gender_or_origin() {
        assertThat(Stream.of(DemoNetwork.Person.class.getRecordComponents()).map(it -> it.getName()))
                .containsExactly("id", "key", "givenName", "familyName", "email", "phone");
    }

    @Test
    void every_data_file_says_version_and_source() {
        for (var file : List.of("organisations.csv", "planted-ties.csv", "stories.csv", "frame.csv"))
            for (var network : demo.networks())
                assertThat(text("/demo/" + network.slug() + "/" + file)).startsWith("# Wirknetz Demodaten, Version ");
    }

    private static String text(String path) {
        try (var stream = DemoFictionTests.class.getResourceAsStream(path)) {
            return new String(
                    java.util.Objects.requireNonNull(stream).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    @Test
    void three_districts_share_their_borders_without_gaps_and_twelve_municipalities_lie_on_the_map() {
        var edges = new HashMap<String, Integer>();
        int polygons = 0;
        int points = 0;
        for (var feature : JsonMapper.shared().readTree(demo.map()).get("features")) {
            var geometry = feature.get("geometry");
            switch (geometry.get("type").asString()) {
                case "Point" -> points++;
                case "Polygon" -> {
                    polygons++;
                    var ring = geometry.get("coordinates").get(0);
                    assertThat(ring.get(0)).isEqualTo(ring.get(ring.size() - 1));
                    assertThat(area(ring))
                            .as("exterior rings run counter-clockwise")
                            .isPositive();
                    for (int i = 1; i < ring.size(); i++)
                        edges.merge(ring.get(i - 1) + ">" + ring.get(i), 1, Integer::sum);
                }
                case String other -> throw new AssertionError(other);
            }
        }
        assertThat(polygons).isEqualTo(3);
        assertThat(points).isEqualTo(12);
        assertThat(edges.values()).containsOnly(1);
        assertThat(outerBorderIsOneRing(edges)).isTrue();
    }

    private static double area(JsonNode ring) {
        double twice = 0;
        for (int i = 1; i < ring.size(); i++)
            twice += ring.get(i - 1).get(0).asDouble() * ring.get(i).get(1).asDouble()
                    - ring.get(i).get(0).asDouble() * ring.get(i - 1).get(1).asDouble();
        return twice / 2;
    }

    /// Whatever is not shared with a neighbour must be the border of the whole, in one piece: a gap would be a second
    /// piece.
    private static boolean outerBorderIsOneRing(Map<String, Integer> edges) {
        var next = new HashMap<String, String>();
        for (var edge : edges.keySet()) {
            var ends = edge.split(">");
            if (!edges.containsKey(ends[1] + ">" + ends[0])) next.put(ends[0], ends[1]);
        }
        var start = next.keySet().iterator().next();
        int steps = 0;
        var here = start;
        do {
            here = next.get(here);
            steps++;
        } while (here != null && !here.equals(start) && steps <= next.size());
        return start.equals(here) && steps == next.size();
    }
}
