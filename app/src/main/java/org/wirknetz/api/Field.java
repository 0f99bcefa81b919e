package org.wirknetz.api;

import java.util.Arrays;
import java.util.List;
import org.wirknetz.directory.Visibility;

/// One field of a resource: the name in JSON, the column, what may stand in it.
///
/// @param values the words allowed; empty for any text
/// @param shown whether it is read; what is not is a word to the verbs of the room, and has no column
record Field(
        String name,
        String column,
        Type type,
        boolean required,
        boolean writable,
        int limit,
        List<String> values,
        boolean shown) {

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
        return new Field(name, snake(name), Type.TEXT, false, true, limit, List.of(), true);
    }

    static Field of(String name, Type type) {
        return new Field(name, snake(name), type, false, true, 200, List.of(), true);
    }

    static Field oneOf(String name, String... values) {
        return new Field(name, snake(name), Type.TEXT, false, true, 80, List.of(values), true);
    }

    Field needed() {
        return new Field(name, column, type, true, writable, limit, values, shown);
    }

    Field readOnly() {
        return new Field(name, column, type, required, false, limit, values, shown);
    }

    /// Who may see which fields of a card; what is sent joins what was said of other fields.
    static Field visibility() {
        return new Field(
                "visibility",
                "visibility",
                Type.TEXTS,
                false,
                true,
                200,
                Arrays.stream(Visibility.values()).map(Visibility::word).toList(),
                true);
    }

    /// Whether an object of words that is sent joins the one there is, name by name.
    boolean joins() {
        return type == Type.TEXTS && !values.isEmpty();
    }

    Field toldOnly() {
        return new Field(name, column, type, required, writable, limit, values, false);
    }

    private static String snake(String camel) {
        return camel.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
    }
}
