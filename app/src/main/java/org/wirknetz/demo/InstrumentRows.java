package org.wirknetz.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.wirknetz.equality.TargetGroupLists;

/// What one demo network qualifies people with, and to whom it has adapted that.
record InstrumentRows(Rows rows, DirectoryIds ids, TopicRows people, TargetGroupLists lists) {

    void write() {
        var instruments = file("instruments");
        if (instruments.isEmpty()) return;
        var list = lists.latest();
        var keys = new ArrayList<>(list.groups().keySet());
        rows.into(
                "equality.target_group",
                keys,
                it -> new Rows.Cells()
                        .with("id", group(it))
                        .with("list", list.id())
                        .with("key", it)
                        .with("position", keys.indexOf(it))
                        .with("version", 1));
        rows.into(
                "equality.instrument",
                instruments,
                it -> new Rows.Cells()
                        .with("id", instrument(it.text("key")))
                        .with("kind", it.text("kind"))
                        .with("title", it.text("title"))
                        .with("organisation", ids.organisation(it.text("organisation")))
                        .with("person", people.somebody(it.text("person_of")))
                        .with("review_on", it.textOrNull("review_on"))
                        .with("version", 1));
        var all = file("adaptations");
        adapt(all.stream().filter(it -> it.empty("reason")).toList());
        rows.into(
                "equality.exemption",
                all.stream().filter(it -> !it.empty("reason")).toList(),
                it -> new Rows.Cells()
                        .with("id", ids.row("exemption/" + it.text("instrument") + "/" + it.text("group")))
                        .with("instrument", instrument(it.text("instrument")))
                        .with("target_group", group(it.text("group")))
                        .with("reason", it.text("reason")));
    }

    private void adapt(List<Row> adapted) {
        rows.into(
                "equality.adaptation",
                adapted,
                it -> new Rows.Cells()
                        .with(
                                "id",
                                ids.row("adaptation/" + it.text("instrument") + "/" + it.text("group") + "/"
                                        + it.text("edition")))
                        .with("instrument", instrument(it.text("instrument")))
                        .with("target_group", group(it.text("group")))
                        .with("edition", it.text("edition"))
                        .with("note", it.text("note"))
                        .with("organisation", ids.organisation(it.text("organisation")))
                        .with("adapted_on", it.text("adapted_on"))
                        .with("tried_on", it.textOrNull("tried_on"))
                        .with("result", it.textOrNull("result"))
                        .with("participants", it.empty("participants") ? null : it.whole("participants"))
                        .with("trial_note", it.textOrNull("trial_note"))
                        .with("version", 1));
    }

    private List<Row> file(String name) {
        return DataFile.rows(rows.network().slug() + "/" + name + ".csv");
    }

    private UUID instrument(String key) {
        return ids.row("instrument/" + key);
    }

    private UUID group(String key) {
        return ids.row("target-group/" + key);
    }
}
