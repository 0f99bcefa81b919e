package org.wirknetz.demo;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirknetz.demo.DemoNetwork.Mandate;
import org.wirknetz.demo.DemoNetwork.Membership;
import org.wirknetz.demo.DemoNetwork.Organisation;
import org.wirknetz.demo.DemoNetwork.Person;
import org.wirknetz.demo.DemoNetwork.Position;
import org.wirknetz.demo.DemoNetwork.Succession;
import org.wirknetz.demo.Rows.Cells;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One demo network in the tables of the directory.
final class DirectoryRows {
    private final Rows rows;
    private final DemoNetwork network;
    private final Map<String, JsonNode> shapes;
    private final Map<String, UUID> groups;
    private final Map<String, UUID> areas;
    private final Map<String, UUID> organisations;
    private final Map<String, UUID> people;
    private final Map<String, Succession> successions;

    DirectoryRows(Rows rows, String map) {
        this.rows = rows;
        this.network = rows.network();
        shapes = JsonMapper.shared()
                .readTree(map)
                .get("features")
                .valueStream()
                .collect(Collectors.toMap(it -> it.get("properties").get("ags").asString(), it -> it.get("geometry")));
        groups = network.groups().stream()
                .collect(Collectors.toMap(DemoNetwork.ActorGroup::key, DemoNetwork.ActorGroup::id));
        areas = network.areas().stream().collect(Collectors.toMap(DemoNetwork.Area::ags, DemoNetwork.Area::id));
        organisations = network.organisations().stream().collect(Collectors.toMap(Organisation::key, Organisation::id));
        people = network.people().stream().collect(Collectors.toMap(Person::key, Person::id));
        successions = network.successions().stream().collect(Collectors.toMap(Succession::predecessor, one -> one));
    }

    void write() {
        groupsAndAreas();
        organisations();
        memberships();
        people();
        structures();
        targets();
    }

    private void groupsAndAreas() {
        rows.into(
                "directory.actor_group",
                network.groups(),
                it -> new Cells()
                        .with("id", it.id())
                        .with("key", it.key())
                        .with("name_de", it.name())
                        .with("name_en", it.nameEn())
                        .with("position", it.order()));
        rows.into(
                "directory.area",
                network.areas(),
                it -> new Cells()
                        .with("id", it.id())
                        .with("key", it.ags())
                        .with("name", it.name())
                        .with("level", it.level())
                        .with("parent", orNull(areas, it.parent()))
                        .with("shape", shapes.get(it.ags())));
    }

    private void organisations() {
        // A successor must be there before the one it follows.
        var order = network.organisations().stream()
                .sorted(Comparator.comparing(it -> successions.containsKey(it.key())))
                .toList();
        rows.into("directory.organisation", order, this::organisation);
        rows.into(
                "directory.organisation_name",
                network.names().stream().filter(it -> !isPresent(it)).toList(),
                it -> new Cells()
                        .with(
                                "id",
                                id("name/" + it.organisation() + "/" + it.term().from()))
                        .with("organisation", organisations.get(it.organisation()))
                        .with("name", it.name())
                        .during(it.term()));
        rows.into(
                "directory.organisation_group",
                belongings(),
                it -> new Cells()
                        .with("id", id("belongs/" + it.organisation() + "/" + it.group()))
                        .with("organisation", organisations.get(it.organisation()))
                        .with("actor_group", groups.get(it.group())));
        rows.into(
                "directory.umbrella_member",
                network.umbrellas(),
                it -> new Cells()
                        .with("id", id("umbrella/" + it.umbrella() + "/" + it.member()))
                        .with("umbrella", organisations.get(it.umbrella()))
                        .with("member", organisations.get(it.member()))
                        .during(it.term()));
    }

    private record Belonging(String organisation, String group) {}

    private List<Belonging> belongings() {
        return network.organisations().stream()
                .flatMap(it -> it.groups().stream().map(group -> new Belonging(it.key(), group)))
                .toList();
    }

    private boolean isPresent(DemoNetwork.NameInTime name) {
        return network.organisations().stream()
                .anyMatch(
                        it -> it.key().equals(name.organisation()) && it.name().equals(name.name()));
    }

