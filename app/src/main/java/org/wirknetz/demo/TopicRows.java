package org.wirknetz.demo;

import java.util.Comparator;
import java.util.UUID;
import org.wirknetz.demo.DemoNetwork.Position;

/// Who answers for which topic in one demo network: of each organisation the first of those who work there today.
record TopicRows(Rows rows, DirectoryIds ids, DemoNetwork network) {

    void write() {
        var topics = DataFile.rows(network.slug() + "/topics.csv");
        rows.into(
                "equality.topic",
                topics,
                it -> new Rows.Cells()
                        .with("id", ids.row("topic/" + it.text("title")))
                        .with("title", it.text("title"))
                        .with("since", it.text("since"))
                        .with("version", 1));
        var held = topics.stream().filter(it -> !it.empty("organisation")).toList();
        rows.into(
                "directory.mandate",
                held,
                it -> new Rows.Cells()
                        .with("id", ids.row("topic-mandate/" + it.text("title")))
                        .with("person", somebody(it.text("organisation")))
                        .with("organisation", ids.organisation(it.text("organisation")))
                        .with("kind", "RESPONSIBLE")
                        .with("function", it.text("title"))
                        .with(
                                "deputy",
                                it.empty("deputy_organisation") ? null : somebody(it.text("deputy_organisation")))
                        .with("valid_from", it.text("from"))
                        .with("valid_to", it.textOrNull("to")));
        rows.into(
                "equality.responsibility",
                held,
                it -> new Rows.Cells()
                        .with("id", ids.row("responsibility/" + it.text("title")))
                        .with("topic", ids.row("topic/" + it.text("title")))
                        .with("mandate", ids.row("topic-mandate/" + it.text("title"))));
    }

    UUID somebody(String organisation) {
        return network.positions().stream()
                .filter(it ->
                        it.organisation().equals(organisation) && it.term().to() == null)
                .min(Comparator.comparing(Position::person))
                .map(it -> ids.person(it.person()))
                .orElseThrow(() -> new IllegalStateException("nobody works at " + organisation));
    }
}
