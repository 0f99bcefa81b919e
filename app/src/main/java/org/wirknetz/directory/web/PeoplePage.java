package org.wirknetz.directory.web;

import java.util.Arrays;
import java.util.List;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Filter;
import org.wirknetz.platform.web.Paging;
import org.wirknetz.platform.web.SavedView;
import org.wirknetz.platform.web.Sorting;

/// The list of people: whom the network may reach, and how the list may be narrowed, ordered, kept and taken along.
///
/// @param office sees former people and the office's own columns, edits cells, informs several at once
public record PeoplePage(
        ListQuestion question,
        int total,
        List<PersonList.Row> rows,
        List<Filter> filters,
        List<SavedView> views,
        boolean office) {

    private static final List<String> OF_THE_OFFICE = List.of("informed_on", "source");

    public List<String> columns() {
        return columns(question, office);
    }

    static List<String> columns(ListQuestion question, boolean office) {
        var asked =
                question.has("columns") ? Arrays.asList(question.get("columns").split(",")) : PersonList.USUAL;
        return PersonList.COLUMNS.stream()
                .filter(asked::contains)
                .filter(it -> office || !OF_THE_OFFICE.contains(it))
                .toList();
    }

    /// Every column there is for this visitor, by its key, and whether it is shown.
    public List<Choice> allColumns() {
        return PersonList.COLUMNS.stream()
                .filter(it -> office || !OF_THE_OFFICE.contains(it))
                .map(it -> new Choice(it, it, columns().contains(it)))
                .toList();
    }

    public boolean sortable(String column) {
        return PersonList.SORTS.contains(column);
    }

    public Sorting sorting() {
        var by = question.sort(PersonList.SORTS, "name");
        return new Sorting(question.descending() ? "-" + by : by, question.here());
    }

    public boolean editable(String column) {
        return office && PersonList.EDITABLE.contains(column);
    }

    public Paging paging() {
        return new Paging(question.page(), PersonList.PAGE, total, question.here());
    }

    public boolean narrowed() {
        return question.hasAny("q", "standing", "gap");
    }
}
