package org.wirknetz.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One line of a data file, asked by column name. A column that is not there breaks loudly: the files are ours.
record Row(String file, Map<String, String> cells) {
    String text(String column) {
        var value = cells.get(column);
        if (value == null) throw new IllegalStateException(file + " has no column " + column);
        return value;
    }

    boolean empty(String column) {
        return text(column).isEmpty();
    }

    @Nullable
    String textOrNull(String column) {
        return empty(column) ? null : text(column);
    }

    int whole(String column) {
        return Integer.parseInt(text(column));
    }

    double number(String column) {
        return Double.parseDouble(text(column));
    }

    boolean yes(String column) {
        return switch (text(column)) {
            case "yes" -> true;
            case "no" -> false;
            case String other -> throw new IllegalStateException(file + ": neither yes nor no: " + other);
        };
    }

    LocalDate day(String column) {
        return LocalDate.parse(text(column));
    }

    Term term() {
        return new Term(day("from"), empty("to") ? null : day("to"));
    }

    List<String> list(String column) {
        return empty(column) ? List.of() : List.of(text(column).split("\\|"));
    }
}
