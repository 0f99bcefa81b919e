package org.wirknetz.platform.tables;

import java.util.List;

/// One thing that is wrong or remarkable in a table: where it stands, the key of its sentence in
/// `words/tables_*`, and
/// the
/// values that the sentence names. Values are texts, so that no locale puts points into a line number.
public record Finding(Severity severity, Place at, String key, List<String> values) {
    public Finding {
        values = List.copyOf(values);
    }

    public static Finding error(Place at, String key, Object... values) {
        return new Finding(Severity.ERROR, at, key, texts(values));
    }

    public static Finding warning(Place at, String key, Object... values) {
        return new Finding(Severity.WARNING, at, key, texts(values));
    }

    public static Finding note(Place at, String key, Object... values) {
        return new Finding(Severity.NOTE, at, key, texts(values));
    }

    private static List<String> texts(Object[] values) {
        return java.util.Arrays.stream(values).map(Finding::shortened).toList();
    }

    // A hostile cell may hold a novel; the sentence shows its beginning only, and no control characters.
    private static String shortened(Object value) {
        var text = value.toString().replaceAll("\\p{Cntrl}", " ").strip();
        return text.length() <= 80 ? text : text.substring(0, 79) + "…";
    }
}
