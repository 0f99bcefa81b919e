package org.wirknetz.meetings.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.platform.NotFound;

/// One meeting: when, where, what about, who is asked and who comes.
public record MeetingPage(Card card, @Nullable Venue venue) {

    /// @param told whether anybody was invited yet
    public record Card(
            UUID id,
            int version,
            String title,
            String kind,
            String circle,
            String state,
            @Nullable UUID groupId,
            @Nullable String groupName,
            @Nullable UUID series,
            @Nullable String seriesTitle,
            LocalDateTime starts,
            LocalDateTime ends,
            @Nullable UUID venue,
            @Nullable String place,
            @Nullable String onlineLink,
            @Nullable UUID hostOrganisation,
            @Nullable String host,
            @Nullable String purpose,
            @Nullable Integer capacity,
            @Nullable LocalDate replyUntil,
            @Nullable String reason,
            boolean told,
            boolean moved) {}

    /// @param stepFree `YES`, `PARTLY`, `NO` or `UNKNOWN`
    public record Venue(
            UUID id,
            String name,
            @Nullable String address,
            String stepFree,
            @Nullable String accessNote,
            @Nullable String directions) {}

    static MeetingPage of(JdbcClient db, UUID id) {
        var card = db.sql("""
                        select m.id, m.version, m.title, m.kind, m.circle, m.state, m.group_id, g.name as group_name,
                               m.series, s.title as series_title,
                               m.starts_at at time zone 'Europe/Berlin' as starts, m.ends_at at time zone 'Europe/Berlin' as ends,
                               m.venue, m.location as place, m.online_link, m.host_organisation, o.name as host, m.purpose, m.capacity,
                               m.reply_until, m.reason, m.told is not null as told,
                               coalesce(m.planned_at <> m.starts_at, false) as moved
                          from meetings.meeting m
                          left join meetings.series s on s.network = m.network and s.id = m.series
                          left join groups.group_card g on g.network = m.network and g.id = m.group_id
                          left join directory.organisation_card o on o.network = m.network and o.id = m.host_organisation
                         where m.id = ?
                        """).param(id).query(Card.class).optional().orElseThrow(NotFound::new);
        var venue = db.sql("""
                        select v.id, v.name, nullif(concat_ws(', ', v.street, nullif(concat_ws(' ', v.postcode, v.city), '')), '') as address,
                               v.step_free, v.access_note, v.directions
                          from meetings.venue v where v.id = ?
                        """)
                .param(1, card.venue(), java.sql.Types.OTHER)
                .query(Venue.class)
                .optional();
        return new MeetingPage(card, venue.orElse(null));
    }

    public boolean over(LocalDateTime now) {
        return card.ends().isBefore(now);
    }

    /// Where people go, in one line; empty while nobody knows.
    public String where() {
        var parts = new java.util.ArrayList<String>();
        if (card.place() != null) parts.add(card.place());
        if (venue != null) {
            parts.add(venue.name());
            if (venue.address() != null) parts.add(venue.address());
        }
        return String.join(", ", parts);
    }
}
