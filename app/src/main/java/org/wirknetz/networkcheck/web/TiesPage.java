package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Filter;
import org.wirknetz.platform.web.Paging;
import org.wirknetz.platform.web.SavedView;
import org.wirknetz.platform.web.Sorting;

/// The list of ties.
///
/// @param kinds names of the kinds by key
/// @param changeable ids of the rows this person may change
public record TiesPage(
        LocalDate asOf,
        String sentence,
        TiesQuestion question,
        Map<String, String> hidden,
        List<Filter> filters,
        Sorting sorting,
        Paging paging,
        List<TieList.Row> rows,
        Map<String, String> kinds,
        java.util.Set<java.util.UUID> changeable,
        boolean mayEnter,
        boolean untouched,
        List<SavedView> views,
        String query,
        String path,
        String back) {

    /// Exactly what the list shows, as a file.
    public String export(String format) {
        var more = format.equals("csv") ? "" : "format=" + format;
        var parts = java.util.stream.Stream.of(query, more)
                .filter(it -> !it.isEmpty())
                .toList();
        return path + "/export" + (parts.isEmpty() ? "" : "?" + String.join("&", parts));
    }

    public String q() {
        return question.q();
    }

    public List<String> columns() {
        return question.columns();
    }

    /// Every column there is, and whether it is shown.
    public List<Choice> allColumns() {
        return TiesQuestion.COLUMNS.stream()
                .map(it -> new Choice(it, it, columns().contains(it)))
                .toList();
    }

    public boolean sortable(String column) {
        return question.sortable(column);
    }

    /// What the column choice keeps of the question.
    public Map<String, String> keptByColumns() {
        var kept = new LinkedHashMap<>(question.parameters());
        kept.remove("columns");
        kept.values().removeIf(String::isEmpty);
        return kept;
    }

    public String kind(TieList.Row row) {
        return kinds.getOrDefault(row.kind(), row.kind());
    }

    public boolean mayChange(TieList.Row row) {
        return changeable.contains(row.id());
    }

    public String strength(TieList.Row row) {
        var strength = row.strength();
        return strength == null ? "–" : String.valueOf(strength);
    }
}
