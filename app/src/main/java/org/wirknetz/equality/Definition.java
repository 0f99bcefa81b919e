package org.wirknetz.equality;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What is asked, word for word, with its source and date. Figures of two definitions are never compared or
/// added.
///
/// @param id with a number or year; stays with every figure that was asked by it
/// @param focus whose share it is about, such as "Frauen"
/// @param sides the two columns everything can be merged into
/// @param columns the same in more detail, shown only where each of them is safe
public record Definition(
        String id,
        Said title,
        Said wording,
        Said source,
        LocalDate date,
        Said focus,
        Map<Side, Said> sides,
        List<Column> columns,
        List<Option> options) {

    /// In both languages.
    public record Said(String german, String english) {
        public String in(Locale locale) {
            return locale.getLanguage().equals("de") ? german : english;
        }
    }

    public enum Side {
        /// Those whose share is asked for.
        FOCUS,
        OTHER,
        /// Not stated or not known: never part of a share, never imputed.
        UNKNOWN
    }

    public record Column(String key, Side side, Said label) {}

    /// One answer.
    ///
    /// @param column empty for what is not known
    public record Option(String key, Side side, String column, Said label) {}

    public Definition {
        sides = Map.copyOf(sides);
        columns = List.copyOf(columns);
        options = List.copyOf(options);
    }

    public boolean knows(String answer) {
        return options.stream().anyMatch(it -> it.key().equals(answer));
    }

    /// @param detailed false: the two sides
    public List<Column> shown(boolean detailed) {
        return detailed
                ? columns
                : List.of(
                        new Column("FOCUS", Side.FOCUS, side(Side.FOCUS)),
                        new Column("OTHER", Side.OTHER, side(Side.OTHER)));
    }

    private Said side(Side side) {
        return java.util.Objects.requireNonNull(sides.get(side));
    }

    /// The column an answer belongs to; empty for what is not known.
    String columnOf(String answer, boolean detailed) {
        var option = options.stream()
                .filter(it -> it.key().equals(answer))
                .findFirst()
                .orElseThrow();
        if (option.side() == Side.UNKNOWN) return "";
        return detailed ? option.column() : option.side().name();
    }
}
