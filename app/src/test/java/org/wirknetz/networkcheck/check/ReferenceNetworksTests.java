package org.wirknetz.networkcheck.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Networks from the literature, handed over as tables, give the published values.
class ReferenceNetworksTests {
    private static final Path REFERENCE = Path.of("../analysis/src/test/resources/reference");
    private static final double SIX_DECIMALS = 2e-6;
    private static final Map<String, MeasureId> NETWORK = Map.of(
            "density", MeasureId.DENSITY,
            "averagePathLengthReachablePairs", MeasureId.PATH_LENGTH,
            "diameterLargestFinite", MeasureId.DIAMETER,
            "degreeCentralization", MeasureId.DEGREE_CENTRALISATION,
            "betweennessCentralization", MeasureId.BETWEENNESS_CENTRALISATION,
            "transitivity", MeasureId.TRANSITIVITY);

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"zachary-karate", "krackhardt-kite"})
    void undirected_networks(String name) throws IOException {
        var result = Checked.of(tables(name));
        var view = expected(name).get("views").get(0);
        int compared = 0;
        for (var entry : NETWORK.entrySet()) {
            var expected = view.get("network").get(entry.getKey());
            if (expected == null) continue;
            assertThat(Checked.value(result, entry.getValue()))
                    .as(entry.getKey())
                    .isEqualTo(expected.get("value").asDouble(), within(SIX_DECIMALS));
            compared++;
        }
        assertThat(compared).isGreaterThan(4);
        for (var one : result.organisations()) {
            same(view, "betweennessRaw", one.key(), one.betweenness());
            same(view, "closenessWithinComponent", one.key(), one.closeness());
            same(view, "harmonicCentralityNormalised", one.key(), one.harmonic());
            same(view, "burtConstraint", one.key(), one.constraint());
            same(view, "pagerank085", one.key(), one.pageRank());
        }
    }

    /// A raw modularity misleads: chance gives 0.3 to a network like the second one, which has no groups.
    @Test
    void groups_are_told_against_chance_not_as_a_number() throws IOException {
        assertThat(Checked.of(tables("zachary-karate"))
                        .measure(MeasureId.MODULARITY)
                        .display())
                .isEqualTo("Gruppen deutlicher als durch Zufall");
        var random = new java.util.Random(4);
        var ties = new StringBuilder("from,to\n");
        for (int tie = 0; tie < 90; tie++) {
            int one = random.nextInt(30);
            int other = (one + 1 + random.nextInt(29)) % 30;
            ties.append("o%d,o%d%n".formatted(one, other));
        }
        var keys = new StringBuilder("key,name\n");
        for (int i = 0; i < 30; i++) keys.append("o%d,o%d%n".formatted(i, i));
        var alike = Files.createDirectory(folder.resolve("alike"));
        Files.writeString(alike.resolve("organisations.csv"), keys);
        Files.writeString(alike.resolve("ties.csv"), ties);
        var measure = Checked.of(alike).measure(MeasureId.MODULARITY);
        assertThat(measure.display()).isEqualTo("Gruppen nicht deutlicher als durch Zufall");
        assertThat(measure.value()).isGreaterThan(0.2);
    }

    @Test
    void a_directed_network_tells_reciprocity_and_triads_by_its_ties() throws IOException {
        var result = Checked.of(tables("knoke-information"));
        var network = expected("knoke-information").get("views").get(0).get("network");
        assertThat(Checked.value(result, MeasureId.RECIPROCITY_ARCS))
                .isEqualTo(network.get("arcReciprocity").get("value").asDouble(), within(SIX_DECIMALS));
        assertThat(Checked.value(result, MeasureId.RECIPROCITY_DYADS))
                .isEqualTo(
                        network.get("dyadReciprocityAmongConnected")
                                .get("value")
                                .asDouble(),
                        within(SIX_DECIMALS));
        var census = network.get("triadCensus").get("value");
        assertThat(result.measure(MeasureId.TRIADS).counts())
                .hasSize(16)
                .allSatisfy((name, count) ->
                        assertThat(count).as(name).isEqualTo(census.get(name).asLong()));
    }

    private static void same(JsonNode view, String name, String key, @org.jspecify.annotations.Nullable Double value) {
        var node = view.get("nodes").get(name);
        var values = node.has("values") ? node.get("values") : node.has("value") ? node.get("value") : node;
        assertThat(value)
                .as(name + " of " + key)
                .isNotNull()
                .isEqualTo(values.get(key).asDouble(), within(SIX_DECIMALS));
    }

    private Path tables(String name) throws IOException {
        var nodes = Files.readString(REFERENCE.resolve(name + ".nodes.csv")).replaceFirst("^id", "key");
        var ties = Files.readString(REFERENCE.resolve(name + ".ties.csv"));
        Files.writeString(folder.resolve("organisations.csv"), nodes);
        Files.writeString(folder.resolve("ties.csv"), ties);
        return folder;
    }

    private static JsonNode expected(String name) throws IOException {
        return new JsonMapper().readTree(Files.readString(REFERENCE.resolve(name + ".expected.json")));
    }
}
