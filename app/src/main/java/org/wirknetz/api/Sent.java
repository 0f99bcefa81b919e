package org.wirknetz.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
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

    @Nullable
    Integer number(String name, @Nullable Integer known) {
        if (!values.containsKey(name)) return known;
        return values.get(name) instanceof Integer number ? number : null;
    }

    @Nullable
    BigDecimal decimal(String name, @Nullable BigDecimal known) {
        if (!values.containsKey(name)) return known;
        return values.get(name) instanceof BigDecimal number ? number : null;
    }

    @Nullable
    Instant time(String name, @Nullable Instant known) {
        if (!values.containsKey(name)) return known;
        return values.get(name) instanceof OffsetDateTime time ? time.toInstant() : null;
    }

    boolean yes(String name, boolean known) {
        return values.get(name) instanceof Boolean yes ? yes : known;
    }

    List<UUID> ids(String name, List<UUID> known) {
        if (!(values.get(name) instanceof String json)) return known;
        return Bodies.MAPPER
                .readTree(json)
                .valueStream()
                .map(it -> UUID.fromString(it.stringValue()))
                .toList();
    }
}
