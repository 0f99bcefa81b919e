package org.wirknetz.directory;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// Actor groups (German: *Akteursgruppen*): the kinds of partners a network distinguishes, in an order of its own.
@Component
@Transactional
public class ActorGroups {

    /// Groups of the templates whose partners give money, too; a network may see it otherwise.
    private static final Set<String> FUNDERS =
            Set.of("FUNDER", "IMPLEMENTING_AGENCY", "STATE_MIN", "STATE_MIN_ECONOMY", "STATE_MIN_SOCIAL");

    private final JdbcClient db;

    ActorGroups(JdbcClient db) {
        this.db = db;
    }

    /// Whether partners of a group with this key give money as a rule.
    public static boolean funds(String key) {
        return FUNDERS.contains(key);
    }

    /// @param funds its partners give money, too: where money is decided on, they are named
    /// @param used how many organisations are in it
    public record Group(
            UUID id, String key, String nameDe, String nameEn, int position, boolean funds, int version, int used) {
        public String name(Locale locale) {
            return locale.equals(Locale.ENGLISH) ? nameEn : nameDe;
        }

        public ActorGroupId groupId() {
            return new ActorGroupId(id);
        }
    }

    @Transactional(readOnly = true)
    public List<Group> all() {
        return db.sql("""
                        select g.id, g.key, g.name_de, g.name_en, g.position, g.funds, g.version,
                               (select count(*) from directory.organisation_group og
                                 where og.network = g.network and og.actor_group = g.id)::int as used
                          from directory.actor_group g
                         order by g.position, platform.fold(g.name_de), g.id
                        """).query(Group.class).list();
    }

    /// By key, or by its name in either language, as a table may call it.
    @Transactional(readOnly = true)
    public Optional<ActorGroupId> called(String words) {
        return db.sql("""
                        select id from directory.actor_group
                         where platform.fold(:words) in (platform.fold(key), platform.fold(name_de), platform.fold(name_en))
                         order by position, id limit 1
                        """)
                .param("words", words.strip())
                .query(UUID.class)
                .optional()
                .map(ActorGroupId::new);
    }

    /// @throws Refused `directory.group.key` or `directory.group.known`
    public ActorGroupId add(String key, String nameDe, String nameEn) {
        var wanted = key.strip().toUpperCase(Locale.ROOT);
        if (!wanted.matches("[A-Z][A-Z0-9_]{0,62}")) throw new Refused("directory.group.key", key);
        var id = ActorGroupId.fresh();
        try {
            db.sql("""
                            insert into directory.actor_group (network, id, key, name_de, name_en, funds, position)
                            select platform.network(), :id, :key, :de, :en, :funds, coalesce(max(position), 0) + 1
                              from directory.actor_group
                            """)
                    .param("id", id.value())
                    .param("key", wanted)
                    .param("de", named(nameDe))
                    .param("en", named(nameEn.isBlank() ? nameDe : nameEn))
                    .param("funds", funds(wanted))
                    .update();
        } catch (DuplicateKeyException known) {
            throw new Refused("directory.group.known", wanted);
        }
        return id;
    }

    /// @param version the one that was shown
    /// @throws OptimisticLockingFailureException when somebody else was quicker
    public void revise(ActorGroupId id, int version, String nameDe, String nameEn, boolean funds) {
        int rows = db.sql("""
                        update directory.actor_group set name_de = ?, name_en = ?, funds = ?, version = version + 1
                         where id = ? and version = ?
                        """)
                .params(named(nameDe), named(nameEn.isBlank() ? nameDe : nameEn), funds, id.value(), version)
                .update();
        if (rows == 1) return;
        if (all().stream().noneMatch(it -> it.groupId().equals(id))) throw new NotFound();
        throw new OptimisticLockingFailureException("actor group " + id.value());
    }

    /// Puts the groups in this order; those not named keep theirs, behind.
    public void order(List<ActorGroupId> wanted) {
        for (int place = 0; place < wanted.size(); place++) {
            db.sql("update directory.actor_group set position = ? where id = ? and position <> ?")
                    .params(place + 1, wanted.get(place).value(), place + 1)
                    .update();
        }
    }

    /// @throws Refused `directory.group.used` while an organisation or a target role refers to it
    public void remove(ActorGroupId id) {
        try {
            int rows = db.sql("delete from directory.actor_group where id = ?")
                    .param(id.value())
                    .update();
            if (rows == 0) throw new NotFound();
        } catch (DataIntegrityViolationException used) {
            throw new Refused("directory.group.used");
        }
    }

    private static String named(String name) {
        var text = name.strip();
        if (text.isEmpty() || text.length() > 120) throw new Refused("directory.group.name");
        return text;
    }
}
