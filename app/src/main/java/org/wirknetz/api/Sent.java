package org.wirknetz.api;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Values of a call beside what is there already: what was not sent stays as it was.
record Sent(Map<String, @Nullable Object> values) {

    @Nullable
    UUID id(String name, @Nullable UUID known) {
        if (!values.containsKey(name)) return known;
        return values.get(name) instanceof String text ? UUID.fromString(text) : null;
    }

    @Nullable
    LocalDate day(String name, @Nullable LocalDate known) {
        if (!values.containsKey(name)) return known;
        return values.get(name) instanceof LocalDate day ? day : null;
    }

    @Nullable
    String text(String name, @Nullable String known) {
        if (!values.containsKey(name)) return known;
        return values.get(name) instanceof String text ? text : null;
    }
}
