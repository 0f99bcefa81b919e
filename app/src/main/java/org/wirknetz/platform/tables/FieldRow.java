package org.wirknetz.platform.tables;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A row read through the eyes of its headings: fields by English key, wrong values told as findings with line and
/// column.
final class FieldRow {
    static final Pattern TOTAL =
            Pattern.compile("(?i)(gesamt)?(summe|anzahl|gesamt|insgesamt|total|sum)\\s*(:.*|\\d.*)?");

    private final Recognition recognition;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Findings findings;
    private Row row;

    FieldRow(Recognition recognition, Findings findings) {
        this.recognition = recognition;
        this.findings = findings;
        this.row = new Row(recognition.table().at(), java.util.List.of());
        recognition.columns().forEach((column, field) -> columns.put(field, column));
    }

    FieldRow on(Row row) {
        this.row = row;
        return this;
    }

    Place at() {
        return row.at();
    }

    /// The line under a list that counts it: begins with a word for a total, and whatever else it says has a number in
    /// it and is no address.
    boolean isTotal() {
        var said = row.cells().stream()
                .filter(it -> !it.blank())
                .map(it -> Folded.tidy(it.text()))
                .toList();
        return !said.isEmpty()
                && TOTAL.matcher(said.getFirst()).matches()
                && said.stream()
                        .skip(1)
                        .allMatch(it -> !it.contains("@") && it.codePoints().anyMatch(Character::isDigit));
    }

    boolean isOfGraph() {
        return recognition.table() instanceof GraphTable;
    }

    boolean has(String field) {
        return columns.containsKey(field);
    }

    /// Whether something is written; a column left blank, or with a dash in it, says nothing.
    boolean says(String field) {
        var cell = cell(field);
        return !cell.blank() && !Vocabulary.nothing(cell.text());
    }

    Cell cell(String field) {
        return row.cell(columns.getOrDefault(field, -1));
    }

    String text(String field) {
        return Folded.tidy(cell(field).text());
    }

    /// Null when nothing is written; also after a finding.
    @Nullable
    LocalDate date(String field, boolean end) {
        var cell = cell(field);
        if (cell.blank() || Vocabulary.nothing(cell.text())) return null;
        try {
            var date = Dates.parse(cell, end);
            if (date.getYear() >= 1900 && date.getYear() <= 2200) return date;
            error(field, "tables.date.unlikely", cell.text());
        } catch (DateTimeException e) {
            error(field, "tables.date.impossible", cell.text());
        } catch (NumberFormatException e) {
            error(field, "tables.date.unreadable", cell.text());
        }
        return null;
    }

    Period period(String from, String to) {
        var start = date(from, false);
        var end = date(to, true);
        if (start != null && end != null && end.isBefore(start)) {
            error(to, "tables.period.backwards", cell(from).text(), cell(to).text());
            return Period.ALWAYS;
        }
        return new Period(start, end);
    }

    @Nullable
    BigDecimal number(String field) {
        var cell = cell(field);
        if (cell.blank() || Vocabulary.nothing(cell.text())) return null;
        try {
            return Decimals.parse(cell, recognition.table().decimals());
        } catch (NumberFormatException e) {
            error(field, "tables.number.unreadable", cell.text());
            return null;
        }
    }

    /// As [#number], and never below zero.
    @Nullable
    BigDecimal amount(String field) {
        var number = number(field);
        if (number == null || number.signum() >= 0) return number;
        error(field, "tables.number.negative", cell(field).text());
        return null;
    }

    boolean yes(String field) {
        var cell = cell(field);
        if (cell instanceof Cell.Truth truth) return truth.value();
        var said = Vocabulary.yes(cell.text());
        if (said.isEmpty()) error(field, "tables.yes-no.unreadable", cell.text());
        return said.orElse(false);
    }

    /// Null when nothing is written, when nobody understands the word (after a finding), or where there is no such
    /// column.
    @Nullable
    MemberStatus status() {
        var written = text("status");
        if (written.isEmpty() || Vocabulary.nothing(written)) return null;
        var status = Vocabulary.status(written);
        if (status.isPresent()) return status.get();
        if (PersonName.saysFormer(written)) {
            // Said aloud, since it is read from a remark and not from a word for a status.
            warning("status", "tables.status.former", written);
            return MemberStatus.LEFT;
        }
        if (recognition.choices().contains(ReadingChoice.PASS_OVER_UNKNOWN_STATUS)) {
            warning("status", "tables.status.passed-over", written);
        } else {
            error("status", "tables.status.unknown", written);
        }
        return null;
    }

    /// Columns that are no field of the table, as they stand.
    Map<String, String> free() {
        var free = new LinkedHashMap<String, String>();
        for (int column = 0; column < recognition.headings().size(); column++) {
            var heading = recognition.headings().get(column);
            if (recognition.columns().containsKey(column) || heading.isBlank()) continue;
            var value = Folded.tidy(row.cell(column).text());
            if (!value.isEmpty()) free.putIfAbsent(heading, value);
        }
        return free;
    }

    void error(String field, String key, Object... values) {
        findings.add(Finding.error(place(field), key, values));
    }

    void warning(String field, String key, Object... values) {
        findings.add(Finding.warning(place(field), key, values));
    }

    void note(String field, String key, Object... values) {
        findings.add(Finding.note(place(field), key, values));
    }

    /// The place of a field; the column by its heading.
    Place place(String field) {
        var column = columns.get(field);
        return column == null
                ? row.at()
                : row.at().column(recognition.headings().get(column));
    }
}
