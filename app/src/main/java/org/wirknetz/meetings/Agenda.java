package org.wirknetz.meetings;

import java.sql.Types;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// The agenda of one meeting, in its order.
@Component
@Transactional
public class Agenda {

    private static final int MOST = 100;

    private final JdbcClient db;

    Agenda(JdbcClient db) {
        this.db = db;
    }

    /// At the end of the agenda.
    ///
    /// @throws Refused with more items than anybody gets through
    public UUID add(MeetingId meeting, AgendaEntry entry) {
        lock(meeting);
        int items = db.sql("select count(*) from meetings.agenda_item where meeting = ?")
                .param(meeting.value())
                .query(Integer.class)
                .single();
        if (items >= MOST) throw new Refused("meetings.agenda.many", MOST);
        var id = UUID.randomUUID();
        with(db.sql("""
                insert into meetings.agenda_item (network, id, meeting, position, title, kind, minutes, side, speaker_person,
                       speaker_organisation, proposer, notes)
                values (platform.network(), :id, :meeting,
                        (select coalesce(max(position), 0) + 1 from meetings.agenda_item where meeting = :meeting),
                        :title, :kind, :minutes, :side, :speaker, :speaking, :proposer, :notes)
                """), entry)
                .param("id", id)
                .param("meeting", meeting.value())
                .update();
        return id;
    }

    /// @param version the one that was shown
    public void revise(MeetingId meeting, UUID item, int version, AgendaEntry entry) {
        require(meeting, item);
        int rows = with(db.sql("""
                        update meetings.agenda_item
                           set title = :title, kind = :kind, minutes = :minutes, side = :side, speaker_person = :speaker,
                               speaker_organisation = :speaking, proposer = :proposer, notes = :notes, version = version + 1
                         where id = :id and meeting = :meeting and version = :version
                        """), entry)
                .param("id", item)
                .param("meeting", meeting.value())
                .param("version", version)
                .update();
        if (rows == 0) throw new OptimisticLockingFailureException("agenda item " + item);
    }

    private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, AgendaEntry entry) {
        var side = entry.side();
        return statement
                .param("title", entry.title())
                .param("kind", entry.kind().name())
                .param("minutes", entry.minutes(), Types.INTEGER)
                .param("side", side == null ? null : side.name())
                .param("speaker", entry.speaker(), Types.OTHER)
                .param("speaking", entry.speaking(), Types.OTHER)
                .param("proposer", entry.proposer(), Types.OTHER)
                .param("notes", entry.notes());
    }

    public void remove(MeetingId meeting, UUID item) {
        require(meeting, item);
        boolean written = db.sql(
                        "select exists (select from meetings.minute_part where agenda_item = ? and body <> '')")
                .param(item)
                .query(Boolean.class)
                .single();
        if (written) throw new Refused("meetings.agenda.in-the-minutes");
        db.sql("delete from meetings.agenda_item where id = ?").param(item).update();
    }

    /// One place up or down; the first stays first and the last stays last.
    public void shift(MeetingId meeting, UUID item, boolean up) {
        lock(meeting);
        require(meeting, item);
        db.sql("""
                        with ranked as (
                            select id, row_number() over (order by position, id) * 2 as rank
                              from meetings.agenda_item where meeting = :meeting),
                        wanted as (
                            select id, row_number() over (order by rank + case when id = :item then :by else 0 end) as place
                              from ranked)
                        update meetings.agenda_item a set position = w.place from wanted w where a.id = w.id and a.position <> w.place
                        """)
                .param("meeting", meeting.value())
                .param("item", item)
                .param("by", up ? -3 : 3)
                .update();
    }

    private void lock(MeetingId meeting) {
        if (db.sql("select id from meetings.meeting where id = ? for update")
                .param(meeting.value())
                .query(UUID.class)
                .optional()
                .isEmpty()) throw new NotFound();
    }

    private void require(MeetingId meeting, UUID item) {
        if (db.sql("select id from meetings.agenda_item where id = ? and meeting = ?")
                .params(item, meeting.value())
                .query(UUID.class)
                .optional()
                .isEmpty()) throw new NotFound();
    }
}