    private Cells organisation(Organisation it) {
        boolean coordinator = it.key().equals(network.coordinator());
        boolean hosted = coordinator && !network.host().equals(it.key());
        var succession = successions.get(it.key());
        var free = JsonMapper.shared().createObjectNode();
        if (it.heads() > 0) free.put("Beschäftigte", Integer.toString(it.heads()));
        return new Cells()
                .with("id", it.id())
                .with("key", it.key())
                .with("name", it.name())
                .with("short_name", it.abbreviation())
                .with("area", areas.get(it.area()))
                .with("coordinator", coordinator)
                .with("host", hosted ? organisations.get(network.host()) : null)
                .with("successor", succession == null ? null : organisations.get(succession.successor()))
                .with("succeeded_on", succession == null ? null : succession.on())
                .with("website", it.website())
                .with("email", it.email())
                .with("phone", it.phone())
                .with("street", it.street())
                .with("postcode", it.postcode())
                .with("city", it.city())
                .with("latitude", it.latitude())
                .with("longitude", it.longitude())
                .with("free", free);
    }

    private void memberships() {
        rows.into(
                "directory.membership",
                network.memberships(),
                (Membership it) -> new Cells()
                        .with("id", it.id())
                        .with("organisation", organisations.get(it.organisation()))
                        .with("status", it.status())
                        .during(it.term())
                        .with("reason", it.note().isEmpty() ? null : it.note()));
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
                        .with("phone", it.phone()));
        rows.into(
                "directory.position",
                network.positions(),
                it -> new Cells()
                        .with("id", it.id())
                        .with("person", people.get(it.person()))
                        .with("organisation", organisations.get(it.organisation()))
                        .with("function", it.title())
                        .with("level", it.level())
                        .during(it.term()));
        rows.into(
                "directory.mandate",
                network.mandates(),
                it -> new Cells()
                        .with("id", it.id())
                        .with("person", people.get(it.person()))
                        .with("organisation", organisations.get(it.organisation()))
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
                        .with("person", people.get(it.holder()))
                        .with("organisation", organisations.get(it.organisation()))
                        .with("kind", "KEY_FUNCTION")
                        .with("function", it.name())
                        .with("level", level(it.holder(), it.organisation()))
                        .with("deputy", orNull(people, it.deputy()))
                        .with("valid_from", it.since()));
    }

    private @Nullable UUID deputy(Mandate mandate) {
        if (!mandate.kind().equals("REPRESENTATIVE")) return null;
        return network.mandates().stream()
                .filter(it -> it.kind().equals("DEPUTY") && it.organisation().equals(mandate.organisation()))
                .filter(it -> !it.person().equals(mandate.person()))
                .filter(it -> it.term().within(mandate.term()).isPresent())
                .map(it -> people.get(it.person()))
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

    private void structures() {
        var ids = network.structures().stream()
                .collect(Collectors.toMap(DemoNetwork.Structure::key, DemoNetwork.Structure::id));
        rows.into(
                "directory.structure",
                network.structures(),
                it -> new Cells()
                        .with("id", it.id())
                        .with("key", it.key())
                        .with("name", it.name())
                        .with("kind", it.kind())
                        .with("own", it.own())
                        .with("topic", String.join(", ", it.topics()))
                        .with("area", orNull(areas, it.area()))
                        .with("source", it.source())
                        .during(it.term()));
        rows.into(
                "directory.structure_member",
                network.structureMembers(),
                it -> new Cells()
                        .with("id", id("sits/" + it.structure() + "/" + it.organisation()))
                        .with("structure", ids.get(it.structure()))
                        .with("organisation", organisations.get(it.organisation()))
                        .during(it.term()));
    }

    private void targets() {
        var models = network.targets().stream()
                .sorted(Comparator.comparing(it -> it.term().from()))
                .toList();
        rows.into(
                "directory.target_model",
                models,
                it -> new Cells()
                        .with("id", it.id())
                        .with("name", it.name())
                        .with("number", models.indexOf(it) + 1)
                        .with("valid_from", it.term().from()));
        for (var model : models)
            rows.into(
                    "directory.target_role",
                    model.roles(),
                    it -> new Cells()
                            .with("id", id("role/" + model.id() + "/" + it.group() + "/" + it.area()))
                            .with("model", model.id())
                            .with("actor_group", groups.get(it.group()))
                            .with("area", orNull(areas, it.area()))
                            .with("minimum", it.minimum())
                            .with("weight", it.weight()));
    }

    private UUID id(String key) {
        return Setting.id(network.slug(), "row", key);
    }

    private static @Nullable UUID orNull(Map<String, UUID> ids, @Nullable String key) {
        return key == null ? null : ids.get(key);
    }
}
