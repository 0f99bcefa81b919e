package org.wirknetz.equality;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What shows that an organisation takes part: work of the last [RelevantPartners#MONTHS] months in the other rooms,
/// read as it stands. Only the office reads all of it, so only the office is told.
///
/// @param id of the meeting, the task or the mandate; of a tie the other side
public record Involvement(
        UUID organisation,
        Kind kind,
        UUID id,
        @Nullable String title,
        @Nullable LocalDate on) {

    public enum Kind {
        /// Somebody was there for it.
        MEETING,
        /// It has done it.
        TASK,
        /// Held by both sides in that time. One side alone may have been listed only.
        TIE,
        /// Leads a body, answers for a topic or holds what the network depends on. To represent the organisation does
        /// not count: that is what being listed means.
        MANDATE
    }

    /// Where it can be looked up, below the network's own address; empty for mandates.
    public String place() {
        return switch (kind) {
            case MEETING -> "/meetings/" + id;
            case TASK -> "/tasks/" + id;
            case TIE -> "/ties/between/" + organisation + "/" + id;
            case MANDATE -> "";
        };
    }

    /// Of those the office holds for relevant, the latest first.
    public static List<Involvement> of(JdbcClient db, LocalDate day) {
        return db.sql("""
                        with wanted as (select organisation from equality.relevant_partner
                                         where network = platform.network() and relevant),
                             held as (
                            select distinct a.organisation, 'MEETING' as kind, m.id, m.title,
                                   (m.starts_at at time zone 'Europe/Berlin')::date as "on"
                              from meetings.attendance_card a
                              join meetings.meeting_card m on m.network = a.network and m.id = a.meeting_id
                             where a.network = platform.network() and a.presence = 'PRESENT' and m.state <> 'CANCELLED'
                               and (m.starts_at at time zone 'Europe/Berlin')::date > :since
                               and (m.starts_at at time zone 'Europe/Berlin')::date <= :day
                            union all
                            select t.owner_organisation, 'TASK', t.id, t.title, t.done_on
                              from tasks.task_card t
                             where t.network = platform.network() and t.done_on > :since and t.done_on <= :day
                            union all
                            select side.organisation, 'TIE', other.id, other.name, min(t.valid_from)
                              from networkcheck.tie_card t
                             cross join lateral (values (t.from_organisation, t.to_organisation),
                                                        (t.to_organisation, t.from_organisation)) side (organisation, other)
                              join directory.organisation_card other on other.network = t.network and other.id = side.other
                             where t.network = platform.network() and t.confirmed_by_both
                               and (t.valid_from is null or t.valid_from <= :day) and (t.valid_to is null or t.valid_to > :since)
                             group by side.organisation, other.id, other.name
                            union all
                            select m.organisation, 'MANDATE', m.id, m.function, m.valid_from
                              from directory.mandate_card m
                             where m.network = platform.network() and m.kind <> 'REPRESENTS'
                               and (m.valid_from is null or m.valid_from <= :day) and (m.valid_to is null or m.valid_to > :since))
                        select held.organisation, held.kind, held.id, held.title, held."on"
                          from held join wanted on wanted.organisation = held.organisation
                         order by held."on" desc nulls last, held.kind, held.id limit 20000
                        """)
                .param("day", day)
                .param("since", day.minusMonths(RelevantPartners.MONTHS))
                .query(Involvement.class)
                .list();
    }
}
