package org.wirknetz.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirknetz.demo.Rows.Cells;

/// What became of the meetings of one demo network: who came (Beta(6, 3) of those who belong there), what was decided
/// (one to
/// four), who saw to it, of which 72 per cent in time. The four of the closing alliance (S1) stop coming to AG Module.
final class DecidedRows {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final Rows rows;
    private final DirectoryIds ids;
    private final DemoNetwork network;
    private final Draw draw;
    private final List<Row> texts = DataFile.rows("decisions.csv");

    DecidedRows(Rows rows, DirectoryIds ids, DemoNetwork network) {
        this.rows = rows;
        this.ids = ids;
        this.network = network;
        this.draw = new Draw(network.slug().hashCode() * 31L + 5);
    }

    private record Decided(
            UUID id,
            int number,
            Sitting sitting,
            Row text,
            Sitting.Seat owner,
            @Nullable LocalDate due,
            @Nullable LocalDate done) {}

    void write() {
        decisions(sittings(), present());
        promises();
        leftBehind();
    }

    /// What the key person took along in her head (S4): it still lies with her.
    private void leftBehind() {
        var story = DataFile.rows(network.slug() + "/stories.csv").stream()
                .filter(it -> it.text("story").equals("S4"))
                .collect(Collectors.toMap(it -> it.text("name"), it -> it.text("value")));
        var person = story.get("person");
        var organisation = story.get("organisation");
        var titles = story.get("left");
        if (person == null || organisation == null || titles == null) return;
        rows.into(
                "tasks.task",
                List.of(titles.split("\\|")),
                it -> new Cells()
                        .with("id", ids.row("left-behind/" + it))
                        .with("title", it)
                        .with("owner_organisation", ids.organisation(organisation))
                        .with("owner_person", ids.person(person))
                        .with("given_on", "2026-02-12")
                        .with("due_on", "2026-04-30")
                        .with("due_first", "2026-04-30")
                        .with("version", 1)
                        .with("created_at", "2026-02-12"));
    }

    private List<Sitting> sittings() {
        return rows.db()
                .sql("""
                        select m.id, m.group_id as "group", (m.starts_at at time zone 'Europe/Berlin')::date as day
                          from meetings.meeting m
                         where m.network = :network and m.state <> 'CANCELLED' and m.starts_at < cast(:today as date)
                         order by m.starts_at, m.id
                        """)
                .param("network", network.id())
                .param("today", TODAY)
                .query(Sitting.class)
                .list();
    }

    private record There(UUID meeting, UUID organisation, UUID person) {}

    /// Who was there for an organisation, meeting by meeting.
    private Map<UUID, List<Sitting.Seat>> present() {
        return rows.db().sql("""
                        select a.meeting, a.organisation, a.person from meetings.attendance a
                         where a.network = :network and a.presence = 'PRESENT' and a.organisation is not null and a.person is not null
                         order by a.id
                        """).param("network", network.id()).query(There.class).stream()
                .collect(Collectors.groupingBy(
                        There::meeting,
                        Collectors.mapping(
                                it -> new Sitting.Seat(it.organisation(), it.person()), Collectors.toList())));
    }

    private void decisions(List<Sitting> sittings, Map<UUID, List<Sitting.Seat>> present) {
        var all = new ArrayList<Decided>();
        for (var sitting : sittings) {
            var there = present.getOrDefault(sitting.id(), List.of());
            if (there.isEmpty()) continue;
            int count = draw.between(1, 4);
            for (int i = 0; i < count; i++) all.add(decided(all.size() + 1, sitting, draw.pick(there)));
        }
        rows.into("tasks.decision", all, this::decision);
        rows.into("tasks.task", all.stream().filter(it -> it.due() != null).toList(), this::task);
        var given = all.stream().filter(it -> it.number() % 7 == 0).toList();
        rows.into(
                "tasks.concession",
                given,
                it -> new Cells()
                        .with("id", ids.row("concession/" + it.number()))
                        .with("decision", it.id())
                        .with("organisation", it.owner().organisation())
                        .with("about", "Verzichtet auf den eigenen Termin, damit es gemeinsam geht."));
    }

    private Decided decided(int number, Sitting sitting, Sitting.Seat owner) {
        var text = draw.pick(texts);
        var due = draw.chance(0.8) ? sitting.day().plusDays(draw.between(21, 90)) : null;
        return new Decided(
                ids.row("decision/" + number),
                number,
                sitting,
                text,
                owner,
                due,
                due == null ? null : done(sitting, due));
    }

    /// In time with 72 per cent, late with half of the rest, and with all that was due half a year ago; never in days
    /// to come.
    private @Nullable LocalDate done(Sitting sitting, LocalDate due) {
        boolean inTime = draw.chance(0.72);
        boolean late = draw.chance(0.5);
        var done = inTime ? draw.day(sitting.day().plusDays(3), due.plusDays(1)) : due.plusDays(draw.between(3, 40));
        boolean ever = inTime || late || due.isBefore(TODAY.minusMonths(6));
        return ever && done.isBefore(TODAY) ? done : null;
    }

    private Cells decision(Decided it) {
        return new Cells()
                .with("id", it.id())
                .with("number", it.number())
                .with("title", it.text().text("title"))
                .with("mandate_basis", it.text().textOrNull("basis"))
                .with("group_id", it.sitting().group())
                .with("meeting_id", it.sitting().id())
                .with("decided_on", it.sitting().day())
                .with("owner_organisation", it.owner().organisation())
                .with("owner_person", it.owner().person())
                .with("due_on", it.due())
                .with("sphere", it.text().text("sphere"))
                .with("funding", "ja".equals(it.text().textOrNull("funding")))
                .with("disclosure", it.number() % 3 == 0 ? "BODY" : "NETWORK")
                .with("version", 1)
                .with("created_at", it.sitting().day());
    }

    private Cells task(Decided it) {
        boolean office = it.number() % 5 < 2;
        return new Cells()
                .with("id", ids.row("task/" + it.number()))
                .with("title", it.text().text("task"))
                .with("owner_organisation", it.owner().organisation())
                .with("owner_person", it.owner().person())
                .with("given_on", it.sitting().day())
                .with("due_on", it.due())
                .with("due_first", it.due())
                .with("done_on", it.done())
                .with("group_id", it.sitting().group())
                .with("meeting_id", it.sitting().id())
                .with("decision_id", it.id())
                .with("initiator_organisation", office ? null : it.owner().organisation())
                .with("version", 1)
                .with("created_at", it.sitting().day());
    }

    /// What the office has promised partners, one after the other.
    private void promises() {
        var partners = network.organisations().stream()
                .filter(it -> network.member(it.key(), TODAY) && !it.key().equals(network.coordinator()))
                .toList();
        rows.into(
                "tasks.task",
                DataFile.rows("promises.csv"),
                it -> new Cells()
                        .with("id", ids.row("promise/" + it.text("title")))
                        .with("title", it.text("title"))
                        .with("owner_organisation", ids.organisation(network.coordinator()))
                        .with("given_on", it.day("made"))
                        .with("due_on", it.day("due"))
                        .with("due_first", it.day("due"))
                        .with("done_on", it.empty("kept") ? null : it.day("kept"))
                        .with(
                                "promised_to",
                                ids.organisation(draw.pick(partners).key()))
                        .with("version", 1)
                        .with("created_at", it.day("made")));
    }
}
