package org.wirknetz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/// Every value of the reference networks, within 2e-6.
class ReferenceTest {

    @TestFactory
    Stream<DynamicTest> every_value_of_the_undirected_networks_is_met() {
        return Stream.of(
                        new String[] {"krackhardt-kite", "krackhardt-kite/undirected", ""},
                        new String[] {"zachary-karate", "zachary-karate/undirected", ""},
                        new String[] {"padgett-florentine", "padgett-florentine/marriage", "marriage"},
                        new String[] {"padgett-florentine", "padgett-florentine/business", "business"},
                        new String[] {"padgett-florentine", "padgett-florentine/any", ""})
                .map(row -> DynamicTest.dynamicTest(
                        row[1], () -> compare(Reference.graph(row[0], row[2]), view(row[0], row[1]))));
    }

    @Test
    void every_value_of_the_directed_network_is_met() {
        var graph = Reference.graph("knoke-information", "");
        var view = view("knoke-information", "knoke-information/directed");
        view.get("network")
                .propertyStream()
                .forEach(value -> compareNetworkOfArcs(
                        graph, value.getKey(), value.getValue().get("value")));
        view.get("nodes")
                .propertyStream()
                .forEach(measure -> compareNodes(
                        measure.getKey(),
                        measure.getValue().get("values"),
                        graph,
                        nodeOfArcs(graph, measure.getKey())));
    }

    static void compare(Graph graph, JsonNode view) {
        view.get("network")
                .propertyStream()
                .forEach(value ->
                        compareNetwork(graph, value.getKey(), value.getValue().get("value")));
        view.get("nodes").propertyStream().forEach(measure -> {
            var values = measure.getValue().get("values");
            if (measure.getKey().equals("articulationPoint"))
                assertThat(CutPoints.of(graph).nodes())
                        .containsExactlyInAnyOrderElementsOf(
                                values.valueStream().map(JsonNode::asString).toList());
            else compareNodes(measure.getKey(), values, graph, node(graph, measure.getKey()));
        });
    }

    static JsonNode view(String dataset, String name) {
        return Reference.json(dataset + ".expected.json")
                .get("views")
                .valueStream()
                .filter(view -> view.get("view").asString().equals(name))
                .findAny()
                .orElseThrow();
    }

    private static void compareNetwork(Graph graph, String name, JsonNode expected) {
        if (name.equals("bestModularityFound")) {
            assertThat(Communities.of(graph, 42).modularity().orElseThrow())
                    .as(name)
                    .isGreaterThanOrEqualTo(expected.asDouble() - 0.005);
            return;
        }
        same(name, network(graph, name), expected);
    }

    static OptionalDouble network(Graph graph, String name) {
        var either = graph.undirected();
        return switch (name) {
            case "nodes" -> OptionalDouble.of(graph.size());
            case "ties" -> OptionalDouble.of(either.ties());
            case "density" -> Density.of(graph);
            case "components", "weakComponents" ->
                OptionalDouble.of(Components.of(graph).count());
            case "isolates" -> OptionalDouble.of(Components.of(graph).isolates());
            case "averagePathLengthReachablePairs", "averagePathLength" ->
                ShortestPaths.of(graph).meanLength();
            case "diameterLargestFinite", "diameter" -> {
                var diameter = ShortestPaths.of(graph).diameter();
                yield diameter.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(diameter.getAsInt());
            }
            case "degreeCentralization" -> Degrees.of(graph).centralisation();
            case "betweennessCentralization" -> Betweenness.of(graph).centralisation();
            case "transitivity" -> Triangles.of(graph).transitivity();
            case "averageClusteringZeroForDegreeBelow2" -> Triangles.of(graph).meanClustering();
            case "triangles" -> OptionalDouble.of(Triangles.of(graph).count());
            case "articulationPoints" ->
                OptionalDouble.of(CutPoints.of(graph).nodes().size());
            case "bridges" -> OptionalDouble.of(CutPoints.of(graph).bridges().size());
            case "degeneracy" -> OptionalDouble.of(Cores.of(graph).degeneracy());
            case "degreeAssortativity" -> Assortativity.ofDegrees(graph);
            default -> throw new AssertionError("no measure for " + name);
        };
    }

