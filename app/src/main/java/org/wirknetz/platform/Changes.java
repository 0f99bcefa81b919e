package org.wirknetz.platform;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
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

    private final JdbcClient db;

    Changes(JdbcClient db) {
        this.db = db;
    }

    /// @param account who made it; null for a job
    public record Change(UUID id, @Nullable UUID account, Instant at, boolean undone) {}

    public Optional<Change> find(ChangeId change) {
        return db.sql(
                        "select id, account, at, undone from platform.change where id = ? and network = platform.network()")
                .param(change.value())
                .query(Change.class)
                .optional();
    }

    /// Takes a change back as a whole. Taking back is itself a change and can be taken back.
    ///
    /// @return how many rows were set back
    /// @throws Refused `platform.undo.refused` when somebody has gone on working with one of its rows
    @Transactional
    public int undo(ChangeId change) {
        var known = find(change).orElseThrow(NotFound::new);
        if (known.undone()) throw new Refused("platform.undo.already");
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
            if (isChangedSince(failed) || isConstraint(failed)) throw new Refused("platform.undo.refused");
            throw failed;
        }
    }

    private static boolean isChangedSince(DataAccessException failed) {
        return failed.getMostSpecificCause() instanceof SQLException cause && CHANGED_SINCE.equals(cause.getSQLState());
    }

    private static boolean isConstraint(DataAccessException failed) {
        return failed.getMostSpecificCause() instanceof SQLException cause
                && cause.getSQLState() != null
                && cause.getSQLState().startsWith("23");
    }
}
