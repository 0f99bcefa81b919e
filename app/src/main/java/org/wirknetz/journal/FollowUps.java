package org.wirknetz.journal;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// Follow-ups (German: *Wiedervorlagen*): due, done, put off.
@Component
@Transactional
public class FollowUps {

    private final JdbcClient db;

    FollowUps(JdbcClient db) {
        this.db = db;
    }

    public FollowUpId plan(UUID organisation, @Nullable UUID person, @Nullable TouchpointId touchpoint, NextStep next) {
        var id = FollowUpId.fresh();
        int rows = db.sql("""
                        insert into journal.follow_up (network, id, organisation, person, touchpoint, what, due_on, noted_by)
                        select platform.network(), :id, o.id, :person, :touchpoint, :what, :due, platform.account()
                          from directory.organisation_card o where o.network = platform.network() and o.id = :organisation
                        """)
                .param("id", id.value())
                .param("organisation", organisation)
                .param("person", person, java.sql.Types.OTHER)
                .param("touchpoint", touchpoint == null ? null : touchpoint.value(), java.sql.Types.OTHER)
                .param("what", next.what())
                .param("due", next.dueOn())
                .update();
        if (rows == 0) throw new NotFound();
        return id;
    }

    /// @throws Refused `journal.done-already`
    public void done(FollowUpId id, LocalDate on) {
        int rows = db.sql(
                        "update journal.follow_up set done_on = ?, version = version + 1 where id = ? and done_on is null")
                .params(on, id.value())
                .update();
        if (rows == 0) {
            require(id);
            throw new Refused("journal.done-already");
        }
    }

    /// @param until a day after the present one
    /// @throws Refused `journal.done-already` or `journal.not-later`
    public void postpone(FollowUpId id, LocalDate until) {
        int rows = db.sql("""
                        update journal.follow_up set due_on = :until, postponed = postponed + 1, version = version + 1
                         where id = :id and done_on is null and due_on < :until
                        """).param("until", until).param("id", id.value()).update();
        if (rows == 0) {
            require(id);
            throw new Refused("journal.not-later");
        }
    }

    /// It came to nothing.
    public void drop(FollowUpId id) {
        require(id);
        db.sql("delete from journal.follow_up where id = ?").param(id.value()).update();
    }

    private void require(FollowUpId id) {
        boolean known = db.sql("select exists (select from journal.follow_up where id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
        if (!known) throw new NotFound();
    }
}
