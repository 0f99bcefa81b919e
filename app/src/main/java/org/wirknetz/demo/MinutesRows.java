package org.wirknetz.demo;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirknetz.demo.Rows.Cells;
import org.wirknetz.meetings.MeetingId;
import org.wirknetz.meetings.MinutesText;

/// The minutes of a year of one demo network, with their decisions and tasks as lines of the text. What is older than
/// four weeks is approved and sealed, what is younger lies before those who were there, and the last is still a draft.
final class MinutesRows {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final LocalDate FIRST = TODAY.minusYears(1);
    private static final int FORTNIGHT = 14;
    private static final int FOUR_WEEKS = 28;
    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final Rows rows;
    private final DirectoryIds ids;
    private final MinutesText texts;
    private final Map<String, String> topics;
    private final Map<String, List<String>> said;

    MinutesRows(Rows rows, DirectoryIds ids, MinutesText texts) {
        this.rows = rows;
        this.ids = ids;
        this.texts = texts;
        this.topics = DataFile.pairs("agenda-topics.csv", "title", "key");
        this.said = DataFile.rows("minute-texts.csv").stream()
                .collect(Collectors.groupingBy(
                        it -> it.text("key"), Collectors.mapping(it -> it.text("text"), Collectors.toList())));
    }

    /// @param taker who wrote the minutes
    record Held(
            UUID id,
            LocalDate day,
            OffsetDateTime endsAt,
            @Nullable String taker) {

        boolean settled() {
            return day.plusDays(FOUR_WEEKS).isBefore(TODAY);
        }
    }

    /// @param kind of the agenda
    record Item(UUID id, UUID meeting, String title, String kind) {}

    /// @param task what is to be done of it, by `owner`; null where nothing is
    record Decided(
            UUID id,
            UUID meeting,
            String title,
            @Nullable UUID task,
            @Nullable String what,
            @Nullable String owner,
            @Nullable LocalDate due) {}

    record Part(UUID id, Held meeting, Item item, List<Decided> decided) {}

    private record Outcome(Part part, String kind, String line, UUID record) {}

    void write() {
        var held = held();
        if (held.isEmpty()) return;
        var parts = parts(held);
        new BallotRows(rows, ids).write(parts);
        rows.into("meetings.minutes", held, it -> minutes(it, it.equals(held.getLast())));
        rows.into(
                "meetings.minute_part",
                parts,
                it -> new Cells()
                        .with("id", it.id())
                        .with("meeting", it.meeting().id())
                        .with("agenda_item", it.item().id())
                        .with("body", body(it))
                        .with("version", 1));
        rows.into(
                "meetings.minute_outcome",
                parts.stream().flatMap(it -> outcomes(it).stream()).toList(),
                it -> new Cells()
                        .with("id", ids.row("outcome/" + it.record()))
                        .with("meeting", it.part().meeting().id())
                        .with("part", it.part().id())
                        .with("kind", it.kind())
                        .with("line", it.line())
                        .with("record", it.record()));
        wish(held);
        held.stream().filter(Held::settled).forEach(this::approve);
    }

    private record There(UUID organisation, String name) {}

    /// Somebody who was at the last meeting whose minutes lie before people wants them to say one thing more.
    private void wish(List<Held> held) {
        held.reversed().stream()
                .filter(it -> !it.settled() && !it.equals(held.getLast()))
                .findFirst()
                .ifPresent(it -> rows.into(
                        "meetings.amendment",
                        rows.db()
                                .sql("""
                                        select a.organisation, a.name from meetings.attendance a
                                          join directory.organisation o on o.network = a.network and o.id = a.organisation and not o.coordinator
                                         where a.network = ? and a.meeting = ? and a.presence = 'PRESENT' order by a.id limit 1
                                        """)
                                .params(rows.network().id(), it.id())
                                .query(There.class)
                                .list(),
                        there -> new Cells()
                                .with("id", ids.row("wish/" + it.id()))
                                .with("meeting", it.id())
                                .with("organisation", there.organisation())
                                .with("name", there.name())
                                .with(
                                        "body",
                                        "Beim zweiten Punkt fehlt, dass wir bis Januar um Aufschub gebeten haben.")
                                .with("state", "OPEN")
                                .with("written_at", it.day().plusDays(4))));
    }

