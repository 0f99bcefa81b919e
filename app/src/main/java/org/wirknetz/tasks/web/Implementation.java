package org.wirknetz.tasks.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How much of what was decided happens: of the decisions of the last twelve months whose day has come, or that are
/// done
/// already, the share that is done; and the median of the days from deciding to done (Umsetzungsorientierung, C5.3).
/// Dropped ones count among those due: not doing what was decided is not doing it.
///
/// @param due decisions whose day has come, or that are done
/// @param done of these
/// @param inTime of these, those done by their day
/// @param medianDays from decision to done; null while nothing is done
/// @param undated running ones without a date: nobody can say whether they are late
/// @param withoutMandate among all of the twelve months, those that name no mandate
public record Implementation(
        long decided,
        long due,
        long done,
        long inTime,
        @Nullable Integer medianDays,
        long undated,
        long withoutMandate,
        List<Line> rows) {

    /// @param days from decision to done
    public record Line(
            UUID id,
            int number,
            String title,
            LocalDate decidedOn,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate doneOn,
            @Nullable Integer days,
            String state) {}

    private record Figures(
            long decided,
            long due,
            long done,
            long inTime,
            @Nullable Integer medianDays,
            long undated,
            long withoutMandate) {}

    private static final String PERIOD = """
            select c.id, d.number, c.title, c.decided_on, c.due_on, c.done_on, c.done_on - c.decided_on as days, c.state,
                   d.mandate_basis,
                   c.state = 'DONE' or (c.state <> 'STANDING' and c.due_on < :today) or c.state = 'DROPPED' as counts
              from tasks.decision_card c
              join tasks.decision d on d.network = c.network and d.id = c.id
             where c.network = platform.network() and c.decided_on > cast(:today as date) - 365
            """;

    static Implementation of(JdbcClient db, LocalDate today) {
        var figures = db.sql("""
                        select count(*) as decided, count(*) filter (where counts) as due,
                               count(*) filter (where counts and state = 'DONE') as done,
                               count(*) filter (where counts and state = 'DONE' and (due_on is null or done_on <= due_on)) as in_time,
                               round(percentile_cont(0.5) within group (order by days) filter (where state = 'DONE'))::int as median_days,
                               count(*) filter (where state = 'OPEN' and due_on is null) as undated,
                               count(*) filter (where mandate_basis is null) as without_mandate
                          from (%s) d
                        """.formatted(PERIOD))
                .param("today", today)
                .query(Figures.class)
                .single();
        var rows = db.sql("select * from (" + PERIOD
                        + ") d where counts order by d.decided_on desc, d.number desc limit 60")
                .param("today", today)
                .query(Line.class)
                .list();
        return new Implementation(
                figures.decided(),
                figures.due(),
                figures.done(),
                figures.inTime(),
                figures.medianDays(),
                figures.undated(),
                figures.withoutMandate(),
                rows);
    }
}
