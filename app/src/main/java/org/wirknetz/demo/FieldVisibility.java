package org.wirknetz.demo;

import java.util.Collection;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Which fields of a card are public or for the office only; all others are for the network.
final class FieldVisibility {
    private final List<Row> rows = DataFile.rows("visibility.csv");

    /// @param names everything the card answers to: its key, its groups, and `*` for a member
    ObjectNode of(String kind, Collection<String> names) {
        var result = JsonMapper.shared().createObjectNode();
        for (var row : rows)
            if (row.text("kind").equals(kind) && names.contains(row.text("who")))
                result.put(row.text("field"), row.text("audience"));
        return result;
    }
}
