package org.wirknetz.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.wirknetz.demo.DemoNetwork.Membership;
import org.wirknetz.demo.DemoNetwork.Organisation;
import org.wirknetz.demo.DemoNetwork.Succession;
import org.wirknetz.demo.Rows.Cells;
import org.wirknetz.directory.ActorGroups;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Groups, areas, organisations and memberships of one demo network in the tables of the directory.
final class PartnerRows {
    private final FieldVisibility visibility = new FieldVisibility();
    private final Rows rows;
    private final DirectoryIds ids;
    private final DemoNetwork network;
    private final Map<String, JsonNode> shapes;
    private final Map<String, Succession> successions;

    PartnerRows(Rows rows, DirectoryIds ids, String map) {
        this.rows = rows;
        this.ids = ids;
        this.network = rows.network();
        shapes = JsonMapper.shared()
                .readTree(map)
                .get("features")
                .valueStream()
                .collect(Collectors.toMap(it -> it.get("properties").get("ags").asString(), it -> it.get("geometry")));
        successions = network.successions().stream().collect(Collectors.toMap(Succession::predecessor, one -> one));
    }

    void write() {
        groupsAndAreas();
        organisations();
        memberships();
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
                        .with("position", it.order())
                        .with("funds", ActorGroups.funds(it.key())));
        rows.into(
                "directory.area",
                network.areas(),
                it -> new Cells()
                        .with("id", it.id())
                        .with("key", it.ags())
                        .with("name", it.name())
                        .with("level", it.level())
                        .with("parent", ids.areaOrNull(it.parent()))
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
                                ids.row("name/" + it.organisation() + "/"
                                        + it.term().from()))
                        .with("organisation", ids.organisation(it.organisation()))
                        .with("name", it.name())
                        .during(it.term()));
        rows.into(
                "directory.organisation_group",
                belongings(),
                it -> new Cells()
                        .with("id", ids.row("belongs/" + it.organisation() + "/" + it.group()))
                        .with("organisation", ids.organisation(it.organisation()))
                        .with("actor_group", ids.group(it.group())));
        rows.into(
                "directory.umbrella_member",
                network.umbrellas(),
                it -> new Cells()
                        .with("id", ids.row("umbrella/" + it.umbrella() + "/" + it.member()))
                        .with("umbrella", ids.organisation(it.umbrella()))
                        .with("member", ids.organisation(it.member()))
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
                .with("area", ids.areaOrNull(it.area()))
                .with("coordinator", coordinator)
                .with("host", hosted ? ids.organisation(network.host()) : null)
                .with("successor", succession == null ? null : ids.organisation(succession.successor()))
                .with("succeeded_on", succession == null ? null : succession.on())
                .with("website", it.website())
                .with("email", it.email())
                .with("phone", it.phone())
                .with("street", it.street())
                .with("postcode", it.postcode())
                .with("city", it.city())
                .with("latitude", it.latitude())
                .with("longitude", it.longitude())
                .with("free", free)
                .with("visibility", visibility.of("organisation", names(it)));
    }

    private List<String> names(Organisation organisation) {
        var names = new ArrayList<>(organisation.groups());
        names.add(organisation.key());
        boolean member = network.memberships().stream()
                .anyMatch(it -> it.organisation().equals(organisation.key())
                        && it.status().belongs()
                        && it.term().running());
        if (member) names.add("*");
        return names;
    }

    private void memberships() {
        rows.into(
                "directory.membership",
                network.memberships(),
                (Membership it) -> new Cells()
                        .with("id", it.id())
                        .with("organisation", ids.organisation(it.organisation()))
                        .with("status", it.status())
                        .during(it.term())
                        .with("reason", it.note().isEmpty() ? null : it.note()));
    }
}
