package org.wirknetz.networkcheck.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirknetz.networkcheck.check.CheckResult.OrganisationValues;
import org.wirknetz.platform.tables.OrganisationRow;
import org.wirknetz.platform.tables.TieRow;

/// What both graph formats say of the members and their ties, under the English keys that the reader of tables knows
/// again.
record GraphDocument(String name, LocalDate asOf, List<Node> nodes, List<TieRow> ties) {

    /// @param numbers measured values by the names of `check.json`
    record Node(OrganisationRow row, Map<String, @Nullable Double> numbers, Sketch.Node at) {}

    static GraphDocument of(CheckResult result, CheckInput input, Sketch sketch) {
        var boundary = new Boundary(input.tables(), input.asOf());
        var nodes = new ArrayList<Node>();
        for (int i = 0; i < sketch.nodes().size(); i++) {
            var at = sketch.nodes().get(i);
            var row = java.util.Objects.requireNonNull(boundary.members().get(at.key()));
            nodes.add(new Node(row, numbers(result.organisations().get(i)), at));
        }
        return new GraphDocument(result.network().name(), input.asOf(), nodes, boundary.ties());
    }

    static final List<String> NUMBERS = List.of("degree", "betweenness", "closeness", "core", "community");

    private static Map<String, @Nullable Double> numbers(OrganisationValues values) {
        var numbers = new LinkedHashMap<String, @Nullable Double>();
        numbers.put("degree", whole(values.degree()));
        numbers.put("betweenness", values.betweenness());
        numbers.put("closeness", values.closeness());
        numbers.put("core", whole(values.core()));
        numbers.put("community", whole(values.community()));
        return numbers;
    }

    private static @Nullable Double whole(@Nullable Integer value) {
        return value == null ? null : (Double) value.doubleValue();
    }
}
