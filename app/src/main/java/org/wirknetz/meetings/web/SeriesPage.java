package org.wirknetz.meetings.web;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.meetings.Land;
import org.wirknetz.meetings.Rhythm;
import org.wirknetz.platform.NotFound;

/// One series with all its dates, and the days of its rhythm on which nobody meets.
///
/// @param left days left out, with the reason where there is one
public record SeriesPage(Card card, List<Row> rows, List<Left> left) {

    public record Card(
            UUID id,
            String title,
            String kind,
            @Nullable UUID groupId,
            @Nullable String groupName,
            Rhythm.Kind rhythm,
            int every,
            @Nullable Integer nth,
            LocalDate firstOn,
            LocalDate lastOn,
            LocalTime beginsAt,
            @Nullable Land land,
            boolean cancelled,
            @Nullable String reason) {}

    /// @param moved whether it is at another time than the rhythm says
    /// @param ahead whether it will take place
    public record Row(
            UUID id,
            String title,
            String state,
            LocalDateTime starts,
            LocalDateTime ends,
            LocalDateTime planned,
            @Nullable String host,
            boolean moved,
            boolean draft,
            boolean ahead,
            int coming) {}

    /// @param holiday null where the date was taken out by hand
    public record Left(LocalDate day, @Nullable String holiday) {}

    static SeriesPage of(JdbcClient db, UUID id, Instant now) {
        var card = db.sql("""
                        select s.id, s.title, s.kind, s.group_id, g.name as group_name, s.rhythm, s.every, s.nth, s.first_on, s.last_on,
                               s.begins_at, s.land, s.cancelled_at is not null as cancelled, s.reason
                          from meetings.series s
                          left join groups.group_card g on g.network = s.network and g.id = s.group_id
                         where s.id = ?
                        """).param(id).query(Card.class).optional().orElseThrow(NotFound::new);
        var rows = db.sql("""
                        select m.id, m.title, m.state, m.starts_at at time zone 'Europe/Berlin' as starts,
                               m.ends_at at time zone 'Europe/Berlin' as ends, m.planned_at at time zone 'Europe/Berlin' as planned,
                               o.name as host, m.planned_at <> m.starts_at as moved, m.state = 'DRAFT' as draft,
                               m.state <> 'CANCELLED' and m.starts_at > :now as ahead,
                               (select count(*) from meetings.invitation i
                                 where i.network = m.network and i.meeting = m.id and i.answer = 'YES' and i.waiting_since is null) as coming
                          from meetings.meeting m
                          left join directory.organisation_card o on o.network = m.network and o.id = m.host_organisation
                         where m.series = :id
                         order by m.planned_at, m.id
                        """)
                .param("id", id)
                .param("now", Timestamp.from(now))
                .query(Row.class)
                .list();
        var kept = rows.stream().map(it -> it.planned().toLocalDate()).toList();
        var left = new Rhythm(card.rhythm(), card.every(), card.nth())
                .days(card.firstOn(), card.lastOn()).stream()
                        .filter(it -> !kept.contains(it))
                        .map(it -> new Left(
                                it,
                                Stream.ofNullable(card.land())
                                        .flatMap(land -> land.holiday(it).stream())
                                        .findFirst()
                                        .orElse(null)))
                        .toList();
        return new SeriesPage(card, rows, left);
    }

    /// How many of its dates lie ahead and take place.
    public long ahead() {
        return rows.stream().filter(Row::ahead).count();
    }

    /// Dates ahead that nobody was invited to yet.
    public long uninvited() {
        return rows.stream().filter(it -> it.draft() && it.ahead()).count();
    }

    public long drafts() {
        return rows.stream().filter(Row::draft).count();
    }
}
