package org.wirknetz.platform.tables;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Cells that name several people, and how that was decided. A person may say that one of them names one after all.
final class CellsOfPeople {

    private static final int MOST = 200;
    private static final int LONGEST = 1_000;

    private final Set<String> ones;
    private final Findings findings;
    private final Map<String, SharedCell> met = new LinkedHashMap<>();
    private final Set<String> told = new HashSet<>();

    /// @param ones cells of which somebody said that they name one person
    CellsOfPeople(Set<String> ones, Findings findings) {
        this.ones = ones;
        this.findings = findings;
    }

    /// The names in the cell of the person.
    List<String> read(FieldRow row) {
        var text = row.cell("person").text();
        var key = Folded.tidy(text);
        if (ones.contains(key)) return PeopleInCell.one(text).names();
        var found = PeopleInCell.of(text);
        if (found.how() != PeopleInCell.How.ONE) tell(row, key, found);
        return found.names();
    }

    List<SharedCell> met() {
        return new ArrayList<>(met.values());
    }

    private void tell(FieldRow row, String text, PeopleInCell found) {
        if (told.size() >= MOST || !told.add(text)) return;
        if (found.how() == PeopleInCell.How.OPEN) {
            row.warning("person", "tables.person.how-many", text);
            return;
        }
        if (text.length() <= LONGEST) met.put(text, new SharedCell(row.place("person"), text, found.names()));
        row.note(
                "person",
                switch (found.how()) {
                    case ONE, OPEN, SEPARATED -> "tables.person.several.separated";
                    case WHOLE_NAMES -> "tables.person.several.whole";
                    case BY_TURNS -> "tables.person.several.by-turns";
                },
                String.join(" · ", found.names()),
                found.names().size());
    }
}
