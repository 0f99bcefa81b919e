package org.wirknetz.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes many rows of one table in one statement, so that triggers fire once. The network comes from the
/// scope's row.
record Rows(JdbcClient db, DemoNetwork network) {

    /// One row to be: columns in a fixed order.
    static final class Cells {
        private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

        Cells with(String column, @Nullable Object value) {
            values.put(column, value);
            return this;
        }

        Cells during(Term term) {
            return with("valid_from", term.from()).with("valid_to", term.to());
        }
    }

    <T> void into(String table, List<T> things, Function<T, Cells> cells) {
        if (things.isEmpty()) return;
        var mapper = JsonMapper.shared();
        var array = mapper.createArrayNode();
        var columns = new ArrayList<String>();
        for (var thing : things) {
            var values = cells.apply(thing).values;
            if (columns.isEmpty()) columns.addAll(values.keySet());
            var node = array.addObject().put("network", network.id().toString());
            values.forEach((column, value) -> put(node, column, value));
        }
        var list = "network, " + String.join(", ", columns);
        db.sql("insert into %1$s (%2$s) select %2$s from jsonb_populate_recordset(null::%1$s, cast(:rows as jsonb))"
                        .formatted(table, list))
                .param("rows", mapper.writeValueAsString(array))
                .update();
    }

    private static void put(ObjectNode node, String column, @Nullable Object value) {
        switch (value) {
            case null -> node.putNull(column);
            case Boolean truth -> node.put(column, truth);
            case Integer whole -> node.put(column, whole);
            case Double number -> node.put(column, number);
            case BigDecimal amount -> node.put(column, amount);
            case JsonNode tree -> node.set(column, tree);
            case Object other -> node.put(column, other.toString());
        }
    }
}
