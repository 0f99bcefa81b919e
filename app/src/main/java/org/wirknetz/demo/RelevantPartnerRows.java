package org.wirknetz.demo;

/// Which partners one demo network holds for relevant for gender and cultural mainstreaming, and which not.
record RelevantPartnerRows(Rows rows, DirectoryIds ids) {

    void write() {
        rows.into(
                "equality.relevant_partner",
                DataFile.rows(rows.network().slug() + "/relevant-partners.csv"),
                it -> new Rows.Cells()
                        .with("id", ids.row("relevant-partner/" + it.text("organisation")))
                        .with("organisation", ids.organisation(it.text("organisation")))
                        .with("relevant", it.yes("relevant"))
                        .with("reason", it.textOrNull("reason"))
                        .with("since", it.text("since"))
                        .with("version", 1));
    }
}
