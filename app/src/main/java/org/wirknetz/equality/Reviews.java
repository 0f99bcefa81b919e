package org.wirknetz.equality;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// What is to be looked at again (C4.2): an instrument whose day has passed, an adaptation tried too long ago. That it
/// is overdue follows from the days alone; a task does not end it, a new day or a new trial does (decision 0301).
@Component
@Transactional
public class Reviews {

    /// What was tried longer ago says nothing of today.
    public static final int MONTHS = 24;

    private final JdbcClient db;
    private final Findings findings;

    Reviews(JdbcClient db, Findings findings) {
        this.db = db;
        this.findings = findings;
    }

    /// @param adaptation null where the instrument's own day has passed
    /// @param since the day that has passed; of an adaptation when it was tried
    /// @param version of the row that keeps its task; 0 where it never had one
    /// @param progress whether the task is still there
    public record Due(
            UUID instrument,
            String title,
            @Nullable UUID organisation,
            @Nullable UUID adaptation,
            @Nullable UUID targetGroup,
            LocalDate since,
            int version,
            @Nullable UUID task,
            boolean progress,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate doneOn,
            @Nullable LocalDate droppedOn) {

        /// A task that runs.
        public boolean isTask() {
            return progress && doneOn == null && droppedOn == null;
        }

        /// The task was done, and no new day or trial was noted since.
        public boolean isDoneWithoutANewDay() {
            return progress && doneOn != null && !doneOn.isBefore(since);
        }
    }

    /// The longest overdue first; of one that is adapted anew, the last adaptation alone.
    @Transactional(readOnly = true)
    public List<Due> overdue(LocalDate today) {
        return db.sql("""
                        with latest as (
                            select distinct on (a.instrument, a.target_group) a.network, a.id, a.instrument, a.target_group, a.tried_on
                              from equality.adaptation a
                             order by a.instrument, a.target_group, a.adapted_on desc, a.edition desc, a.id),
                             late as (
                            select i.network, i.id as instrument, cast(null as uuid) as adaptation, cast(null as uuid) as target_group,
                                   i.review_on as since, i.review_on as ended
                              from equality.instrument i where i.review_on < :today
                             union all
                            select l.network, l.instrument, l.id, l.target_group, l.tried_on, (l.tried_on + make_interval(months => :months))::date
                              from latest l where l.tried_on < :tried)
                        select i.id as instrument, i.title, i.organisation, late.adaptation, late.target_group, late.since,
                               coalesce(r.version, 0) as version, r.task, p.review is not null as progress, p.due_on,
                               p.done_on, p.dropped_on
                          from late
                          join equality.instrument i on i.network = late.network and i.id = late.instrument
                          left join equality.review r on r.network = late.network and r.instrument = late.instrument
                                and r.adaptation is not distinct from late.adaptation
                          left join equality.review_progress() p on p.review = r.id
                         order by late.ended, platform.fold(i.title), i.id, late.target_group nulls first limit 2000
                        """)
                .param("today", today)
                .param("months", MONTHS)
                .param("tried", today.minusMonths(MONTHS))
                .query(Due.class)
                .list();
    }

    /// @param adaptation null for the instrument itself
    /// @throws NotFound where it is not overdue
    public Due require(UUID instrument, @Nullable UUID adaptation, LocalDate today) {
        return overdue(today).stream()
                .filter(it ->
                        it.instrument().equals(instrument) && java.util.Objects.equals(it.adaptation(), adaptation))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /// @param version the one that was shown
    /// @return the task
    /// @throws Refused where a task runs already, or the day has passed
    public UUID makeTask(Due due, int version, Findings.Wanted wanted, LocalDate today) {
        if (due.isTask()) throw new Refused("equality.review.has-task");
        var task = findings.give(wanted, today);
        int rows = db.sql("""
                        insert into equality.review as r (network, instrument, adaptation, since, task)
                        values (platform.network(), :instrument, cast(:adaptation as uuid), :since, :task)
                        on conflict on constraint reviewed_by_one_task do update
                           set since = excluded.since, task = excluded.task, version = r.version + 1 where r.version = :version
                        """)
                .param("instrument", due.instrument())
                .param("adaptation", due.adaptation())
                .param("since", due.since())
                .param("task", task)
                .param("version", version)
                .update();
        if (rows == 0) throw new OptimisticLockingFailureException("review of " + due.instrument());
        return task;
    }
}
