package org.wirknetz.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirknetz.demo.DemoNetwork.Person;
import org.wirknetz.demo.GroupRows.Place;
import org.wirknetz.demo.Rows.Cells;

/// The meetings there were in one demo network: each body by its rhythm, with who put what on the agenda and who came.
/// The
/// four of the closing alliance (S1) stop coming to AG Module when their alliance begins.
final class GatheringRows {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 15);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 20);

    /// Of a hundred members so many come, and so many more say that they cannot.
    private static final int COME = 68;

    private static final int EXCUSED = 24;
    private static final int CALLED_OFF = 6;

    /// Older lists of who was asked are gone.
    private static final LocalDate ASKED_SINCE = LocalDate.of(2025, 11, 23);

    private final Rows rows;
    private final DirectoryIds ids;
    private final DemoNetwork network;
    private final GroupRows groups;
    private final Map<String, Person> people;
    private final Set<String> alliance;
    private final @Nullable LocalDate apart;

    GatheringRows(Rows rows, DirectoryIds ids, DemoNetwork network, GroupRows groups) {
        this.rows = rows;
        this.ids = ids;
        this.network = network;
        this.groups = groups;
        this.people = network.people().stream().collect(Collectors.toMap(Person::key, it -> it));
        var stories = DataFile.rows(network.slug() + "/stories.csv").stream()
                .filter(it -> it.text("story").equals("S1"))
                .toList();
        this.alliance = stories.stream()
                .filter(it -> it.text("name").equals("alliance"))
                .flatMap(it -> it.list("value").stream())
                .collect(Collectors.toSet());
        this.apart = stories.stream()
                .filter(it -> it.text("name").equals("from"))
                .map(it -> it.day("value"))
                .findFirst()
                .orElse(null);
    }

    private record Gathering(Row body, LocalDate day, boolean cancelled, String host, List<Place> members) {
        String key() {
            return body.text("key") + "/" + day;
        }
    }

    private record Item(Gathering gathering, int position, Row topic, String proposer) {}

    private record Presence(Gathering gathering, Place place, String presence) {}

    void write() {
        var gatherings = DataFile.rows(network.slug() + "/bodies.csv").stream()
                .flatMap(it -> of(it).stream())
                .toList();
        rows.into("meetings.meeting", gatherings, this::meeting);
        rows.into(
                "meetings.agenda_item",
                gatherings.stream().flatMap(it -> items(it).stream()).toList(),
                it -> new Cells()
                        .with("id", ids.row("agenda/" + it.gathering().key() + "/" + it.position()))
                        .with("meeting", ids.row("gathering/" + it.gathering().key()))
                        .with("position", it.position())
                        .with("title", it.topic().text("title"))
                        .with("kind", it.topic().text("kind"))
                        .with("minutes", it.topic().whole("minutes"))
                        .with("side", it.topic().text("side"))
                        .with("proposer", ids.organisation(it.proposer()))
                        .with("version", 1));
        rows.into(
                "meetings.attendance",
                gatherings.stream()
                        .filter(it -> !it.cancelled())
                        .flatMap(it -> presences(it).stream())
                        .toList(),
                it -> new Cells()
                        .with(
                                "id",
                                ids.row("was-there/" + it.gathering().key() + "/"
                                        + it.place().person()))
                        .with("meeting", ids.row("gathering/" + it.gathering().key()))
                        .with("organisation", ids.organisation(it.place().organisation()))
                        .with("person", ids.person(it.place().person()))
                        .with("name", name(it.place().person()))
                        .with("guest", false)
                        .with("presence", it.presence())
                        .with("version", 1));
        rows.into(
                "meetings.invitation",
                gatherings.stream()
                        .filter(it -> !it.day().isBefore(ASKED_SINCE))
                        .flatMap(it -> presences(it).stream())
                        .toList(),
                this::invitation);
    }

    /// Who came had said so, who was excused as well.
    private Cells invitation(Presence it) {
        var answer = switch (it.presence()) {
            case "PRESENT" -> "YES";
            case "EXCUSED" -> "NO";
            default -> null;
        };
        var asked = at(it.gathering().day().minusDays(28), 9);
        return new Cells()
                .with(
                        "id",
                        ids.row("asked/" + it.gathering().key() + "/"
                                + it.place().person()))
                .with("meeting", ids.row("gathering/" + it.gathering().key()))
                .with("person", ids.person(it.place().person()))
                .with("organisation", ids.organisation(it.place().organisation()))
                .with("name", name(it.place().person()))
                .with("email", email(it.place().person()))
                .with("guest", false)
                .with("told_sequence", 0)
                .with("answer", answer)
                .with("answered_at", answer == null ? null : asked.plusDays(5))
                .with("answered_by_way", answer == null ? null : "LINK")
                .with("created_at", asked);
    }

    /// By the rhythm, on a Tuesday, Wednesday or Thursday, whichever is nearest.
    private List<Gathering> of(Row body) {
        var places = groups.places(body);
        var gatherings = new ArrayList<Gathering>();
        for (var day = FIRST.plusDays(chance(body.text("key"), 40));
                !day.isAfter(LAST);
                day = day.plusDays(body.whole("rhythm"))) {
            var on = inTheWeek(day);
            var members = once(places.stream().filter(it -> it.term().holds(on)).toList());
            if (members.isEmpty() || on.isAfter(LAST)) continue;
            var key = body.text("key") + "/" + on;
            var hosts = members.stream().map(Place::organisation).distinct().toList();
            var host = chance("host/" + key, 100) < 60
                    ? network.coordinator()
                    : hosts.get(chance("turn/" + key, hosts.size()));
            gatherings.add(new Gathering(body, on, chance("off/" + key, 100) < CALLED_OFF, host, members));
        }
        return gatherings;
    }

    /// Who sits there for two organisations comes once.
    private static List<Place> once(List<Place> places) {
        var seen = new java.util.HashSet<String>();
        return places.stream().filter(it -> seen.add(it.person())).toList();
    }

    private Cells meeting(Gathering it) {
        var body = it.body();
        return new Cells()
                .with("id", ids.row("gathering/" + it.key()))
                .with("title", body.text("name"))
                .with("kind", body.text("kind").equals("WORKING_GROUP") ? "GROUP" : body.text("kind"))
                .with("circle", body.text("kind").equals("PLENARY") ? "NETWORK" : "GROUP")
                .with("group_id", GroupRows.id(ids, body.text("key")))
                .with("starts_at", at(it.day(), 10))
                .with("ends_at", at(it.day(), 12))
                .with("host_organisation", ids.organisation(it.host()))
                .with("location", organisation(it.host()))
                .with("state", it.cancelled() ? "CANCELLED" : "INVITED")
                .with("sequence", 0)
                .with("moved_sequence", 0)
                .with("version", 1)
                .with("created_at", at(it.day().minusDays(30), 9));
    }

    private List<Item> items(Gathering gathering) {
        var topics = DataFile.rows("agenda-topics.csv");
        var items = new ArrayList<Item>();
        for (int position = 0; position < 3 + chance("many/" + gathering.key(), 2); position++) {
            var key = gathering.key() + "/" + position;
            var others = gathering.members().stream().map(Place::organisation).toList();
            items.add(new Item(
                    gathering,
                    position,
                    topics.get((chance("topic/" + gathering.key(), topics.size()) + position) % topics.size()),
                    chance("whose/" + key, 100) < 55
                            ? network.coordinator()
                            : others.get(chance("proposer/" + key, others.size()))));
        }
        return items;
    }

    private List<Presence> presences(Gathering gathering) {
        return gathering.members().stream()
                .map(place -> new Presence(gathering, place, presence(gathering, place)))
                .toList();
    }

    private String presence(Gathering gathering, Place place) {
        if (place.organisation().equals(network.coordinator())) return "PRESENT";
        boolean left = alliance.contains(place.organisation())
                && gathering.body().text("key").equals("ag-modules")
                && apart != null
                && !gathering.day().isBefore(apart);
        int drawn = chance("came/" + gathering.key() + "/" + place.organisation(), 100);
        if (left) return drawn < EXCUSED ? "EXCUSED" : "ABSENT";
        return drawn < COME ? "PRESENT" : drawn < COME + EXCUSED ? "EXCUSED" : "ABSENT";
    }

    private static LocalDate inTheWeek(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case MONDAY -> day.plusDays(1);
            case FRIDAY -> day.minusDays(1);
            case SATURDAY -> day.minusDays(2);
            case SUNDAY -> day.plusDays(2);
            case TUESDAY, WEDNESDAY, THURSDAY -> day;
        };
    }

    private static OffsetDateTime at(LocalDate day, int hour) {
        return OffsetDateTime.of(day, LocalTime.of(hour, 0), ZONE.getRules().getOffset(day.atTime(hour, 0)));
    }

    private String organisation(String key) {
        return network.organisations().stream()
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElseThrow()
                .name();
    }

    private String name(String person) {
        return known(person).givenName() + " " + known(person).familyName();
    }

    private String email(String person) {
        return known(person).email().toLowerCase(java.util.Locale.ROOT);
    }

    private Person known(String person) {
        var found = people.get(person);
        if (found == null) throw new IllegalStateException("nobody is called " + person);
        return found;
    }

    /// A number below the limit that follows from the key alone, so that the same seed gives the same meetings.
    private int chance(String key, int limit) {
        return Math.floorMod(ids.row("chance/" + key).getLeastSignificantBits(), limit);
    }
}
