package org.wirknetz.tasks;

import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// What lies open with one person goes to another in one change, so that it can be taken back as one.
@Component
@Transactional
public class Handover {

    private final JdbcClient db;
    private final Tasks tasks;

    Handover(JdbcClient db, Tasks tasks) {
        this.db = db;
        this.tasks = tasks;
    }

    /// What was closed, or given to somebody else, since the list was shown is left alone.
    ///
    /// @param organisation of the new owner; null where it is not known: the one of the task stays
    /// @param reason the occasion, noted with each task; may be empty
    /// @return how many things changed hands
    /// @throws Refused when nothing is chosen, or both are the same person
    /// @throws NotFound when there is no such person
    public int give(
            Collection<UUID> taskIds,
            Collection<UUID> decisionIds,
            UUID from,
            UUID to,
            @Nullable UUID organisation,
            @Nullable String reason) {
        if (taskIds.isEmpty() && decisionIds.isEmpty()) throw new Refused("tasks.handover.choose");
        if (from.equals(to)) throw new Refused("tasks.handover.same");
        if (!db.sql("select exists (select from directory.person_card where network = platform.network() and id = ?)")
                .param(to)
                .query(Boolean.class)
                .single()) throw new NotFound();
        int given = 0;
        for (var task : taskIds) {
            int rows = db.sql("""
                            update tasks.task
                               set owner_person = :to, owner_organisation = coalesce(cast(:organisation as uuid), owner_organisation),
                                   version = version + 1
                             where id = :id and owner_person = :from and done_on is null and dropped_on is null
                            """)
                    .param("id", task)
                    .param("from", from)
                    .param("to", to)
                    .param("organisation", organisation)
                    .update();
            if (rows == 0) continue;
            tasks.step(new TaskId(task), "HANDED_OVER", null, null, from, reason);
            given++;
        }
        for (var decision : decisionIds) {
            given += db.sql("""
                            update tasks.decision
                               set owner_person = :to, owner_organisation = coalesce(cast(:organisation as uuid), owner_organisation),
                                   version = version + 1
                             where id = :id and owner_person = :from and done_on is null and dropped_on is null
                            """)
                    .param("id", decision)
                    .param("from", from)
                    .param("to", to)
                    .param("organisation", organisation)
                    .update();
        }
        return given;
    }
}
