package org.wirknetz.demo;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.wirknetz.demo.DemoNetwork.Organisation;
import org.wirknetz.demo.Rows.Cells;

/// The ties of one demo network in the tables of the network check. A tie that is not mutual has the word of one side
/// only.
record NetworkcheckRows(Rows rows) {
    void write() {
        Map<String, UUID> organisations =
                rows.network().organisations().stream().collect(Collectors.toMap(Organisation::key, Organisation::id));
        rows.into(
                "networkcheck.tie",
                rows.network().ties(),
                it -> new Cells()
                        .with("id", it.id())
                        .with("from_organisation", organisations.get(it.from()))
                        .with("to_organisation", organisations.get(it.to()))
                        .with("kind", it.kind())
                        .with("strength", it.strength())
                        .with("mutual", it.mutual())
                        .with("form", it.form())
                        .during(it.term())
                        .with("from_confirmed_at", it.term().from())
                        .with("to_confirmed_at", it.mutual() ? it.term().from() : null));
    }
}
