package org.wirknetz.demo;

import java.util.List;

/// What one demo network answered to the equality check, and what came of it.
record CheckRows(Rows rows, DirectoryIds ids) {

    void write() {
        var answers = DataFile.rows(rows.network().slug() + "/check-answers.csv");
        rows.into(
                "equality.check_answer",
                answers,
                it -> new Rows.Cells()
                        .with("id", id("answer", it))
                        .with("template", it.text("template"))
                        .with("question", it.text("question"))
                        .with("answer", it.text("answer"))
                        .with("note", it.textOrNull("note"))
                        .with("answered_on", it.text("answered_on"))
                        .with("version", 1));
        List<Row> left = answers.stream()
                .filter(it -> it.text("answer").matches("NO|PARTLY") || !it.empty("task"))
                .toList();
        var given = left.stream().filter(it -> !it.empty("task")).toList();
        rows.into(
                "tasks.task",
                given,
                it -> new Rows.Cells()
                        .with("id", id("task", it))
                        .with("title", it.text("task"))
                        .with("owner_organisation", ids.organisation(it.text("organisation")))
                        .with("given_on", it.text("answered_on"))
                        .with("due_on", it.text("due"))
                        .with("due_first", it.text("due"))
                        .with("done_on", it.textOrNull("done"))
                        .with("version", 1)
                        .with("created_at", it.text("answered_on")));
        rows.into(
                "equality.finding",
                left,
                it -> new Rows.Cells()
                        .with("id", id("finding", it))
                        .with("template", it.text("template"))
                        .with("question", it.text("question"))
                        .with("opened_on", it.text("answered_on"))
                        .with("task", it.empty("task") ? null : id("task", it))
                        .with("version", 1));
    }

    private java.util.UUID id(String kind, Row row) {
        return ids.row("check-" + kind + "/" + row.text("template") + "/" + row.text("question"));
    }
}
