package org.wirknetz.api;

import java.util.List;

/// One field of a resource: the name in JSON, the column, what may stand in it.
///
/// @param values the words allowed; empty for any text
record Field(
        String name, String column, Type type, boolean required, boolean writable, int limit, List<String> values) {

    enum Type {
        TEXT("text"),
        UUID("uuid"),
        DATE("date"),
        INTEGER("int"),
        NUMBER("numeric"),
        BOOLEAN("boolean"),
        TIME("timestamptz", false),
        TEXTS("jsonb", false),
        UUIDS("jsonb", false);

        final String sql;

        /// Whether a list can be narrowed to one value of it.
        final boolean filters;

        Type(String sql) {
            this(sql, true);
        }

        Type(String sql, boolean filters) {
            this.sql = sql;
            this.filters = filters;
        }
    }

    static Field text(String name, int limit) {
        return new Field(name, snake(name), Type.TEXT, false, true, limit, List.of());
    }

    static Field of(String name, Type type) {
        return new Field(name, snake(name), type, false, true, 200, List.of());
    }

    static Field oneOf(String name, String... values) {
        return new Field(name, snake(name), Type.TEXT, false, true, 80, List.of(values));
    }

    Field needed() {
        return new Field(name, column, type, true, writable, limit, values);
    }

    Field readOnly() {
        return new Field(name, column, type, required, false, limit, values);
    }

    private static String snake(String camel) {
        return camel.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
    }
}
