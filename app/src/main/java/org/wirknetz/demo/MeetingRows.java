package org.wirknetz.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirknetz.demo.Rows.Cells;
import org.wirknetz.meetings.Meetings;
import org.wirknetz.platform.ClockSource;

/// What lies ahead in one demo network, with some who have not answered yet, its workshops, and the venues. What the
/// bodies held so far is in [GatheringRows]. The four of the closing alliance (S1) decline AG Module.
final class MeetingRows {

    private static final long SEED = 20_261_123L;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final Rows rows;
    private final DirectoryIds ids;
    private final DemoNetwork network;
    private final Meetings meetings;
    private final Draw draw = new Draw(SEED);
    private final List<Row> kinds;
    private final List<Row> topics;
    private final Map<UUID, List<Seat>> seats = new HashMap<>();
    private final List<UUID> alliance;
    private final LocalDate closing;

    MeetingRows(Rows rows, DirectoryIds ids, DemoNetwork network, Meetings meetings) {
        this.rows = rows;
        this.ids = ids;
        this.network = network;
        this.meetings = meetings;
        this.kinds = DataFile.rows(network.slug() + "/meeting-kinds.csv");
        this.topics = DataFile.rows(network.slug() + "/meeting-topics.csv");
        var stories = DataFile.rows(network.slug() + "/stories.csv").stream()
                .filter(it -> it.text("story").equals("S1"))
                .toList();
        this.alliance = value(stories, "alliance")
                .flatMap(it -> it.list("value").stream())
                .map(ids::organisation)
                .toList();
        this.closing =
                value(stories, "from").findFirst().map(it -> it.day("value")).orElse(LocalDate.MAX);
    }

    private static Stream<Row> value(List<Row> stories, String name) {
        return stories.stream().filter(it -> it.text("name").equals(name));
    }

    /// Somebody's place in a group.
    private record Seat(
            UUID person,
            UUID organisation,
            String name,
            @Nullable String email,
            LocalDate since,
            @Nullable LocalDate until) {

        boolean on(LocalDate day) {
            return !since.isAfter(day) && (until == null || until.isAfter(day));
        }
    }

    private record Meeting(UUID id, Row kind, int number, LocalDateTime starts, List<Seat> invited) {

        boolean ahead() {
            return starts.toLocalDate().isAfter(TODAY);
        }
    }

    private record Item(UUID id, Meeting of, int position, Row topic, Seat speaker, Seat proposer) {}

    private record Invitation(
            UUID id, Meeting to, Seat seat, @Nullable String answer) {}

    void write() {
        readSeats();
        rows.into(
                "meetings.venue",
                DataFile.rows(network.slug() + "/venues.csv"),
                it -> new Cells()
                        .with("id", venue(it.text("key")))
                        .with("name", it.text("name"))
                        .with("street", it.text("street"))
                        .with("postcode", it.text("postcode"))
                        .with("city", it.text("city"))
                        .with("step_free", it.text("step_free"))
                        .with("access_note", it.textOrNull("access"))
                        .with("directions", it.textOrNull("directions"))
                        .with(
                                "organisation",
                                it.empty("organisation") ? null : ids.organisation(it.text("organisation")))
                        .with("version", 1));
        var held = kinds.stream()
                .flatMap(it -> meetings(it).stream())
                .sorted(Comparator.comparing(Meeting::starts))
                .toList();
        rows.into("meetings.meeting", held, this::meeting);
        rows.into(
                "meetings.agenda_item",
                held.stream().flatMap(it -> agenda(it).stream()).toList(),
                this::item);
        rows.into(
                "meetings.invitation",
                held.stream().flatMap(it -> invitations(it).stream()).toList(),
                this::invitation);
        meetings.takeAsTold();
    }

    private void readSeats() {
        rows.db().sql("""
                        select m.group_id, p.id as person, m.organisation, concat_ws(' ', p.given_name, p.family_name) as name,
                               lower(p.email) as email, m.since, m.until
                          from groups.member m
                          join directory.person p on p.network = m.network and p.id = m.person
                         where m.network = platform.network()
                         order by m.group_id, m.organisation, p.id, m.since
                        """).query(row -> {
            seats.computeIfAbsent(row.getObject("group_id", UUID.class), it -> new ArrayList<>())
                    .add(new Seat(
                            row.getObject("person", UUID.class),
                            row.getObject("organisation", UUID.class),
                            row.getString("name"),
                            row.getString("email"),
                            row.getObject("since", LocalDate.class),
                            row.getObject("until", LocalDate.class)));
        });
    }

    /// Backwards from the last one, then on from it.
    private List<Meeting> meetings(Row kind) {
        var days = new ArrayList<LocalDate>();
        var day = kind.day("last");
        for (int n = 0; n < kind.whole("count"); n++) {
            days.addFirst(day);
            day = workday(day.minusWeeks(gap(kind)), kind);
        }
        day = kind.day("last");
        for (int n = 0; n < kind.whole("ahead"); n++) {
            day = workday(day.plusWeeks(gap(kind)), kind);
            days.add(day);
        }
        var found = new ArrayList<Meeting>();
        for (int n = 0; n < days.size(); n++) {
            var on = days.get(n);
            var seen = new java.util.HashSet<UUID>();
            var invited = seats.getOrDefault(GroupRows.id(ids, kind.text("body")), List.of()).stream()
                    .filter(it -> it.on(on) && seen.add(it.person()))
                    .toList();
            found.add(new Meeting(
                    ids.row("meeting/" + kind.text("key") + "/" + on),
                    kind,
                    n,
                    on.atTime(LocalTime.parse(kind.text("begins"))),
                    kind.text("key").equals("workshop") ? some(invited) : invited));
        }
        return found;
    }

