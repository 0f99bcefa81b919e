package org.wirknetz.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.wirknetz.demo.DemoNetwork.Area;
import org.wirknetz.demo.DemoNetwork.Membership;
import org.wirknetz.demo.DemoNetwork.Organisation;
import org.wirknetz.demo.DemoNetwork.Status;

/// Organisations with addresses that cannot exist (postcode 00xxx, reserved telephone block, `.example`), and since
/// when
/// they belong.
final class DrawnOrganisations {
    /// Block 9 is the surroundings: known to the directory, without ties or people.
    static final int SURROUNDINGS = 9;

    private static final double SCATTER_DEGREES = 0.012;

    private final Setting setting;
    private final Map<String, Area> areas;
    private final Map<String, double[]> places;
    private final List<String> streets =
            DataFile.rows("streets.csv").stream().map(row -> row.text("name")).toList();

    DrawnOrganisations(Setting setting, List<Area> areas, Map<String, double[]> places) {
        this.setting = setting;
        this.areas = areas.stream().collect(Collectors.toMap(Area::ags, area -> area));
        this.places = places;
    }

    List<Organisation> draw() {
        var result = new ArrayList<Organisation>();
        for (var row : setting.rows("organisations.csv")) result.add(organisation(row, result.size()));
        return List.copyOf(result);
    }

    private Organisation organisation(Row row, int number) {
        var key = row.text("key");
        var city = required(areas, row.text("municipality"));
        var place = required(places, row.text("municipality"));
        var draw = setting.draw();
        var domain = key + ".example";
        return new Organisation(
                setting.id("organisation", key),
                key,
                row.whole("block"),
                row.text("name"),
                row.text("short"),
                row.list("groups"),
                row.text("area"),
                city.ags(),
                draw.pick(streets) + " " + draw.between(1, 88),
                city.postcode(),
                city.name(),
                setting.phone(setting.whole("phone_organisations") + number),
                "kontakt@" + domain,
                "https://www." + domain,
                scattered(place[0]),
                scattered(place[1]),
                row.whole("heads"));
    }

    private double scattered(double centre) {
        return Math.round((centre + (setting.draw().unit() * 2 - 1) * SCATTER_DEGREES) * 1e5) / 1e5;
    }

    /// Whoever has no line in `memberships.csv` is a member since one of the dates of admission.
    List<Membership> memberships(List<Organisation> organisations) {
        var given = setting.rows("memberships.csv");
        var result = new ArrayList<Membership>();
        for (var organisation : organisations) {
            var own = given.stream()
                    .filter(row -> row.text("organisation").equals(organisation.key()))
                    .toList();
            for (var row : own)
                result.add(membership(organisation, Status.valueOf(row.text("status")), row.term(), row.text("note")));
            if (own.isEmpty() && organisation.block() != SURROUNDINGS) {
                var since = LocalDate.parse(setting.draw().weighted("member-since"));
                result.add(membership(organisation, Status.ACTIVE, new Term(since, null), ""));
            }
        }
        return List.copyOf(result);
    }

    private Membership membership(Organisation organisation, Status status, Term term, String note) {
        return new Membership(
                setting.id("membership", organisation.key() + "/" + status), organisation.key(), status, term, note);
    }

    private static <T> T required(Map<String, T> map, String key) {
        var value = map.get(key);
        if (value == null) throw new IllegalStateException("no such area: " + key);
        return value;
    }
}
