package org.wirknetz.rounds;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// What people answer: cards, ratings, dots. All of it goes through functions of the database, which forget
/// who asked where the round is anonymous.
@Component
@Transactional
public class Cards {

    public static final int LONGEST = 500;
    public static final int LONGEST_NAME = 100;

    /// More cards than this nobody sorts; a guest who goes on and on is stopped by it, too.
    static final int MOST = 1000;

    private static final int SCALE = 5;

    private final JdbcClient db;

    Cards(JdbcClient db) {
        this.db = db;
    }

    /// @param worksAt the organisation the writer speaks for; null for the office and members of groups
    /// @throws Refused `rounds.not-open`, `rounds.empty`, `rounds.too-long` or `rounds.many-cards`
    public UUID write(UUID question, String body, @Nullable UUID worksAt) {
        var words = Texts.needed(body, LONGEST);
        requireOpen(question);
        return lay(question, words, null, null, worksAt, null, null);
    }

    /// Somebody without an account, who holds the secret address.
    ///
    /// @param name as they wish to be called; forgotten in an anonymous round
    public UUID writeAsGuest(byte[] held, UUID question, String body, @Nullable String name) {
        var words = Texts.needed(body, LONGEST);
        var called = Texts.clean(name, LONGEST_NAME);
        var open = db.sql("""
                        select g.open, q.cards from rounds.for_guest(:held) g
                          join rounds.questions_for_guest(:held) q on q.id = :question
                        """)
                .param("held", held)
                .param("question", question)
                .query((row, n) -> Map.entry(row.getBoolean("open"), row.getLong("cards")))
                .optional()
                .orElseThrow(NotFound::new);
        if (!open.getKey()) throw new Refused("rounds.not-open");
        if (open.getValue() >= MOST) throw new Refused("rounds.many-cards", MOST);
        return lay(question, words, null, null, null, called, held);
    }

    /// How important a condition is and how well it stands, each from 1 to 5.
    public record Rating(
            UUID question,
            int importance,
            int standing,
            @Nullable String comment) {

        /// @throws Refused `rounds.scale` or `rounds.too-long`
        public Rating {
            if (importance < 1 || importance > SCALE || standing < 1 || standing > SCALE)
                throw new Refused("rounds.scale", SCALE);
            comment = Texts.clean(comment, LONGEST);
        }
    }

    /// Rates the conditions of a round, once.
    ///
    /// @throws Refused `rounds.rated-already`
    public void rate(RoundId round, List<Rating> ratings, @Nullable UUID worksAt) {
        if (ratings.isEmpty()) throw new Refused("rounds.nothing-rated");
        requireOpen(ratings.getFirst().question());
        try {
            db.sql("select rounds.note_rated(?)").param(round.value()).query().listOfRows();
        } catch (DuplicateKeyException twice) {
            throw new Refused("rounds.rated-already");
        }
        for (var it : ratings) {
            if (!belongs(it.question(), round)) throw new NotFound();
            lay(it.question(), it.comment(), it.importance(), it.standing(), worksAt, null, null);
        }
    }

    private boolean belongs(UUID question, RoundId round) {
        return db.sql("select exists (select from rounds.question where id = ? and round = ?)")
                .params(question, round.value())
                .query(Boolean.class)
                .single();
    }

    /// Sets somebody's dots, once: on groups, and on cards that lie alone.
    ///
    /// @throws Refused `rounds.voted-already`, `rounds.many-dots` or `rounds.not-open`
    public void vote(RoundId round, List<UUID> targets) {
        var state = db.sql("select dots, rounds.is_open(r) as open from rounds.round r where id = ?")
                .param(round.value())
                .query((row, n) -> Map.entry(row.getInt("dots"), row.getBoolean("open")))
                .optional()
                .orElseThrow(NotFound::new);
        if (!state.getValue()) throw new Refused("rounds.not-open");
        if (targets.isEmpty() || targets.size() > state.getKey()) throw new Refused("rounds.many-dots", state.getKey());
        try {
            db.sql("select rounds.set_dots(:round, cast(:targets as uuid[]))")
                    .param("round", round.value())
                    .param(
                            "targets",
                            targets.stream().distinct().map(UUID::toString).toArray(String[]::new))
                    .query()
                    .listOfRows();
        } catch (DuplicateKeyException twice) {
            throw new Refused("rounds.voted-already");
        }
    }

    /// The office takes any card away, whoever wrote one under their name their own.
    ///
    /// @throws Refused `rounds.card.not-yours`
    public void withdraw(RoundId round, UUID card) {
        boolean there =
                db.sql("""
                        select exists (select from rounds.card c join rounds.question q on q.network = c.network and q.id = c.question
                                        where c.id = ? and q.round = ?)
                        """).params(card, round.value()).query(Boolean.class).single();
        if (!there) throw new NotFound();
        db.sql("delete from rounds.dot where card = ? and access.is_office()")
                .param(card)
                .update();
        db.sql("delete from rounds.outcome where card = ? and access.is_office()")
                .param(card)
                .update();
        if (db.sql("delete from rounds.card where id = ?").param(card).update() == 0)
            throw new Refused("rounds.card.not-yours");
    }

    private void requireOpen(UUID question) {
        var state = db.sql("""
                        select rounds.is_open(r) as open, (select count(*) from rounds.card c where c.network = q.network and c.question = q.id)
                               as cards
                          from rounds.question q join rounds.round r on r.network = q.network and r.id = q.round where q.id = ?
                        """)
                .param(question)
                .query((row, n) -> Map.entry(row.getBoolean("open"), row.getLong("cards")))
                .optional()
                .orElseThrow(NotFound::new);
        if (!state.getKey()) throw new Refused("rounds.not-open");
        if (state.getValue() >= MOST) throw new Refused("rounds.many-cards", MOST);
    }

    private UUID lay(
            UUID question,
            @Nullable String body,
            @Nullable Integer importance,
            @Nullable Integer standing,
            @Nullable UUID worksAt,
            @Nullable String guest,
            byte @Nullable [] held) {
        return db.sql("select rounds.lay_card(:question, :body, :importance, :standing, :worksAt, :guest, :held)")
                .param("question", question)
                .param("body", body, java.sql.Types.VARCHAR)
                .param("importance", importance, java.sql.Types.INTEGER)
                .param("standing", standing, java.sql.Types.INTEGER)
                .param("worksAt", worksAt, java.sql.Types.OTHER)
                .param("guest", guest, java.sql.Types.VARCHAR)
                .param("held", held, java.sql.Types.BINARY)
                .query(UUID.class)
                .single();
    }
}
