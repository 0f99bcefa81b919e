package org.wirknetz.rounds;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// Question rounds: draft one, open it, close it, take it away.
@Component
@Transactional
public class Rounds {

    private final JdbcClient db;

    Rounds(JdbcClient db) {
        this.db = db;
    }

    public RoundId draft(RoundEntry entry) {
        var id = RoundId.fresh();
        db.sql("""
                        insert into rounds.round (network, id, title, intro, kind, anonymous, dots, closes_on, created_by)
                        values (platform.network(), :id, :title, :intro, :kind, :anonymous, :dots, :closes, platform.account())
                        """)
                .param("id", id.value())
                .param("title", entry.title())
                .param("intro", entry.intro())
                .param("kind", entry.kind().name())
                .param("anonymous", entry.anonymous())
                .param("dots", entry.dots())
                .param("closes", entry.closesOn())
                .update();
        ask(id, entry);
        return id;
    }

    private void ask(RoundId id, RoundEntry entry) {
        int position = 0;
        for (var question : entry.questions()) {
            db.sql("""
                            insert into rounds.question (network, round, position, wording) values (platform.network(), ?, ?, ?)
                            """).params(id.value(), ++position, question).update();
        }
    }

    /// Once it is open only title, introduction, dots and the last day can change: people answered what was
    /// asked, and on the terms that were said.
    ///
    /// @param version the one that was shown
    public void revise(RoundId id, int version, RoundEntry entry) {
        boolean opened = opened(id);
        int rows = db.sql("""
                        update rounds.round
                           set title = :title, intro = :intro, dots = :dots, closes_on = :closes,
                               anonymous = case when opened_on is null then :anonymous else anonymous end, version = version + 1
                         where id = :id and version = :version
                        """)
                .param("id", id.value())
                .param("version", version)
                .param("title", entry.title())
                .param("intro", entry.intro())
                .param("dots", entry.dots())
                .param("closes", entry.closesOn())
                .param("anonymous", entry.anonymous())
                .update();
        if (rows == 0) throw new OptimisticLockingFailureException("round " + id.value());
        if (opened) return;
        db.sql("delete from rounds.question where round = ?").param(id.value()).update();
        ask(id, entry);
    }

    private boolean opened(RoundId id) {
        return db.sql("select opened_on is not null from rounds.round where id = ?")
                .param(id.value())
                .query(Boolean.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /// From now on people answer. A closed round is opened again; one whose last day has passed needs a new
    /// one first.
    ///
    /// @throws Refused `rounds.last-day-passed` or `rounds.open-already`
    public void open(RoundId id, LocalDate on) {
        boolean passed = db.sql(
                        "select coalesce(closes_on < :today, false) from rounds.round where id = :id for update")
                .param("today", on)
                .param("id", id.value())
                .query(Boolean.class)
                .optional()
                .orElseThrow(NotFound::new);
        if (passed) throw new Refused("rounds.last-day-passed");
        int rows = db.sql("""
                        update rounds.round set opened_on = coalesce(opened_on, :today), closed_on = null, version = version + 1
                         where id = :id and (opened_on is null or closed_on is not null)
                        """).param("today", on).param("id", id.value()).update();
        if (rows == 0) throw new Refused("rounds.open-already");
    }

    /// @throws Refused `rounds.not-open`
    public void close(RoundId id, LocalDate on) {
        int rows = db.sql("""
                        update rounds.round set closed_on = ?, version = version + 1
                         where id = ? and opened_on is not null and closed_on is null
                        """).params(on, id.value()).update();
        if (rows == 0) {
            opened(id);
            throw new Refused("rounds.not-open");
        }
    }

    /// It was a mistake, or nobody needs it any more: with all its cards.
    public void remove(RoundId id) {
        opened(id);
        delete("dot", "round = ?", id.value());
        delete("outcome", "round = ?", id.value());
        delete("guest_door", "round = ?", id.value());
        delete("card", "question in (select q.id from rounds.question q where q.round = ?)", id.value());
        delete("cluster", "question in (select q.id from rounds.question q where q.round = ?)", id.value());
        delete("question", "round = ?", id.value());
        delete("round", "id = ?", id.value());
    }

    private void delete(String table, String which, UUID round) {
        db.sql("delete from rounds." + table + " where " + which).param(round).update();
    }
}
