package org.wirknetz.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Scope;

@Component
class ContributionStore {

    private final JdbcClient db;

    ContributionStore(JdbcClient db) {
        this.db = db;
    }

    /// What the policy of the table hides is not there.
    Contribution require(ContributionId contribution) {
        return db.sql("""
                        select id, giver, receiver, kind, effort, hours, requested, gift, given_on, no_return, state,
                               answered_at, answered_by, version
                          from exchange.contribution
                         where network = ? and id = ?
                        """)
                .params(network(), contribution.value())
                .query((row, n) -> read(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    void add(Contribution contribution) {
        try {
            db.sql("""
                            insert into exchange.contribution (network, id, giver, receiver, kind, effort, hours, requested, gift,
                                   given_on, no_return, state, answered_at, answered_by, created_by)
                            values (:network, :id, :giver, :receiver, :kind, :effort, :hours, :requested, :gift,
                                   :givenOn, :noReturn, :state, :answeredAt, :answeredBy, platform.account())
                            """).params(columns(contribution)).update();
        } catch (DataIntegrityViolationException strange) {
            if (String.valueOf(strange.getMostSpecificCause().getMessage()).contains("foreign key"))
                throw new NotFound();
            throw strange;
        }
    }

    void save(Contribution contribution) {
        int changed = db.sql("""
                        update exchange.contribution
                           set kind = :kind, effort = :effort, hours = :hours, requested = :requested, gift = :gift,
                               given_on = :givenOn, no_return = :noReturn, state = :state, answered_at = :answeredAt,
                               answered_by = :answeredBy, version = version + 1
                         where network = :network and id = :id and version = :version
                        """).params(columns(contribution)).update();
        if (changed == 0) throw new OptimisticLockingFailureException("The contribution was changed meanwhile.");
    }

    boolean remove(ContributionId contribution) {
        return db.sql("delete from exchange.contribution where network = ? and id = ?")
                        .params(network(), contribution.value())
                        .update()
                > 0;
    }

    void structural(UUID organisation, boolean gives) {
        if (gives) {
            db.sql("insert into exchange.structural_giver (network, organisation) values (?, ?) on conflict do nothing")
                    .params(network(), organisation)
                    .update();
        } else {
            db.sql("delete from exchange.structural_giver where network = ? and organisation = ?")
                    .params(network(), organisation)
                    .update();
        }
    }

    private static Map<String, @Nullable Object> columns(Contribution contribution) {
        var terms = contribution.terms();
        var answer = contribution.answer();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("network", network());
        columns.put("id", contribution.id().value());
        columns.put("giver", contribution.giver());
        columns.put("receiver", contribution.receiver());
        columns.put("kind", terms.kind());
        columns.put("effort", terms.effort());
        columns.put("hours", terms.hours());
        columns.put("requested", terms.requested());
        columns.put("gift", terms.gift());
        columns.put("givenOn", terms.givenOn());
        columns.put("noReturn", contribution.noReturn());
        columns.put("state", contribution.state().name());
        columns.put("answeredAt", answer == null ? null : Timestamp.from(answer.at()));
        columns.put("answeredBy", answer == null ? null : answer.by());
        columns.put("version", contribution.version());
        return columns;
    }

    private static Contribution read(ResultSet row) throws SQLException {
        var answered = row.getTimestamp("answered_at");
        return new Contribution(
                new ContributionId(row.getObject("id", UUID.class)),
                row.getObject("giver", UUID.class),
                row.getObject("receiver", UUID.class),
                new ContributionTerms(
                        row.getString("kind"),
                        row.getBigDecimal("effort"),
                        row.getBigDecimal("hours"),
                        row.getBoolean("requested"),
                        row.getBoolean("gift"),
                        row.getObject("given_on", LocalDate.class)),
                row.getBoolean("no_return"),
                Contribution.State.valueOf(row.getString("state")),
                answered == null
                        ? null
                        : new Contribution.Answer(answered.toInstant(), row.getObject("answered_by", UUID.class)),
                row.getInt("version"));
    }

    private static UUID network() {
        return Scope.current().requireNetwork().value();
    }
}
