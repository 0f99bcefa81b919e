package org.wirknetz.networkcheck.check;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes maps, lists, texts and numbers as JSON: the same tree always gives the same bytes, and a start of
/// the program
/// does
/// not wait for a binding library.
final class Json {
    private final StringBuilder out = new StringBuilder();

    private Json() {}

    static String of(Object tree) {
        var json = new Json();
        json.write(tree, 0);
        return json.out.append('\n').toString();
    }

    private void write(@Nullable Object value, int depth) {
        if (value == null) {
            out.append("null");
        } else if (value instanceof Map<?, ?> map) {
            map(map, depth);
        } else if (value instanceof List<?> list) {
            list(list, depth);
        } else if (value instanceof Number number) {
            number(number);
        } else if (value instanceof Boolean) {
            out.append(value);
        } else {
            text(value.toString());
        }
    }

    private void map(Map<?, ?> map, int depth) {
        out.append('{');
        for (var entries = map.entrySet().iterator(); entries.hasNext(); ) {
            var entry = entries.next();
            line(depth + 1);
            text(entry.getKey().toString());
            out.append(": ");
            write(entry.getValue(), depth + 1);
            comma(entries);
        }
        if (!map.isEmpty()) line(depth);
        out.append('}');
    }

    private void list(List<?> list, int depth) {
        boolean flat = list.stream().noneMatch(it -> it instanceof Map || it instanceof List);
        out.append('[');
        for (var items = list.iterator(); items.hasNext(); ) {
            if (!flat) line(depth + 1);
            write(items.next(), depth + 1);
            comma(items);
            if (flat && items.hasNext()) out.append(' ');
        }
        if (!flat) line(depth);
        out.append(']');
    }

    // Whole numbers without ".0"; everything else in full precision, never as infinity or NaN.
    private void number(Number number) {
        double value = number.doubleValue();
        if (Double.isNaN(value) || Double.isInfinite(value))
            throw new IllegalArgumentException("Not a number: " + value);
        if (value == Math.rint(value) && Math.abs(value) < 1e15) out.append((long) value);
        else out.append(value);
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            switch (one) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (one < ' ' || one == '\u2028' || one == '\u2029' || lonely(text, i)) {
                        out.append(String.format("\\u%04x", (int) one));
                    } else {
                        out.append(one);
                    }
                }
            }
        }
        out.append('"');
    }

    // Half a surrogate pair cannot be written as UTF-8.
    private static boolean lonely(String text, int i) {
        char one = text.charAt(i);
        if (Character.isHighSurrogate(one)) {
            return i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(one) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    private void comma(Iterator<?> rest) {
        if (rest.hasNext()) out.append(',');
    }

    private void line(int depth) {
        out.append('\n').repeat("  ", depth);
    }
}
