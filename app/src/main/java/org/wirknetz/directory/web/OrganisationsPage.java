package org.wirknetz.directory.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wirknetz.directory.OrganisationField;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Filter;
import org.wirknetz.platform.web.Paging;
import org.wirknetz.platform.web.SavedView;

/// The list of organisations: which there are, and how the list may be narrowed, ordered, kept and taken along.
///
/// @param filters what is shown, as a sentence
/// @param groups for adding one to several organisations
/// @param views what this person has kept
/// @param maintains the office: bulk actions, new organisations, any cell
/// @param inside sees people
public record OrganisationsPage(
        ListQuestion question,
        LocalDate asOf,
        int total,
        List<OrganisationList.Row> rows,
        GroupSigns signs,
        List<Filter> filters,
        List<Choice> groups,
        List<SavedView> views,
        boolean maintains,
        boolean inside,
        boolean empty) {

    public List<String> columns() {
        return columns(question, inside);
    }

    static List<String> columns(ListQuestion question, boolean inside) {
        var chosen = new ArrayList<String>();
        for (var column :
                question.has("columns") ? Arrays.asList(question.get("columns").split(",")) : OrganisationList.USUAL) {
            if (OrganisationList.COLUMNS.contains(column) && (inside || !isAboutPeople(column))) chosen.add(column);
        }
        return chosen;
    }

    /// Every column there is for this visitor, by its key, and whether it is shown.
    public List<Choice> allColumns() {
        return OrganisationList.COLUMNS.stream()
                .filter(column -> inside || !isAboutPeople(column))
                .map(column -> new Choice(column, column, columns().contains(column)))
                .toList();
    }

    private static boolean isAboutPeople(String column) {
        return column.equals("people") || column.equals("contact");
    }

    public boolean sortable(String column) {
        return OrganisationList.SORTS.contains(column);
    }

    /// For `aria-sort`; empty where the list is not sorted by this column.
    public String sorted(String column) {
        if (!question.sort(OrganisationList.SORTS, "name").equals(column)) return "";
        return question.descending() ? "descending" : "ascending";
    }

    public String sortAddress(String column) {
        return question.with("sort", sorted(column).equals("ascending") ? "-" + column : column);
    }

    public boolean editable(String column) {
        return maintains && OrganisationField.byColumn(column).isPresent();
    }

    public Paging paging() {
        return new Paging(question.page(), OrganisationList.PAGE, total, question.here());
    }

    public boolean narrowed() {
        return question.hasAny("q", "group", "area", "status", "gap");
    }
}