    static Function<String, OptionalDouble> node(Graph graph, String name) {
        return switch (name) {
            case "degree" -> key -> OptionalDouble.of(Degrees.of(graph).degree(key));
            case "betweennessRaw" ->
                key -> OptionalDouble.of(Betweenness.of(graph).of(key));
            case "harmonicCentralityNormalised" -> ShortestPaths.of(graph).harmonic()::of;
            case "closenessWithinComponent" -> ShortestPaths.of(graph).closeness()::of;
            case "localClusteringZeroForDegreeBelow2" -> Triangles.of(graph).clustering()::of;
            case "coreness" -> key -> OptionalDouble.of(Cores.of(graph).of(key));
            case "burtConstraint" -> Constraint.of(graph).values()::of;
            case "burtEffectiveSize" -> Constraint.of(graph).effectiveSize()::of;
            case "eigenvectorMax1" -> Eigenvector.of(graph)::of;
            case "pagerank085" -> PageRank.of(graph)::of;
            default -> throw new AssertionError("no measure for " + name);
        };
    }

    private static void compareNetworkOfArcs(Graph graph, String name, JsonNode expected) {
        var reciprocity = Reciprocity.of(graph);
        var paths = ShortestPaths.alongArcs(graph);
        if (name.equals("triadCensus")) {
            expected.propertyStream()
                    .forEach(type -> assertThat(TriadCensus.of(graph).count(type.getKey()))
                            .as(type.getKey())
                            .isEqualTo(type.getValue().asLong()));
            return;
        }
        same(
                name,
                switch (name) {
                    case "nodes" -> OptionalDouble.of(graph.size());
                    case "arcs" -> OptionalDouble.of(graph.ties());
                    case "density" -> Density.ofArcs(graph);
                    case "arcReciprocity" -> reciprocity.ofArcs();
                    case "dyadsMutual" -> OptionalDouble.of(reciprocity.mutual());
                    case "dyadsAsymmetric" -> OptionalDouble.of(reciprocity.asymmetric());
                    case "dyadsNull" -> OptionalDouble.of(reciprocity.absent());
                    case "dyadReciprocityAmongConnected" -> reciprocity.ofDyads();
                    case "weakComponents" ->
                        OptionalDouble.of(Components.of(graph).count());
                    case "strongComponents" ->
                        OptionalDouble.of(Components.strong(graph).count());
                    case "averagePathLengthReachableOrderedPairs" -> paths.meanLength();
                    case "reachableOrderedPairs" -> OptionalDouble.of(paths.reachablePairs());
                    case "inDegreeCentralization_n1n2" -> Degrees.of(graph).inCentralisation();
                    case "outDegreeCentralization_n1n2" -> Degrees.of(graph).outCentralisation();
                    case "inDegreeCentralization_n1n1" -> Degrees.of(graph).inCentralisationOfArcs();
                    case "outDegreeCentralization_n1n1" -> Degrees.of(graph).outCentralisationOfArcs();
                    case "betweennessCentralization" ->
                        Betweenness.alongArcs(graph).centralisation();
                    default -> throw new AssertionError("no measure for " + name);
                },
                expected);
    }

    private static Function<String, OptionalDouble> nodeOfArcs(Graph graph, String name) {
        return switch (name) {
            case "inDegree" -> key -> OptionalDouble.of(Degrees.of(graph).in(key));
            case "outDegree" -> key -> OptionalDouble.of(Degrees.of(graph).out(key));
            case "betweennessRaw" ->
                key -> OptionalDouble.of(Betweenness.alongArcs(graph).of(key));
            case "pagerank085" -> PageRank.alongArcs(graph)::of;
            case "burtConstraintBinaryArcs" -> Constraint.byStrength(graph).values()::of;
            case "harmonicOutNormalised" -> ShortestPaths.alongArcs(graph).harmonic()::of;
            default -> throw new AssertionError("no measure for " + name);
        };
    }

    static void compareNodes(String name, JsonNode values, Graph graph, Function<String, OptionalDouble> measured) {
        assertThat(values.size()).isPositive();
        values.propertyStream()
                .forEach(value ->
                        same(name + " of " + value.getKey(), measured.apply(value.getKey()), value.getValue()));
    }

    static void same(String name, OptionalDouble measured, JsonNode expected) {
        if (expected.isNull()) assertThat(measured).as(name).isEmpty();
        else {
            assertThat(measured).as(name).isPresent();
            assertThat(measured.getAsDouble()).as(name).isCloseTo(expected.asDouble(), within(Reference.TOLERANCE));
        }
    }
}
