package org.wirknetz.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirknetz.demo.DemoNetwork.KeyFunction;
import org.wirknetz.demo.DemoNetwork.Mandate;
import org.wirknetz.demo.DemoNetwork.Position;
import org.wirknetz.demo.Rows.Cells;

/// The bodies and working groups of one demo network. Who sits in them follows from the mandates, who leads them from
/// the
/// key functions. The four of the closing alliance (S1) keep their seats in AG Module; they only stop coming.
final class GroupRows {

    private final Rows rows;
    private final DirectoryIds ids;
    private final DemoNetwork network;
    private final Staff staff;
    private final Set<String> alliance;

    GroupRows(Rows rows, DirectoryIds ids, DemoNetwork network) {
        this.rows = rows;
        this.ids = ids;
        this.network = network;
        this.staff = new Staff(network.people(), network.positions(), network.roleChanges());
        this.alliance = DataFile.rows(network.slug() + "/stories.csv").stream()
                .filter(it -> it.text("name").equals("alliance"))
                .flatMap(it -> it.list("value").stream())
                .collect(java.util.stream.Collectors.toSet());
    }

    /// One place in a group.
    record Place(String body, String organisation, String person, String part, Term term) {

        boolean of(String someone, String somewhere) {
            return person.equals(someone) && organisation.equals(somewhere);
        }
    }

    /// The identity under which other rows of the demo name a group.
    ///
    /// @param key as in `bodies.csv`
    static UUID id(DirectoryIds ids, String key) {
        return ids.row("group/" + key);
    }

    void write() {
        var bodies = DataFile.rows(network.slug() + "/bodies.csv");
        rows.into("groups.body", bodies, this::body);
        rows.into(
                "groups.member",
                bodies.stream().flatMap(it -> places(it).stream()).toList(),
                it -> new Cells()
                        .with(
                                "id",
                                ids.row("place/" + it.body() + "/" + it.organisation() + "/" + it.person() + "/"
                                        + it.part() + "/" + it.term().from()))
                        .with("group_id", id(ids, it.body()))
                        .with("organisation", ids.organisation(it.organisation()))
                        .with("person", ids.person(it.person()))
                        .with("part", it.part())
                        .with("votes", !it.organisation().equals(network.coordinator()))
                        .with("since", it.term().from())
                        .with("until", it.term().to())
                        .with("version", 1));
    }

    private Cells body(Row row) {
        var share = row.text("quorum").replace(">", "");
        var parts = share.split("/", -1);
        return new Cells()
                .with("id", id(ids, row.text("key")))
                .with("name", row.text("name"))
                .with("kind", row.text("kind"))
                .with("purpose", row.textOrNull("purpose"))
                .with("mandate", row.textOrNull("mandate"))
                .with("expected", row.textOrNull("expected"))
                .with("rules", row.textOrNull("rules"))
                .with("founded_on", row.day("founded"))
                .with("term_from", row.empty("term_from") ? null : row.day("term_from"))
                .with(
                        "term_to",
                        row.empty("last_day") ? null : row.day("last_day").plusDays(1))
                .with("rhythm_days", row.whole("rhythm"))
                .with("quorum_numerator", share.isEmpty() ? null : Integer.valueOf(parts[0]))
                .with("quorum_denominator", share.isEmpty() ? null : Integer.valueOf(parts[1]))
                .with("quorum_above", row.text("quorum").startsWith(">"))
                .with("visibility", row.text("visibility"))
                .with("version", 1)
                .with("created_at", row.day("founded"));
    }

    /// Who sits in a body, and when.
    List<Place> places(Row body) {
        var places = new ArrayList<Place>();
        var function = network.keyFunctions().stream()
                .filter(it -> it.key().equals(body.text("function")))
                .findFirst()
                .orElseThrow();
        var since = function.since().isBefore(body.day("founded")) ? body.day("founded") : function.since();
        places.add(
                new Place(body.text("key"), function.organisation(), function.holder(), "LEAD", new Term(since, null)));
        deputy(body, function, since).ifPresent(places::add);
        var founded = new Term(body.day("founded"), null);
        sent(body)
                .flatMap(it -> it.term().within(founded).stream()
                        .map(term -> new Place(body.text("key"), it.organisation(), it.person(), "MEMBER", term)))
                .flatMap(it -> beforeLeading(it, places))
                .forEach(places::add);
        return places;
    }

    private Stream<Position> sent(Row body) {
        @Nullable String structure = body.textOrNull("structure");
        return network.mandates().stream()
                .filter(it -> structure == null
                        ? it.kind().equals("REPRESENTATIVE")
                        : it.kind().equals("GROUP_MEMBER") && structure.equals(it.structure()))
                .flatMap(this::held);
    }

    private Stream<Position> held(Mandate mandate) {
        var position = new Position(
                mandate.id(),
                mandate.person(),
                mandate.organisation(),
                mandate.function(),
                mandate.level(),
                mandate.term());
        var end = mandate.term().to();
        if (!alliance.contains(mandate.organisation()) || end == null || !leftTheGroup(mandate, end))
            return Stream.of(position);
        var whole = new Term(mandate.term().from(), null);
        var there = network.positions().stream()
                .filter(it -> it.person().equals(mandate.person())
                        && it.organisation().equals(mandate.organisation()))
                .findFirst()
                .orElseThrow();
        return staff.carried(there, whole).stream();
    }

    /// The structure lists them as gone; here they keep their seats.
    private boolean leftTheGroup(Mandate mandate, LocalDate end) {
        return network.structureMembers().stream()
                .anyMatch(it -> it.structure().equals(mandate.structure())
                        && it.organisation().equals(mandate.organisation())
                        && end.equals(it.term().to()));
    }

    private java.util.Optional<Place> deputy(Row body, KeyFunction function, LocalDate since) {
        var person = function.deputy();
        if (person == null) return java.util.Optional.empty();
        return network.positions().stream()
                .filter(it -> it.person().equals(person) && it.term().running())
                .filter(it -> !it.organisation().equals(function.organisation()) || body.empty("structure"))
                .findFirst()
                .map(it -> {
                    var from = it.term().from();
                    return new Place(
                            body.text("key"),
                            it.organisation(),
                            person,
                            "DEPUTY",
                            new Term(from.isAfter(since) ? from : since, null));
                });
    }

    /// Who leads or stands in is nothing else at the same time.
    private static Stream<Place> beforeLeading(Place place, List<Place> leading) {
        return leading.stream()
                .filter(it -> !it.part().equals("MEMBER") && it.of(place.person(), place.organisation()))
                .findFirst()
                .map(it -> new Term(LocalDate.MIN, it.term().from())
                                .within(place.term())
                                .map(term ->
                                        new Place(place.body(), place.organisation(), place.person(), "MEMBER", term))
                                .stream())
                .orElseGet(() -> Stream.of(place));
    }
}
