package org.wirknetz.platform.tables;

import java.math.BigDecimal;
import java.time.LocalDate;

/// What stands in one cell. CSV knows only text and blanks; a workbook also knows numbers, days and truth values.
public sealed interface Cell {
    Blank BLANK = new Blank();

    /// The content as a person would type it: days as ISO dates, numbers with a point.
    String text();

    static Cell of(String text) {
        return text.isBlank() ? BLANK : new Text(text);
    }

    default boolean blank() {
        return this instanceof Blank;
    }

    record Text(String text) implements Cell {}

    record Amount(BigDecimal value) implements Cell {
        @Override
        public String text() {
            return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        }
    }

    record Day(LocalDate date) implements Cell {
        @Override
        public String text() {
            return date.toString();
        }
    }

    record Truth(boolean value) implements Cell {
        @Override
        public String text() {
            return Boolean.toString(value);
        }
    }

    record Blank() implements Cell {
        @Override
        public String text() {
            return "";
        }
    }
}
