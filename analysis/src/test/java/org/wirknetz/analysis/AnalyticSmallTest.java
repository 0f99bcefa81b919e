package org.wirknetz.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/// Ten tiny graphs whose values can be done by hand, the degenerate ones among them.
class AnalyticSmallTest {

    @TestFactory
    Stream<DynamicTest> every_value_done_by_hand_is_met() {
        return Reference.json("analytic-small.json")
                .valueStream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.get("graph").asString() + ": " + entry.get("why").asString(), () -> compare(entry)));
    }

    private static void compare(JsonNode entry) {
        boolean directed = entry.has("arcs");
        var graph = graph(entry, entry.get(directed ? "arcs" : "ties"));
        var expected = entry.get("expected");
        if (expected.has("network"))
            expected.get("network")
                    .propertyStream()
                    .forEach(value -> compare(graph, directed, value.getKey(), value.getValue()));
        if (expected.has("nodes"))
            expected.get("nodes")
                    .propertyStream()
                    .forEach(measure -> ReferenceTest.compareNodes(
                            measure.getKey(),
                            measure.getValue(),
                            graph,
                            directed && measure.getKey().equals("betweennessRaw")
                                    ? key -> OptionalDouble.of(
                                            Betweenness.alongArcs(graph).of(key))
                                    : ReferenceTest.node(graph, measure.getKey())));
    }

    private static void compare(Graph graph, boolean directed, String name, JsonNode value) {
        switch (name) {
            case "triadCensus" ->
                value.propertyStream()
                        .forEach(type -> assertThat(TriadCensus.of(graph).count(type.getKey()))
                                .isEqualTo(type.getValue().asLong()));
            case "arcReciprocity" ->
                ReferenceTest.same(name, Reciprocity.of(graph).ofArcs(), value);
            case "strongComponents" ->
                ReferenceTest.same(
                        name, OptionalDouble.of(Components.strong(graph).count()), value);
            case "density" -> ReferenceTest.same(name, directed ? Density.ofArcs(graph) : Density.of(graph), value);
            default -> ReferenceTest.same(name, ReferenceTest.network(graph, name), value);
        }
    }

    private static Graph graph(JsonNode entry, JsonNode ties) {
        var nodes = new LinkedHashSet<String>();
        if (entry.has("nodes")) entry.get("nodes").forEach(node -> nodes.add(node.asString()));
        else ties.forEach(tie -> tie.forEach(end -> nodes.add(end.asString())));
        var builder = Graph.builder().nodes(nodes);
        ties.forEach(tie -> builder.tie(tie.get(0).asString(), tie.get(1).asString()));
        return builder.build();
    }
}
