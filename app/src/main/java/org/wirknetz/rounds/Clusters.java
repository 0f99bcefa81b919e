package org.wirknetz.rounds;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// Sorting cards (German: *clustern*): into a group that is there, into a new one, or out of any.
@Component
@Transactional
public class Clusters {

    static final int LONGEST = 120;

    private final JdbcClient db;

    Clusters(JdbcClient db) {
        this.db = db;
    }

    /// @param into null takes them out of their group
    public void move(UUID question, List<UUID> cards, @Nullable UUID into) {
        if (cards.isEmpty()) throw new Refused("rounds.no-card-chosen");
        if (into != null && !has(question, into)) throw new NotFound();
        int moved = db.sql("""
                        update rounds.card set cluster = :into where question = :question and id in (:cards)
                        """)
                .param("into", into, java.sql.Types.OTHER)
                .param("question", question)
                .param("cards", cards)
                .update();
        if (moved == 0) throw new NotFound();
        // A dot on a card that lies in a group now would be counted nowhere: it goes along.
        if (into != null) {
            db.sql("update rounds.dot set cluster = :into, card = null where card in (:cards)")
                    .param("into", into)
                    .param("cards", cards)
                    .update();
        }
    }

    /// Into a new group, or into the one that has the name already; one change.
    public void gather(UUID question, List<UUID> cards, String name) {
        move(question, cards, found(question, name));
    }

    private UUID found(UUID question, String name) {
        var called = Texts.needed(name, LONGEST);
        var there = db.sql("select id from rounds.cluster where question = ? and name = ?")
                .params(question, called)
                .query(UUID.class)
                .optional();
        if (there.isPresent()) return there.get();
        var id = UUID.randomUUID();
        int rows = db.sql("""
                        insert into rounds.cluster (network, id, question, name)
                        select platform.network(), :id, q.id, :name from rounds.question q where q.id = :question
                        """)
                .param("id", id)
                .param("name", called)
                .param("question", question)
                .update();
        if (rows == 0) throw new NotFound();
        return id;
    }

    /// @throws Refused `rounds.cluster-taken`
    public void rename(UUID cluster, String name) {
        try {
            int rows = db.sql("update rounds.cluster set name = ?, version = version + 1 where id = ?")
                    .params(Texts.needed(name, LONGEST), cluster)
                    .update();
            if (rows == 0) throw new NotFound();
        } catch (DuplicateKeyException taken) {
            throw new Refused("rounds.cluster-taken", name.strip());
        }
    }

    /// The cards lie alone again. Dots were for the group and go with it.
    public void dissolve(UUID cluster) {
        db.sql("delete from rounds.dot where cluster = ?").param(cluster).update();
        db.sql("delete from rounds.outcome where cluster = ?").param(cluster).update();
        db.sql("update rounds.card set cluster = null where cluster = ?")
                .param(cluster)
                .update();
        if (db.sql("delete from rounds.cluster where id = ?").param(cluster).update() == 0) throw new NotFound();
    }

    private boolean has(UUID question, UUID cluster) {
        return db.sql("select exists (select from rounds.cluster where id = ? and question = ?)")
                .params(cluster, question)
                .query(Boolean.class)
                .single();
    }
}
