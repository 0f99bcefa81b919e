package org.wirknetz.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.wirknetz.equality.CollectionEntry;
import org.wirknetz.equality.CollectionId;
import org.wirknetz.equality.Collections;
import org.wirknetz.equality.DisclosureControl;
import org.wirknetz.equality.Intake;
import org.wirknetz.equality.Measure;
import org.wirknetz.equality.Mode;
import org.wirknetz.equality.Subject;

/// Equality monitoring of one demo network. Counts go in by the same ways as people's do, and come out
/// protected.
record EqualityRows(Rows rows, DirectoryIds ids, Collections collections, Intake intake, DisclosureControl control) {

    void write() {
        var counts = file("equality-counts");
        for (var row : file("equality-collections")) {
            var id = collections.begin(entry(row));
            var given = counts.stream()
                    .filter(it -> it.text("collection").equals(row.text("key")))
                    .toList();
            if (Mode.valueOf(row.text("mode")) == Mode.BALLOT) answer(id, given);
            else count(id, given);
            if (!row.empty("closed")) collections.close(id, LocalDate.parse(row.text("closed")));
            if (!row.empty("published")) control.publish(id, LocalDate.parse(row.text("published")));
        }
        rows.into(
                "equality.step",
                file("equality-steps"),
                it -> new Rows.Cells()
                        .with("id", ids.row("equality-step/" + it.text("kind") + "/" + it.text("title")))
                        .with("kind", it.text("kind"))
                        .with("title", it.text("title"))
                        .with("done_on", it.textOrNull("on")));
    }

    private static CollectionEntry entry(Row row) {
        var subject = Subject.valueOf(row.text("subject"));
        return new CollectionEntry(
                row.text("definition"),
                subject,
                Mode.valueOf(row.text("mode")),
                YearMonth.of(row.whole("year"), row.whole("quarter") * 3).atEndOfMonth(),
                row.empty("reference") ? null : new BigDecimal(row.text("reference")),
                row.textOrNull("source"),
                row.textOrNull("action"),
                Arrays.stream(row.text("lines").split("\\|"))
                        .map(it -> line(subject, it))
                        .toList());
    }

    private static CollectionEntry.Line line(Subject subject, String name) {
        if (subject == Subject.BODIES) return new CollectionEntry.Line(name, Measure.PERSONS);
        return name.endsWith("€")
                ? new CollectionEntry.Line(name.substring(0, name.length() - 1), Measure.EURO)
                : new CollectionEntry.Line(name, Measure.TIMES);
    }

    private void count(CollectionId id, List<Row> given) {
        var lines = lines(id);
        var byOrganisation = new HashMap<UUID, Map<UUID, Map<String, Long>>>();
        for (var row : given)
            byOrganisation
                    .computeIfAbsent(ids.organisation(row.text("organisation")), it -> new HashMap<>())
                    .put(line(lines, row), answers(row));
        byOrganisation.forEach((organisation, counts) -> intake.enter(id, organisation, counts));
    }

    private void answer(CollectionId id, List<Row> given) {
        var lines = lines(id);
        for (var row : given)
            answers(row)
                    .forEach((answer, number) -> intake.handOut(id, line(lines, row), number.intValue())
                            .forEach(slip -> intake.answer(slip, answer)));
    }

    private static Map<String, Long> answers(Row row) {
        var answers = new HashMap<String, Long>();
        for (var pair : row.text("answers").split(" ")) {
            var parts = pair.split("=");
            answers.put(parts[0], Long.parseLong(parts[1]));
        }
        return answers;
    }

    private static UUID line(Map<String, UUID> lines, Row row) {
        var line = lines.get(row.text("line"));
        if (line == null) throw new IllegalStateException("no such line: " + row.text("line"));
        return line;
    }

    private record Line(String name, UUID id) {}

    private Map<String, UUID> lines(CollectionId id) {
        var lines = new HashMap<String, UUID>();
        rows.db()
                .sql("select name, id from equality.line where collection = ?")
                .param(id.value())
                .query(Line.class)
                .list()
                .forEach(it -> lines.put(it.name(), it.id()));
        return lines;
    }

    private List<Row> file(String name) {
        return DataFile.rows(rows.network().slug() + "/" + name + ".csv");
    }
}
