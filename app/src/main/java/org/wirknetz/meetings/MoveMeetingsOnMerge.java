package org.wirknetz.meetings;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.directory.OrganisationsMerged;
import org.wirknetz.directory.PeopleMerged;

/// When two cards become one, what they host, speak to, proposed and were invited to goes with it, in the same
/// transaction
/// and taken back with it. Who was invited twice keeps the invitation that was answered.
@Component
class MoveMeetingsOnMerge {

    private final JdbcClient db;

    MoveMeetingsOnMerge(JdbcClient db) {
        this.db = db;
    }

    @EventListener
    void on(OrganisationsMerged merged) {
        for (var column : new String[] {
            "meeting.host_organisation",
            "agenda_item.speaker_organisation",
            "agenda_item.proposer",
            "invitation.organisation",
            "venue.organisation",
            "series_host.organisation",
            "amendment.organisation"
        }) {
            var parts = column.split("\\.", -1);
            db.sql("update meetings." + parts[0] + " set " + parts[1] + " = :kept where " + parts[1] + " = :dropped")
                    .param("kept", merged.kept().value())
                    .param("dropped", merged.dropped().value())
                    .update();
        }
        // Whoever stands there twice, once under each card, keeps a line without an organisation.
        db.sql("""
                        update meetings.attendance a set organisation = :kept
                         where a.organisation = :dropped
                           and (a.person is not null
                                or not exists (select from meetings.attendance other
                                                where other.meeting = a.meeting and other.organisation = :kept and other.person is null
                                                  and platform.fold(other.name) = platform.fold(a.name)))
                        """)
                .param("kept", merged.kept().value())
                .param("dropped", merged.dropped().value())
                .update();
        for (var step :
                new String[] {"""
            update meetings.proxy p set giver = :kept
             where p.giver = :dropped and p.holder <> :kept
               and not exists (select from meetings.proxy other where other.meeting = p.meeting and other.giver = :kept)
            """, "update meetings.proxy set holder = :kept where holder = :dropped and giver <> :kept"
                }) {
            db.sql(step)
                    .param("kept", merged.kept().value())
                    .param("dropped", merged.dropped().value())
                    .update();
        }
    }

    @EventListener
    void on(PeopleMerged merged) {
        for (var step : new String[] {
            "update meetings.agenda_item set speaker_person = :kept where speaker_person = :dropped",
            """
            delete from meetings.invitation kept
             where kept.person = :kept and kept.answer is null
               and exists (select from meetings.invitation other
                            where other.meeting = kept.meeting and other.person = :dropped and other.answer is not null)
            """,
            """
            delete from meetings.invitation other
             where other.person = :dropped
               and exists (select from meetings.invitation kept where kept.meeting = other.meeting and kept.person = :kept)
            """,
            "update meetings.invitation set person = :kept where person = :dropped",
            """
            update meetings.attendance a set person = :kept
             where a.person = :dropped
               and not exists (select from meetings.attendance kept where kept.meeting = a.meeting and kept.person = :kept)
            """
        }) {
            db.sql(step)
                    .param("kept", merged.kept().value())
                    .param("dropped", merged.dropped().value())
                    .update();
        }
    }
}
