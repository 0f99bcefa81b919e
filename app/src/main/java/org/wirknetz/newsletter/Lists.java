package org.wirknetz.newsletter;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// The lists one can be on (German: *Verteiler*), and what stands below every mail.
@Component
@Transactional
public class Lists {

    private final JdbcClient db;

    Lists(JdbcClient db) {
        this.db = db;
    }

    /// @param open whether everybody may subscribe
    /// @param everyDays the rhythm it promises, null for none
    public record Card(
            UUID id,
            String name,
            String about,
            boolean open,
            @Nullable Integer everyDays,
            int version) {}

    private static final String CARD = "select id, name, about, open, every_days, version from newsletter.list";

    @Transactional(readOnly = true)
    public List<Card> all() {
        return db.sql(CARD + " order by platform.fold(name), id")
                .query(Card.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Card require(UUID list) {
        return db.sql(CARD + " where id = ?")
                .param(list)
                .query(Card.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    public UUID add(String name, String about, boolean open, @Nullable Integer everyDays) {
        var id = UUID.randomUUID();
        try {
            db.sql("""
                            insert into newsletter.list (network, id, name, about, open, every_days)
                            values (platform.network(), :id, :name, :about, :open, :days)
                            """)
                    .param("id", id)
                    .param("name", name)
                    .param("about", about)
                    .param("open", open)
                    .param("days", everyDays)
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Refused("newsletter.list-taken", name);
        }
        return id;
    }

    public void change(UUID list, int version, String name, String about, boolean open, @Nullable Integer everyDays) {
        int rows;
        try {
            rows = db.sql("""
                            update newsletter.list
                               set name = :name, about = :about, open = :open, every_days = :days, version = version + 1
                             where id = :id and version = :version
                            """)
                    .param("name", name)
                    .param("about", about)
                    .param("open", open)
                    .param("days", everyDays)
                    .param("id", list)
                    .param("version", version)
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Refused("newsletter.list-taken", name);
        }
        if (rows == 1) return;
        require(list);
        throw new OptimisticLockingFailureException("list " + list);
    }

    /// What stands below every mail, and where answers go.
    public record Setting(String imprint, @Nullable String replyTo) {}

    @Transactional(readOnly = true)
    public Optional<Setting> setting() {
        return db.sql("select imprint, reply_to from newsletter.setting where network = platform.network()")
                .query(Setting.class)
                .optional();
    }

    /// @throws Refused as long as nobody has said who answers for what is sent
    Setting requireSetting() {
        return setting().orElseThrow(() -> new Refused("newsletter.imprint-missing"));
    }

    public void set(String imprint, @Nullable String replyTo) {
        db.sql("""
                        insert into newsletter.setting (network, imprint, reply_to)
                        values (platform.network(), :imprint, :reply)
                        on conflict (network) do update
                           set imprint = excluded.imprint, reply_to = excluded.reply_to, version = setting.version + 1
                        """).param("imprint", imprint).param("reply", replyTo).update();
    }
}
