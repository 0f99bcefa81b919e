package org.wirknetz.networkcheck;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// What shows that a partner's work is anchored inside it, as it tells itself or the office heard (F12;
/// German: *Beleg*). A proof is never changed: it is taken away, or the next one is told.
@Component
@Transactional
public class Proofs {

    static final int MOST_EVIDENCE = 500;
    private static final int MOST_LINES = 100;
    private static final int OLDEST_YEARS = 5;
    private static final String COLUMNS =
            "select id, organisation, kind, dated_on as \"on\", valid_to as until, evidence from networkcheck.proof"
                    + " where network = platform.network()";

    private final JdbcClient db;
    private final Clock clock;

    Proofs(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// Good for `[on, until)`.
    ///
    /// @param evidence what shows it, in one sentence
    public record Told(
            UUID id, UUID organisation, Anchoring.Sign kind, LocalDate on, LocalDate until, String evidence) {

        public boolean isGoodOn(LocalDate day) {
            return day.isBefore(until);
        }
    }

    /// The newest first.
    @Transactional(readOnly = true)
    public List<Told> of(UUID organisation) {
        return db.sql(COLUMNS + " and organisation = ? order by dated_on desc, kind, id")
                .param(organisation)
                .query(Told.class)
                .list();
    }

    /// @throws NotFound also where it is not for the visitor in scope
    @Transactional(readOnly = true)
    public Told require(UUID id) {
        return db.sql(COLUMNS + " and id = ?")
                .param(id)
                .query(Told.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /// @throws Refused when it is no sign that is told, lies ahead or more than five years back, says nothing
    ///     or too much, or was told of that day already
    /// @throws NotFound when there is no such organisation
    public UUID tell(UUID organisation, Anchoring.Sign kind, LocalDate on, String evidence) {
        if (!kind.isTold()) throw new Refused("networkcheck.anchoring.no-kind");
        var today = LocalDate.now(clock);
        if (on.isAfter(today) || on.isBefore(today.minusYears(OLDEST_YEARS)))
            throw new Refused("networkcheck.anchoring.no-day");
        var said = evidence.strip();
        if (said.isEmpty()) throw new Refused("networkcheck.anchoring.no-evidence");
        if (said.length() > MOST_EVIDENCE) throw new Refused("networkcheck.anchoring.evidence-long", MOST_EVIDENCE);
        var known = of(organisation);
        if (known.size() >= MOST_LINES) throw new Refused("networkcheck.anchoring.too-many", MOST_LINES);
        if (known.stream().anyMatch(it -> it.kind() == kind && it.on().equals(on)))
            throw new Refused("networkcheck.anchoring.told-already");
        var id = UUID.randomUUID();
        try {
            db.sql("""
                            insert into networkcheck.proof (network, id, organisation, kind, dated_on, valid_to, evidence)
                            values (platform.network(), :id, :organisation, :kind, :on, :until, :evidence)
                            """)
                    .param("id", id)
                    .param("organisation", organisation)
                    .param("kind", kind.name())
                    .param("on", on)
                    .param("until", on.plusMonths(kind.months()))
                    .param("evidence", said)
                    .update();
        } catch (DataIntegrityViolationException unknown) {
            throw new NotFound();
        }
        return id;
    }

    public void remove(UUID id) {
        int rows = db.sql("delete from networkcheck.proof where network = platform.network() and id = ?")
                .param(id)
                .update();
        if (rows == 0) throw new NotFound();
    }
}
