package org.wirknetz.directory;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Mandates or positions that came twice to one organisation when two cards became one: same person, same function, on
/// days
/// that overlap. They become one with the earlier known beginning and the later end. What holds at different times
/// stays two
/// (lessons 3.4).
final class EqualPosts {

    /// A responsibility for a topic hangs on its own mandate, so these stay apart.
    private static final String MANDATE = """
               and k.kind = m.kind and k.kind <> 'RESPONSIBLE'
               and (k.deputy = m.deputy or k.deputy is null or m.deputy is null)
            """;

    private final JdbcClient db;
    private final String table;

    /// @param table `mandate` or `position`
    EqualPosts(JdbcClient db, String table) {
        this.db = db;
        this.table = table;
    }

    List<UUID> of(OrganisationId organisation) {
        return db.sql("select id from directory." + table + " where organisation = ? order by id")
                .param(organisation.value())
                .query(UUID.class)
                .list();
    }

    /// @param moved those that came with the card that is gone
    void join(List<UUID> moved) {
        boolean mandates = table.equals("mandate");
        for (var id : moved) {
            db.sql("""
                            select k.id from directory.%1$s m
                              join directory.%1$s k on k.network = m.network and k.person = m.person and k.organisation = m.organisation
                               and k.id <> m.id and platform.fold(k.function) = platform.fold(m.function)
                               and daterange(k.valid_from, k.valid_to) && daterange(m.valid_from, m.valid_to)
                               and (k.level = m.level or k.level is null or m.level is null)
                               %2$s
                             where m.id = ?
                             order by k.valid_from nulls last, k.id limit 1
                            """.formatted(table, mandates ? MANDATE : ""))
                    .param(id)
                    .query(UUID.class)
                    .optional()
                    .ifPresent(kept -> join(kept, id, mandates));
        }
    }

    private void join(UUID kept, UUID dropped, boolean mandates) {
        db.sql("""
                        update directory.%1$s k
                           set valid_from = least(k.valid_from, m.valid_from),
                               valid_to = case when k.valid_to is not null and m.valid_to is not null
                                               then greatest(k.valid_to, m.valid_to) end,
                               level = coalesce(k.level, m.level) %2$s
                          from directory.%1$s m
                         where k.id = :kept and m.id = :dropped and m.network = k.network
                        """.formatted(table, mandates ? ", deputy = coalesce(k.deputy, m.deputy)" : ""))
                .param("kept", kept)
                .param("dropped", dropped)
                .update();
        db.sql("delete from directory." + table + " where id = ?")
                .param(dropped)
                .update();
    }
}
