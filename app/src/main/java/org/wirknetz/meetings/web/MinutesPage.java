package org.wirknetz.meetings.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The minutes of a meeting, part by part, with what stands beside them.
public record MinutesPage(
        Head head, List<Part> parts, List<Second> seconds, List<Amendment> amendments, List<Outcome> outcomes) {

    /// @param state `DRAFT`, `PROPOSED` or `APPROVED`
    public record Head(
            String state,
            @Nullable String taker,
            @Nullable LocalDate proposedOn,
            @Nullable LocalDate approvedOn,
            @Nullable String sealed,
            @Nullable String sha256) {

        public boolean approved() {
            return state.equals("APPROVED");
        }

        /// The sealed text in its headings and paragraphs, below its title.
        public List<MinutesPaper.Block> blocks() {
            return sealed == null ? List.of() : MinutesPaper.of(sealed, "", "").blocks();
        }
    }

    /// @param title null for what belongs to no item
    public record Part(UUID id, @Nullable String title, String body, int version) {}

    public record Second(UUID id, UUID part, String body, String writtenBy, LocalDateTime writtenAt) {}

    public record Amendment(
            UUID id,
            @Nullable String organisation,
            String name,
            String body,
            String state,
            @Nullable String answer) {}

    /// @param kind `DECISION` or `TASK`
    public record Outcome(String kind, String line, UUID record) {}

    static Optional<MinutesPage> of(JdbcClient db, UUID meeting) {
        return db.sql("""
                        select state, taker, proposed_on, approved_on, sealed, sha256 from meetings.minutes where meeting = ?
                        """)
                .param(meeting)
                .query(Head.class)
                .optional()
                .map(head -> new MinutesPage(
                        head,
                        parts(db, meeting),
                        seconds(db, meeting),
                        amendments(db, meeting),
                        outcomes(db, meeting)));
    }

    private static List<Part> parts(JdbcClient db, UUID meeting) {
        return db.sql("""
                        select p.id, i.title, p.body, p.version from meetings.minute_part p
                          left join meetings.agenda_item i on i.network = p.network and i.id = p.agenda_item
                         where p.meeting = ? order by i.position nulls last, p.id
                        """).param(meeting).query(Part.class).list();
    }

    private static List<Second> seconds(JdbcClient db, UUID meeting) {
        return db.sql("""
                        select id, part, body, written_by, written_at at time zone 'Europe/Berlin' as written_at
                          from meetings.minute_second where meeting = ? order by written_at, id
                        """).param(meeting).query(Second.class).list();
    }

    private static List<Amendment> amendments(JdbcClient db, UUID meeting) {
        return db.sql("""
                        select a.id, o.name as organisation, a.name, a.body, a.state, a.answer from meetings.amendment a
                          left join directory.organisation_card o on o.network = a.network and o.id = a.organisation
                         where a.meeting = ? order by a.written_at, a.id
                        """).param(meeting).query(Amendment.class).list();
    }

    private static List<Outcome> outcomes(JdbcClient db, UUID meeting) {
        return db.sql(
                        "select kind, line, record from meetings.minute_outcome where meeting = ? order by kind, line, id")
                .param(meeting)
                .query(Outcome.class)
                .list();
    }

    public List<Second> beside(Part part) {
        return seconds.stream().filter(it -> it.part().equals(part.id())).toList();
    }

    public long openAmendments() {
        return amendments.stream().filter(it -> it.state().equals("OPEN")).count();
    }
}
