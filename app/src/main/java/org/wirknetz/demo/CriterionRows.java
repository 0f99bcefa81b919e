package org.wirknetz.demo;

import java.util.List;

/// How far one demo network lives its standard, and what shows it.
record CriterionRows(Rows rows, DirectoryIds ids, TopicRows people) {

    private static final String STANDARD = "GCM-1";
    private static final String SINCE = "2025-06-01";
    private static final String OF_AN_ORGANISATION = "/organisations/";

    void write() {
        var lines = DataFile.rows(rows.network().slug() + "/criteria.csv");
        rows.into(
                "equality.criterion",
                lines,
                it -> new Rows.Cells()
                        .with("id", id("criterion", it))
                        .with("standard", STANDARD)
                        .with("key", it.text("key"))
                        .with("position", lines.indexOf(it))
                        .with("since", SINCE)
                        .with("person", it.empty("organisation") ? null : people.somebody(it.text("organisation")))
                        .with("review_on", it.textOrNull("review_on"))
                        .with("version", 1));
        rows.into(
                "equality.rating",
                lines,
                it -> new Rows.Cells()
                        .with("id", id("rating", it))
                        .with("criterion", id("criterion", it))
                        .with("level", it.whole("level"))
                        .with("rated_on", it.text("rated_on")));
        List<Row> proved = lines.stream().filter(it -> !it.empty("title")).toList();
        rows.into(
                "equality.evidence",
                proved,
                it -> new Rows.Cells()
                        .with("id", id("evidence", it))
                        .with("criterion", id("criterion", it))
                        .with("title", it.text("title"))
                        .with("address", address(it.text("address")))
                        .with("evidence_on", it.text("evidence_on")));
    }

    private String address(String written) {
        return written.startsWith(OF_AN_ORGANISATION)
                ? OF_AN_ORGANISATION + ids.organisation(written.substring(OF_AN_ORGANISATION.length()))
                : written;
    }

    private java.util.UUID id(String kind, Row row) {
        return ids.row(kind + "/" + row.text("key"));
    }
}
