package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.wirknetz.platform.web.Filter;
import org.wirknetz.platform.web.Paging;
import org.wirknetz.platform.web.Sorting;

/// The list of ties.
///
/// @param kinds names of the kinds by key
/// @param changeable ids of the rows this person may change
public record TiesPage(
        LocalDate asOf,
        String sentence,
        String q,
        Map<String, String> hidden,
        List<Filter> filters,
        Sorting sorting,
        Paging paging,
        List<TieList.Row> rows,
        Map<String, String> kinds,
        java.util.Set<java.util.UUID> changeable,
        boolean mayEnter,
        boolean untouched,
        String export,
        String back) {

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
