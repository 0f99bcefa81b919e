package org.wirknetz.meetings.web;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.meetings.InvitationId;
import org.wirknetz.platform.NotFound;

/// What one invited person sees behind the secret address: the meeting, and further dates of its series they are
/// invited to.
///
/// @param dates the one the address is about first, then the others that lie ahead
public record AnswerPage(String name, String network, List<Date> dates, List<String> agenda) {

    /// @param closed over or cancelled: nothing to answer any more
    public record Date(
            UUID invitation,
            String title,
            String state,
            LocalDateTime starts,
            LocalDateTime ends,
            @Nullable String place,
            @Nullable String venue,
            @Nullable String address,
            @Nullable String stepFree,
            @Nullable String accessNote,
            @Nullable String directions,
            @Nullable String online,
            @Nullable String purpose,
            @Nullable String reason,
            @Nullable LocalDate replyUntil,
            @Nullable String answer,
            @Nullable String representedBy,
            @Nullable String comment,
            boolean waiting,
            boolean closed) {}

    private static final String TOGETHER = """
             from meetings.invitation own
             join meetings.meeting mine on mine.network = own.network and mine.id = own.meeting
             join meetings.meeting m on m.network = own.network and (m.id = mine.id or m.series = mine.series)
             join meetings.invitation i on i.network = m.network and i.meeting = m.id
                  and (i.id = own.id or i.person = own.person or i.email = own.email)
            where own.id = :own
            """;

    static AnswerPage of(JdbcClient db, InvitationId invitation, Instant now) {
        var dates = db.sql(
                        """
                        select i.id as invitation, m.title, m.state, m.starts_at at time zone 'Europe/Berlin' as starts,
                               m.ends_at at time zone 'Europe/Berlin' as ends, m.location as place, v.name as venue,
                               nullif(concat_ws(', ', v.street, nullif(concat_ws(' ', v.postcode, v.city), '')), '') as address,
                               v.step_free, v.access_note, v.directions, m.online_link as online, m.purpose, m.reason, m.reply_until,
                               i.answer, i.represented_by, i.comment, i.waiting_since is not null as waiting,
                               m.state = 'CANCELLED' or m.ends_at < :now as closed
                        """
                                + TOGETHER.replace(
                                        "where own.id",
                                        "left join meetings.venue v on v.network = m.network and v.id = m.venue where own.id")
                                + " and (i.id = own.id or m.ends_at >= :now and m.state = 'INVITED') order by i.id <> own.id, m.starts_at, m.id limit 60")
                .param("own", invitation.value())
                .param("now", Timestamp.from(now))
                .query(Date.class)
                .list();
        if (dates.isEmpty()) throw new NotFound();
        var name = db.sql("select name from meetings.invitation where id = ?")
                .param(invitation.value())
                .query(String.class)
                .single();
        var network = db.sql("select name from access.network_card where id = platform.network()")
                .query(String.class)
                .optional()
                .orElse("");
        var agenda = db.sql("""
                        select a.title from meetings.agenda_item a
                         where a.meeting = (select i.meeting from meetings.invitation i where i.id = ?) order by a.position, a.id
                        """).param(invitation.value()).query(String.class).list();
        return new AnswerPage(name, network, dates, agenda);
    }

    /// @throws NotFound when the other invitation is not of the same person and series
    static InvitationId among(JdbcClient db, InvitationId own, UUID other) {
        return db.sql("select i.id " + TOGETHER + " and i.id = :other")
                .param("own", own.value())
                .param("other", other)
                .query(UUID.class)
                .optional()
                .map(InvitationId::new)
                .orElseThrow(NotFound::new);
    }

    public String title() {
        return dates.getFirst().title();
    }
}
