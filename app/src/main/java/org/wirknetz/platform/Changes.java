package org.wirknetz.platform;

import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What was written, change by change, and taking it back. A change is all that one transaction wrote.
@Component
public class Changes {

    /// Raised by `platform.undo` when a row was changed again since.
    private static final String CHANGED_SINCE = "WN001";
    private static final String NOT_ALLOWED = "42501";

    private final JdbcClient db;

    Changes(JdbcClient db) {
        this.db = db;
    }

    /// @param account who made it; null for a job
    /// @param takesBack what it wrote took another change back; to take it back in turn is to do that one again
    public record Change(UUID id, @Nullable UUID account, Instant at, boolean undone, boolean takesBack) {}

    public Optional<Change> find(ChangeId change) {
        return db.sql("""
                        with recursive chain as (
                            select undoes, 0 as length from platform.change where id = :change and network = platform.network()
                            union all
                            select earlier.undoes, chain.length + 1
                              from chain join platform.change earlier on earlier.network = platform.network() and earlier.id = chain.undoes)
                        select id, account, at, undone, (select max(length) from chain) % 2 = 1 as takes_back
                          from platform.change where id = :change and network = platform.network()
                        """).param("change", change.value()).query(Change.class).optional();
    }

    /// A row that a change wrote, as it was before or after.
    ///
    /// @param table such as `directory.position`
    /// @param removed the change took the row out, so that taking back puts it in again
    /// @param references its columns that hold an identity
    public record Touched(String table, UUID record, boolean removed, Map<String, UUID> references) {
        public Touched {
            references = Map.copyOf(references);
        }
    }

    private record Column(long number, String relation, UUID record, boolean removed, String name, UUID value) {}

    /// Every row of a change, once as it was before and once as it was after it.
    public List<Touched> touched(ChangeId change) {
        var columns = db.sql("""
                        select r.id * 2 + side.n as number, r.relation, r.record,
                               r.after is null as removed, field.key as name, field.value::uuid as value
                          from platform.revision r
                         cross join lateral (values (0, r.before), (1, r.after)) side (n, state)
                         cross join lateral jsonb_each_text(side.state) field
                         where r.change = ? and r.network = platform.network()
                           and field.value ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'
                         order by 1
                        """).param(change.value()).query(Column.class).list();
        return columns.stream()
                .collect(Collectors.groupingBy(Column::number, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(Changes::row)
                .toList();
    }

    private static Touched row(List<Column> columns) {
        var first = columns.getFirst();
        return new Touched(
                first.relation(),
                first.record(),
                first.removed(),
                columns.stream().collect(Collectors.toMap(Column::name, Column::value)));
    }

    /// Takes a change back as a whole. Taking back is itself a change and can be taken back.
    ///
    /// @return how many rows were set back
    /// @throws Refused `platform.undo.refused` when somebody has gone on working with one of its rows
    /// @throws Forbidden when some of it is hidden from who asks, or the database keeps it
    @Transactional
    public int undo(ChangeId change) {
        var known = find(change).orElseThrow(NotFound::new);
        if (known.undone()) throw new Refused("platform.undo.already");
        Forbidden.unless(inSight(change));
        try {
            int rows = db.sql("select platform.undo(?)")
                    .param(change.value())
                    .query(Integer.class)
                    .single();
            db.sql("select platform.mark_undone(?)")
                    .param(change.value())
                    .query((row, n) -> true)
                    .single();
            return rows;
        } catch (DataAccessException failed) {
            if (is(NOT_ALLOWED, failed)) throw new Forbidden();
            if (is(CHANGED_SINCE, failed) || isConstraint(failed)) throw new Refused("platform.undo.refused");
            throw failed;
        }
    }

    private boolean inSight(ChangeId change) {
        return db.sql("""
                        select platform.rows_of_change(:change)
                               = (select count(*) from platform.revision
                                   where network = platform.network() and change = :change)
                        """).param("change", change.value()).query(Boolean.class).single();
    }

    private static boolean is(String state, DataAccessException failed) {
        return failed.getMostSpecificCause() instanceof SQLException cause && state.equals(cause.getSQLState());
    }

    private static boolean isConstraint(DataAccessException failed) {
        return failed.getMostSpecificCause() instanceof SQLException cause
                && cause.getSQLState() != null
                && cause.getSQLState().startsWith("23");
    }
}
