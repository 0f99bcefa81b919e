package org.wirknetz.groups;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// Bodies and working groups of the network in scope: found one, write its charter, bring it to an end.
@Component
@Transactional
public class Groups {

    private final JdbcClient db;

    Groups(JdbcClient db) {
        this.db = db;
    }

    /// @throws Refused when another open group has the name already
    public GroupId found(Charter charter, LocalDate on) {
        var id = GroupId.fresh();
        try {
            db.sql("""
                            insert into groups.body (network, id, name, kind, purpose, mandate, expected, rules, term_from, term_to,
                                                     rhythm_days, quorum_numerator, quorum_denominator, quorum_above, visibility, founded_on)
                            values (platform.network(), :id, :name, :kind, :purpose, :mandate, :expected, :rules, :termFrom, :termTo,
                                    :rhythm, :numerator, :denominator, :above, :circle, :on)
                            """).params(columns(id, charter)).param("on", on).update();
        } catch (DuplicateKeyException twice) {
            throw new Refused("groups.name-taken", charter.name());
        }
        return id;
    }

    /// @param version the one that was shown
    /// @param on the day it was founded
    /// @throws Refused when it is closed, or another open group has the name already
    public void revise(GroupId id, int version, Charter charter, LocalDate on) {
        requireOpen(id);
        int rows;
        try {
            rows = db.sql("""
                            update groups.body
                               set name = :name, kind = :kind, purpose = :purpose, mandate = :mandate, expected = :expected,
                                   rules = :rules, term_from = :termFrom, term_to = :termTo, rhythm_days = :rhythm,
                                   quorum_numerator = :numerator, quorum_denominator = :denominator, quorum_above = :above,
                                   visibility = :circle, founded_on = :on, version = version + 1
                             where id = :id and version = :version
                            """)
                    .params(columns(id, charter))
                    .param("on", on)
                    .param("version", version)
                    .update();
        } catch (DuplicateKeyException twice) {
            throw new Refused("groups.name-taken", charter.name());
        }
        if (rows == 0) throw new OptimisticLockingFailureException("group " + id.value());
    }

    private static Map<String, @Nullable Object> columns(GroupId id, Charter charter) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("id", id.value());
        values.put("name", charter.name());
        values.put("kind", charter.kind().name());
        values.put("purpose", charter.purpose());
        values.put("mandate", charter.mandate());
        values.put("expected", charter.expected());
        values.put("rules", charter.rules());
        values.put("termFrom", charter.termFrom());
        values.put("termTo", charter.termTo());
        values.put("rhythm", charter.rhythmDays());
        var quorum = charter.quorum();
        values.put("numerator", quorum == null ? null : quorum.numerator());
        values.put("denominator", quorum == null ? null : quorum.denominator());
        values.put("above", quorum != null && quorum.above());
        values.put("circle", charter.circle().name());
        return values;
    }

    /// Brings it to an end. Who belonged to it at that day still reads it; taking the change back opens it again.
    ///
    /// @param result what came of it; a group that ends without a word has left nothing behind
    /// @throws Refused when it is closed already, the result is missing, or the day lies before its founding
    public void close(GroupId id, LocalDate on, @Nullable String result) {
        var said = Texts.clean(result, 10_000);
        if (said == null) throw new Refused("groups.result-missing");
        requireOpen(id);
        boolean early = db.sql("select founded_on > :on from groups.body where id = :id")
                .param("id", id.value())
                .param("on", on)
                .query(Boolean.class)
                .single();
        if (early) throw new Refused("groups.closed-before-founded");
        db.sql("update groups.body set closed_on = :on, result = :result, version = version + 1 where id = :id")
                .param("id", id.value())
                .param("on", on)
                .param("result", said)
                .update();
    }

    /// It was entered by mistake. What has done its work is closed instead.
    public void remove(GroupId id) {
        db.sql("delete from groups.member where group_id = ?").param(id.value()).update();
        int rows =
                db.sql("delete from groups.body where id = ?").param(id.value()).update();
        if (rows == 0) throw new NotFound();
    }

    /// Locks the row, so that nobody joins what is being closed.
    void requireOpen(GroupId id) {
        var row = db.sql("select closed_on is null as open from groups.body where id = ? for update")
                .param(id.value())
                .query(Boolean.class)
                .optional()
                .orElseThrow(NotFound::new);
        if (!row) throw new Refused("groups.closed");
    }

    /// Whether there is such a group for the one who asks.
    @Transactional(readOnly = true)
    public boolean has(UUID id) {
        return db.sql("select exists (select from groups.body where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }
}
