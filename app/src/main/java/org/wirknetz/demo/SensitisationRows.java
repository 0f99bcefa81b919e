package org.wirknetz.demo;

import java.util.ArrayList;
import java.util.Arrays;

/// What one demo network did to make partners aware, and who took part.
record SensitisationRows(Rows rows, DirectoryIds ids) {

    private record Took(String title, String organisation) {}

    void write() {
        var held = DataFile.rows(rows.network().slug() + "/sensitisations.csv");
        rows.into(
                "equality.sensitisation",
                held,
                it -> new Rows.Cells()
                        .with("id", ids.row("sensitisation/" + it.text("title")))
                        .with("kind", it.text("kind"))
                        .with("title", it.text("title"))
                        .with("held_on", it.text("held_on"))
                        .with("version", 1));
        var took = new ArrayList<Took>();
        for (var row : held)
            Arrays.stream(row.text("organisations").split("\\|"))
                    .filter(it -> !it.isBlank())
                    .forEach(it -> took.add(new Took(row.text("title"), it)));
        rows.into(
                "equality.participation",
                took,
                it -> new Rows.Cells()
                        .with("id", ids.row("participation/" + it.title() + "/" + it.organisation()))
                        .with("sensitisation", ids.row("sensitisation/" + it.title()))
                        .with("organisation", ids.organisation(it.organisation())));
    }
}
