package org.wirknetz.tasks.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What became of a task between being given and being done, the first step first.
public final class TaskSteps {

    private TaskSteps() {}

    /// @param kind `CARRIED`, `HANDED_OVER` or `REOPENED`
    /// @param person with whom it lay before it was handed over
    public record Step(
            String kind,
            LocalDate notedOn,
            @Nullable LocalDate dueBefore,
            @Nullable LocalDate dueAfter,
            @Nullable String person,
            @Nullable String reason) {}

    static List<Step> of(JdbcClient db, UUID task) {
        return db.sql("""
                        select s.kind, s.noted_on, s.due_before, s.due_after, p.name as person, s.reason
                          from tasks.step s
                          left join directory.person_card p on p.network = s.network and p.id = s.person
                         where s.task = ?
                         order by s.created_at, s.id
                        """).param(task).query(Step.class).list();
    }
}
