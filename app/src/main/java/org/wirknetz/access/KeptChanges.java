package org.wirknetz.access;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What the database kept of some records: who wrote them, when, what stood there before and after. Rooms make
/// sentences of it and show nobody more than they see on the card itself.
@Component
public class KeptChanges {

    private static final int SHOWN = 20;

    /// What wrote more rows was an import or a founding: it is taken back where it was made, not from one card.
    private static final int SMALL = 50;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JdbcClient db;

    KeptChanges(JdbcClient db) {
        this.db = db;
    }

    /// @param who the name of the account; null for a job
    /// @param relation the table without its schema, such as `organisation`
    /// @param before the columns that had something in them; empty where the record was new
    /// @param after likewise; empty where the record was taken away
    /// @param small whether the whole change may be taken back from here; on the newest of its entries only
    public record Kept(
            UUID change,
            Instant at,
            @Nullable String who,
            boolean undone,
            String relation,
            UUID record,
            Map<String, String> before,
            Map<String, String> after,
            boolean small) {

        /// `insert`, `update` or `delete`.
        public String verb() {
            if (before.isEmpty()) return "insert";
            return after.isEmpty() ? "delete" : "update";
        }

        /// The one state that says what the record is about: what it became, else what it was.
        public Map<String, String> state() {
            return after.isEmpty() ? before : after;
        }
    }

    /// The newest of what was written to these records.
    public List<Kept> of(Collection<UUID> records) {
        return db.sql("""
                        select c.id as change, c.at, account.name as who, c.undone, split_part(r.relation, '.', 2) as relation,
                               r.record, r.before::text as before, r.after::text as after,
                               row_number() over (partition by c.id order by r.id desc) = 1
                               and (select count(*) from (select from platform.revision x
                                                           where x.network = r.network and x.change = c.id
                                                           limit :small + 1) written) <= :small as small
                          from platform.revision r
                          join platform.change c on c.id = r.change
                          left join access.account_card account on account.id = c.account
                         where r.network = platform.network() and r.record = any (cast(:records as uuid[]))
                         order by r.id desc
                         limit :shown
                        """)
                .param("records", records.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .param("shown", SHOWN)
                .param("small", SMALL)
                .query((row, number) -> new Kept(
                        row.getObject("change", UUID.class),
                        row.getTimestamp("at").toInstant(),
                        row.getString("who"),
                        row.getBoolean("undone"),
                        row.getString("relation"),
                        row.getObject("record", UUID.class),
                        columns(row.getString("before")),
                        columns(row.getString("after")),
                        row.getBoolean("small")))
                .list();
    }

    private static Map<String, String> columns(@Nullable String json) {
        var columns = new HashMap<String, String>();
        if (json == null) return columns;
        MAPPER.readValue(json, new TypeReference<Map<String, @Nullable Object>>() {})
                .forEach((column, value) -> {
                    if (value != null && !value.toString().isEmpty()) columns.put(column, value.toString());
                });
        return columns;
    }
}