    private List<Held> held() {
        return rows.db()
                .sql("""
                        select m.id, (m.starts_at at time zone 'Europe/Berlin')::date as day, m.ends_at,
                               (select a.name from meetings.attendance a
                                 where a.network = m.network and a.meeting = m.id and a.presence = 'PRESENT'
                                 order by a.organisation = (select o.id from directory.organisation o
                                                             where o.network = m.network and o.coordinator limit 1) desc, a.id
                                 limit 1) as taker
                          from meetings.meeting m
                         where m.network = :network and m.state <> 'CANCELLED' and m.starts_at >= cast(:first as date)
                           and m.starts_at < cast(:today as date)
                           and exists (select from meetings.attendance a where a.network = m.network and a.meeting = m.id)
                         order by m.starts_at, m.id
                        """)
                .param("network", rows.network().id())
                .param("first", FIRST)
                .param("today", TODAY)
                .query(Held.class)
                .list();
    }

    /// The decisions of a meeting go to its items in turn, those that are for a decision first.
    private List<Part> parts(List<Held> held) {
        var items = rows.db().sql("""
                        select i.id, i.meeting, i.title, i.kind from meetings.agenda_item i
                         where i.network = ? order by i.meeting, i.kind = 'DECISION' desc, i.position
                        """).param(rows.network().id()).query(Item.class).stream()
                .collect(Collectors.groupingBy(Item::meeting));
        var decided = rows.db().sql("""
                        select d.id, d.meeting_id as meeting, d.title, t.id as task, t.title as what,
                               concat_ws(' ', p.given_name, p.family_name) as owner, t.due_first as due
                          from tasks.decision d
                          left join tasks.task t on t.network = d.network and t.decision_id = d.id
                          left join directory.person p on p.network = d.network and p.id = d.owner_person
                         where d.network = ? and d.meeting_id is not null order by d.number
                        """).param(rows.network().id()).query(Decided.class).stream()
                .collect(Collectors.groupingBy(Decided::meeting));
        var parts = new ArrayList<Part>();
        for (var meeting : held) {
            var of = items.getOrDefault(meeting.id(), List.of());
            var made = decided.getOrDefault(meeting.id(), List.of());
            for (int n = 0; n < of.size(); n++) {
                var here = new ArrayList<Decided>();
                for (int k = n; k < made.size(); k += of.size()) here.add(made.get(k));
                parts.add(new Part(ids.row("minutes/" + of.get(n).id()), meeting, of.get(n), here));
            }
        }
        return parts;
    }

    private Cells minutes(Held it, boolean last) {
        return new Cells()
                .with("id", ids.row("minutes/" + it.id()))
                .with("meeting", it.id())
                .with("state", last ? "DRAFT" : "PROPOSED")
                .with("taker", it.taker())
                .with("proposed_on", last ? null : it.day().plusDays(3))
                .with("version", 1);
    }

    private String body(Part part) {
        var key = topics.getOrDefault(part.item().title(), "");
        var sentences = said.getOrDefault(key, List.of());
        var lines = new ArrayList<String>();
        if (!sentences.isEmpty())
            lines.add(sentences.get(Math.floorMod(part.id().getLeastSignificantBits(), sentences.size())));
        for (var outcome : outcomes(part)) lines.add(outcome.line());
        return String.join("\n", lines);
    }

    private static List<Outcome> outcomes(Part part) {
        var outcomes = new ArrayList<Outcome>();
        for (var decided : part.decided()) {
            outcomes.add(new Outcome(part, "DECISION", "Beschluss: " + decided.title(), decided.id()));
            if (decided.task() != null && decided.due() != null)
                outcomes.add(new Outcome(
                        part,
                        "TASK",
                        "Aufgabe (" + decided.owner() + ", bis " + GERMAN.format(decided.due()) + "): "
                                + decided.what(),
                        decided.task()));
        }
        return outcomes;
    }

    private void approve(Held meeting) {
        rows.db()
                .sql("""
                        update meetings.minutes
                           set state = 'APPROVED', approved_on = :day, sealed = :sealed,
                               sha256 = encode(sha256(convert_to(:sealed, 'UTF8')), 'hex')
                         where network = :network and meeting = :meeting
                        """)
                .param("network", rows.network().id())
                .param("meeting", meeting.id())
                .param("day", meeting.day().plusDays(FORTNIGHT))
                .param("sealed", texts.of(new MeetingId(meeting.id())))
                .update();
    }
}
