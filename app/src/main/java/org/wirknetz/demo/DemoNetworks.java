package org.wirknetz.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Every demo network, drawn afresh. The same program gives the same bytes, whenever and wherever it runs.
public record DemoNetworks(List<DemoNetwork> networks, List<Account> accounts, String map) {
    /// The seed of the published demo.
    public static final long SEED = 20240101;

    /// Somebody who can sign in to the demo. `role` is one of OFFICE, PARTNER_ADMIN, PARTNER_STAFF, GROUP_MEMBER,
    /// FUNDER,
    /// OPERATOR; an operator is nobody's partner.
    public record Account(
            String network,
            String role,
            String name,
            String email,
            @Nullable String person,
            @Nullable String organisation) {}

    /// The networks of the demo by name, without drawing them.
    static List<String> slugs() {
        return DataFile.rows("networks.csv").stream()
                .map(row -> row.text("slug"))
                .toList();
    }

    public static DemoNetworks drawn() {
        return drawn(SEED);
    }

    static DemoNetworks drawn(long seed) {
        var map = readMap();
        var places = places(map);
        var draw = new Draw(seed);
        var networks = DataFile.rows("networks.csv").stream()
                .map(row -> network(row, Setting.of(row.text("slug"), draw), places))
                .toList();
        return new DemoNetworks(networks, signIns(), map);
    }

    /// Who can sign in, without drawing the networks.
    public static List<Account> signIns() {
        return DataFile.rows("accounts.csv").stream()
                .map(row -> new Account(
                        row.text("network"),
                        row.text("role"),
                        row.text("name"),
                        row.text("email"),
                        row.textOrNull("person"),
                        row.textOrNull("organisation")))
                .toList();
    }

    public DemoNetwork network(String slug) {
        return networks.stream()
                .filter(it -> it.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    private static DemoNetwork network(Row row, Setting setting, Map<String, double[]> places) {
        var told = new Told(setting);
        var areas = told.areas();
        var drawnOrganisations = new DrawnOrganisations(setting, areas, places);
        var organisations = drawnOrganisations.draw();
        var memberships = drawnOrganisations.memberships(organisations);
        var staff = new DrawnPeople(setting, organisations).draw();
        var structures = told.structures();
        var structureMembers = told.structureMembers(structures, memberships);
        var drawnMandates = new DrawnMandates(setting, staff);
        var mandates = drawnMandates.draw(memberships, structures, structureMembers);
        var keyFunctions = drawnMandates.keyFunctions();
        var ties = new DrawnTies(setting, organisations, memberships).draw();
        var contacts = new DrawnContacts(setting, staff).draw(ties);
        var deeds = new DrawnDeeds(setting);
        return new DemoNetwork(
                setting.id("network", row.text("slug")),
                row.text("slug"),
                row.text("template"),
                row.text("name"),
                row.text("name_en"),
                row.text("purpose"),
                row.text("purpose_en"),
                row.text("region"),
                row.text("region_en"),
                row.text("area"),
                row.text("coordinator"),
                row.text("host"),
                told.groups(),
                areas,
                organisations,
                told.names(),
                told.successions(),
                told.umbrellas(),
                memberships,
                staff.people(),
                staff.positions(),
                staff.changes(),
                keyFunctions,
                structures,
                structureMembers,
                mandates,
                told.targets(),
                ties,
                contacts,
                deeds.contributions(ties),
                deeds.activities(memberships, row.text("coordinator")),
                told.funding());
    }

    private static String readMap() {
        try (var stream = DemoNetworks.class.getResourceAsStream("/demo/falenau.geojson")) {
            if (stream == null) throw new IllegalStateException("the demo map is missing");
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Longitude and latitude of every municipality, by its key.
    private static Map<String, double[]> places(String map) {
        var result = new LinkedHashMap<String, double[]>();
        for (var feature : JsonMapper.shared().readTree(map).get("features")) {
            if (!feature.get("geometry").get("type").asString().equals("Point")) continue;
            var at = feature.get("geometry").get("coordinates");
            result.put(
                    feature.get("properties").get("ags").asString(),
                    new double[] {at.get(0).asDouble(), at.get(1).asDouble()});
        }
        return result;
    }
}
