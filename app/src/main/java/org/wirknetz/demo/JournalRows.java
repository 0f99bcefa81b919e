package org.wirknetz.demo;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.wirknetz.demo.Rows.Cells;

/// What the office of one demo network noted after its calls, and what is to come of it.
record JournalRows(Rows rows, DirectoryIds ids) {

    private record Line(UUID id, Row told) {}

    void write() {
        var number = new AtomicInteger();
        var lines = DataFile.rows(rows.network().slug() + "/journal.csv").stream()
                .map(it -> new Line(ids.row("touchpoint/" + number.incrementAndGet()), it))
                .toList();
        rows.into(
                "journal.touchpoint",
                lines,
                it -> about(it)
                        .with("id", it.id())
                        .with("kind", it.told().text("kind"))
                        .with("held_on", it.told().day("on"))
                        .with("topic", it.told().text("topic"))
                        .with("minutes", it.told().whole("minutes"))
                        .with("version", 1)
                        .with("created_at", it.told().day("on")));
        rows.into(
                "journal.follow_up",
                promised(lines),
                it -> about(it)
                        .with("id", ids.row("follow-up/" + it.id()))
                        .with("touchpoint", it.id())
                        .with("what", it.told().text("next"))
                        .with("due_on", it.told().day("due"))
                        .with("postponed", 0)
                        .with(
                                "done_on",
                                it.told().empty("done") ? null : it.told().day("done"))
                        .with("version", 1)
                        .with("created_at", it.told().day("on")));
    }

    private Cells about(Line line) {
        return new Cells()
                .with("organisation", ids.organisation(line.told().text("organisation")))
                .with("person", ids.personOrNull(line.told().textOrNull("person")));
    }

    private static List<Line> promised(List<Line> lines) {
        return lines.stream().filter(it -> !it.told().empty("next")).toList();
    }
}