    private int gap(Row kind) {
        return draw.between(kind.whole("gap_from"), kind.whole("gap_to"));
    }

    private List<Seat> some(List<Seat> all) {
        return all.stream().filter(it -> draw.chance(0.4)).toList();
    }

    private static LocalDate workday(LocalDate day, Row kind) {
        var on = day.with(TemporalAdjusters.nextOrSame(DayOfWeek.of(kind.whole("weekday"))));
        var date = MonthDay.from(on);
        boolean holiday = !date.isBefore(MonthDay.of(12, 23))
                || date.isBefore(MonthDay.of(1, 7))
                || date.equals(MonthDay.of(5, 1))
                || date.equals(MonthDay.of(10, 3));
        return holiday ? on.plusWeeks(2) : on;
    }

    private Cells meeting(Meeting it) {
        var kind = it.kind();
        var host = it.invited().isEmpty()
                ? null
                : it.invited().get(it.number() % it.invited().size());
        return new Cells()
                .with("id", it.id())
                .with("title", title(it))
                .with("kind", kind.text("kind"))
                .with("circle", kind.text("circle"))
                .with("group_id", kind.text("key").equals("workshop") ? null : GroupRows.id(ids, kind.text("body")))
                .with("starts_at", zoned(it.starts()))
                .with("ends_at", zoned(it.starts().plusMinutes(kind.whole("minutes"))))
                .with("venue", venue(kind.text("venue")))
                .with("host_organisation", host == null ? null : host.organisation())
                .with("state", "DRAFT")
                .with("sequence", 0)
                .with("moved_sequence", 0)
                .with("version", 1)
                .with("created_at", it.starts().toLocalDate().minusWeeks(4));
    }

    private String title(Meeting it) {
        var about = about(it.kind());
        return switch (it.kind().text("key")) {
            case "steering" ->
                "Steuerungskreis " + ((it.starts().getMonthValue() + 2) / 3) + "/"
                        + it.starts().getYear();
            case "plenum" ->
                "Plenum " + (it.starts().getMonthValue() < 8 ? "Frühjahr " : "Herbst ")
                        + it.starts().getYear();
            default ->
                it.kind().text("title") + ": "
                        + about.get(it.number() % about.size()).text("title");
        };
    }

    private List<Row> about(Row kind) {
        return topics.stream()
                .filter(it -> it.text("key").equals(kind.text("key")))
                .toList();
    }

    private List<Item> agenda(Meeting of) {
        var about = about(of.kind());
        var items = new ArrayList<Item>();
        if (of.invited().isEmpty()) return items;
        for (int n = 0; n < Math.min(3, about.size()); n++)
            items.add(new Item(
                    ids.row("agenda/" + of.id() + "/" + n),
                    of,
                    n + 1,
                    about.get((of.number() + n) % about.size()),
                    draw.pick(of.invited()),
                    draw.pick(of.invited())));
        return items;
    }

    private Cells item(Item it) {
        return new Cells()
                .with("id", it.id())
                .with("meeting", it.of().id())
                .with("position", it.position())
                .with("title", it.topic().text("title"))
                .with("kind", it.topic().text("kind"))
                .with("minutes", it.of().kind().whole("minutes") / 4)
                .with("side", it.topic().textOrNull("side"))
                .with("speaker_person", it.speaker().person())
                .with("speaker_organisation", it.speaker().organisation())
                .with("proposer", it.proposer().organisation())
                .with("version", 1);
    }

    private List<Invitation> invitations(Meeting to) {
        return to.invited().stream()
                .map(it -> new Invitation(ids.row("invited/" + to.id() + "/" + it.person()), to, it, answer(to, it)))
                .toList();
    }

    private @Nullable String answer(Meeting to, Seat seat) {
        double chance = draw.unit();
        boolean closed = to.kind().text("key").equals("ag-modules")
                && alliance.contains(seat.organisation())
                && !to.starts().toLocalDate().isBefore(closing);
        if (closed) return chance < 0.5 ? "NO" : null;
        if (to.ahead()) return chance < 0.45 ? "YES" : chance < 0.55 ? "NO" : chance < 0.62 ? "MAYBE" : null;
        return chance < 0.72 ? "YES" : chance < 0.92 ? "NO" : null;
    }

    private Cells invitation(Invitation it) {
        var answered =
                it.answer() == null ? null : it.to().starts().toLocalDate().minusWeeks(3);
        return new Cells()
                .with("id", it.id())
                .with("meeting", it.to().id())
                .with("person", it.seat().person())
                .with("organisation", it.seat().organisation())
                .with("name", it.seat().name())
                .with("email", it.seat().email())
                .with("guest", false)
                .with("told_sequence", 0)
                .with("answer", it.answer())
                .with("answered_at", answered == null || answered.isBefore(TODAY) ? answered : TODAY)
                .with("answered_by_way", it.answer() == null ? null : "LINK")
                .with("created_at", it.to().starts().toLocalDate().minusWeeks(4));
    }

    private UUID venue(String key) {
        return ids.row("venue/" + key);
    }

    private static String zoned(LocalDateTime time) {
        return time.atZone(ClockSource.ZONE).toOffsetDateTime().toString();
    }
}
