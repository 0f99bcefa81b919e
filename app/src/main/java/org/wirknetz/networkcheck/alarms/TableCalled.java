package org.wirknetz.networkcheck.alarms;

import java.util.Map;
import java.util.UUID;

/// Names as tables have them.
record TableCalled(Map<UUID, String> names) implements Called {

    @Override
    public String organisation(UUID id) {
        return names.getOrDefault(id, "");
    }

    @Override
    public String person(UUID id) {
        return names.getOrDefault(id, "");
    }

    @Override
    public String role(String group) {
        return group;
    }
}
