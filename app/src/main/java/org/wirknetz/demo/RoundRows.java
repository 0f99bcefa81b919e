package org.wirknetz.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.wirknetz.demo.Rows.Cells;

/// Question rounds of one demo network: one sorted and weighted, one open without names, one that rated
/// conditions.
record RoundRows(Rows rows, DirectoryIds ids) {

    void write() {
        rows.into(
                "rounds.round",
                file("rounds"),
                it -> new Cells()
                        .with("id", ids.row("round/" + it.text("key")))
                        .with("title", it.text("title"))
                        .with("intro", it.textOrNull("intro"))
                        .with("kind", it.text("kind"))
                        .with("anonymous", it.yes("anonymous"))
                        .with("dots", it.whole("dots"))
                        .with("opened_on", it.day("opened"))
                        .with("closes_on", it.textOrNull("closes"))
                        .with("closed_on", it.textOrNull("closed"))
                        .with("version", 1)
                        .with("created_at", it.day("opened")));
        rows.into(
                "rounds.question",
                file("round-questions"),
                it -> new Cells()
                        .with("id", question(it))
                        .with("round", round(it))
                        .with("position", it.whole("position"))
                        .with("wording", it.text("wording")));
        clusters();
        var number = new AtomicInteger();
        rows.into(
                "rounds.card",
                file("round-cards"),
                it -> new Cells()
                        .with("id", ids.row("card/" + number.incrementAndGet()))
                        .with("question", question(it))
                        .with("cluster", it.empty("cluster") ? null : cluster(it, it.text("cluster")))
                        .with("body", it.textOrNull("body"))
                        .with("importance", whole(it, "importance"))
                        .with("standing", whole(it, "standing"))
                        .with(
                                "organisation",
                                it.empty("organisation") ? null : ids.organisation(it.text("organisation")))
                        .with("written_on", it.day("on")));
    }

    private record Dot(Row cluster, int number) {}

    private void clusters() {
        var clusters = file("round-clusters");
        rows.into(
                "rounds.cluster",
                clusters,
                it -> new Cells()
                        .with("id", cluster(it, it.text("name")))
                        .with("question", question(it))
                        .with("name", it.text("name"))
                        .with("version", 1));
        var dots = new ArrayList<Dot>();
        for (var cluster : clusters) for (int n = 0; n < cluster.whole("dots"); n++) dots.add(new Dot(cluster, n));
        rows.into(
                "rounds.dot",
                dots,
                it -> new Cells()
                        .with("id", ids.row("dot/" + it.cluster().text("name") + "/" + it.number()))
                        .with("round", round(it.cluster()))
                        .with("cluster", cluster(it.cluster(), it.cluster().text("name"))));
    }

    private List<Row> file(String name) {
        return DataFile.rows(rows.network().slug() + "/" + name + ".csv");
    }

    private UUID round(Row row) {
        return ids.row("round/" + row.text("round"));
    }

    private UUID question(Row row) {
        return ids.row("question/" + row.text("round") + "/" + row.text("position"));
    }

    private UUID cluster(Row row, String name) {
        return ids.row("cluster/" + row.text("round") + "/" + row.text("position") + "/" + name);
    }

    private static @Nullable Integer whole(Row row, String column) {
        return row.empty(column) ? null : row.whole(column);
    }
}
