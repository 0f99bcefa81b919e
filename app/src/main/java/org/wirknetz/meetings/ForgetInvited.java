package org.wirknetz.meetings;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.directory.PersonForgotten;

/// When somebody is forgotten, their invitations are counted on without name, address and words. Names in minutes
/// and on lists of who was there stay: they prove what was decided.
@Component
class ForgetInvited {

    private final JdbcClient db;

    ForgetInvited(JdbcClient db) {
        this.db = db;
    }

    @EventListener
    void on(PersonForgotten forgotten) {
        db.sql("""
                        update meetings.invitation set name = :nobody, email = null, represented_by = null, comment = null
                         where person = :person
                        """)
                .param("nobody", forgotten.nobody())
                .param("person", forgotten.person().value())
                .update();
        db.sql("""
                        select platform.forget_rows('meetings.invitation', array(
                                   select r.record from platform.revision r
                                    where r.network = platform.network() and r.relation = 'meetings.invitation'
                                      and coalesce(r.after, r.before) ->> 'person' = :person),
                               jsonb_build_object('name', cast(:nobody as text), 'email', null, 'represented_by', null, 'comment', null))
                        """)
                .param("nobody", forgotten.nobody())
                .param("person", forgotten.person().value().toString())
                .query((row, number) -> true)
                .single();
    }
}
