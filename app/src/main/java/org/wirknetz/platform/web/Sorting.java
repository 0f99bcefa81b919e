package org.wirknetz.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// By which column a list is sorted: `sort=name` upwards, `sort=-name` downwards.
///
/// @param by the column's key, with a minus in front when downwards
/// @param path the address of the list with its query
public record Sorting(String by, String path) {

    /// `ascending`, `descending`, or null for a column the list is not sorted by: the value of `aria-sort`.
    public @Nullable String state(String column) {
        if (by.equals(column)) return "ascending";
        return by.equals("-" + column) ? "descending" : null;
    }

    public String icon(String column) {
        var state = state(column);
        if (state == null) return "sort";
        return state.equals("ascending") ? "arrow-up" : "arrow-down";
    }

    /// The same list sorted by this column; a second click turns it round.
    public String href(String column) {
        return UriComponentsBuilder.fromUriString(path)
                .replaceQueryParam("sort", by.equals(column) ? "-" + column : column)
                .replaceQueryParam("page")
                .build()
                .toUriString();
    }
}
