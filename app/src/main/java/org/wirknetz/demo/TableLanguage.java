package org.wirknetz.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirknetz.demo.DemoNetwork.Level;

/// In which language the tables speak: headings, yes and no, levels, dates and decimals.
public enum TableLanguage {
    ENGLISH,
    GERMAN;

    private static final DateTimeFormatter GERMAN_DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT);

    List<String> headings(String table, List<String> english) {
        if (this == ENGLISH) return english;
        var german = DataFile.rows("headings.csv").stream()
                .filter(row -> row.text("table").equals(table))
                .collect(Collectors.toMap(row -> row.text("key"), row -> row.text("name")));
        return english.stream().map(it -> german.getOrDefault(it, it)).toList();
    }

    String yes(boolean value) {
        return switch (this) {
            case ENGLISH -> value ? "yes" : "no";
            case GERMAN -> value ? "ja" : "nein";
        };
    }

    String day(@Nullable LocalDate day) {
        if (day == null) return "";
        return switch (this) {
            case ENGLISH -> day.toString();
            case GERMAN -> GERMAN_DAY.format(day);
        };
    }

    String number(BigDecimal number) {
        return switch (this) {
            case ENGLISH -> number.toPlainString();
            case GERMAN -> number.toPlainString().replace('.', ',');
        };
    }

    String level(Level level) {
        return switch (this) {
            case ENGLISH -> level.name().toLowerCase(Locale.ROOT);
            case GERMAN ->
                switch (level) {
                    case LEADERSHIP -> "Leitung";
                    case OPERATIONAL -> "operativ";
                    case ADMINISTRATION -> "Verwaltung";
                };
        };
    }

    String choose(String german, String english) {
        return switch (this) {
            case ENGLISH -> english;
            case GERMAN -> german;
        };
    }
}
