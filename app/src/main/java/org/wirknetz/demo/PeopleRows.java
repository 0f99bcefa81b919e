package org.wirknetz.demo;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.demo.DemoNetwork.Mandate;
import org.wirknetz.demo.DemoNetwork.Position;
import org.wirknetz.demo.Rows.Cells;

/// People, positions and mandates of one demo network in the tables of the directory.
record PeopleRows(Rows rows, DirectoryIds ids, DemoNetwork network, FieldVisibility visibility) {

    void write() {
        people();
        mandates();
    }

    private void people() {
        rows.into(
                "directory.person",
                network.people(),
                it -> new Cells()
                        .with("id", it.id())
                        .with("key", it.key())
                        .with("given_name", it.givenName())
                        .with("family_name", it.familyName())
                        .with("email", it.email())
                        .with("phone", it.phone())
                        .with("visibility", visibility.of("person", List.of(it.key()))));
        rows.into(
                "directory.position",
                network.positions(),
                it -> new Cells()
                        .with("id", it.id())
                        .with("person", ids.person(it.person()))
                        .with("organisation", ids.organisation(it.organisation()))
                        .with("function", it.title())
                        .with("level", it.level())
                        .during(it.term()));
    }

    private void mandates() {
        rows.into(
                "directory.mandate",
                network.mandates(),
                it -> new Cells()
                        .with("id", it.id())
                        .with("person", ids.person(it.person()))
                        .with("organisation", ids.organisation(it.organisation()))
                        .with("kind", "REPRESENTS")
                        .with("function", it.function())
                        .with("level", it.level())
                        .with("deputy", deputy(it))
                        .during(it.term()));
        rows.into(
                "directory.mandate",
                network.keyFunctions(),
                it -> new Cells()
                        .with("id", it.id())
                        .with("person", ids.person(it.holder()))
                        .with("organisation", ids.organisation(it.organisation()))
                        .with("kind", "KEY_FUNCTION")
                        .with("function", it.name())
                        .with("level", level(it.holder(), it.organisation()))
                        .with("deputy", ids.personOrNull(it.deputy()))
                        .with("valid_from", it.since()));
    }

    private @Nullable UUID deputy(Mandate mandate) {
        if (!mandate.kind().equals("REPRESENTATIVE")) return null;
        return network.mandates().stream()
                .filter(it -> it.kind().equals("DEPUTY") && it.organisation().equals(mandate.organisation()))
                .filter(it -> !it.person().equals(mandate.person()))
                .filter(it -> it.term().within(mandate.term()).isPresent())
                .map(it -> ids.person(it.person()))
                .findFirst()
                .orElse(null);
    }

    private DemoNetwork.@Nullable Level level(String person, String organisation) {
        return network.positions().stream()
                .filter(it -> it.person().equals(person) && it.organisation().equals(organisation))
                .map(Position::level)
                .findFirst()
                .orElse(null);
    }
}
