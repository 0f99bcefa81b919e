package org.wirknetz.directory.web;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.platform.ClockSource;

/// What was changed on a card, when, by whom, with the offer to take it back.
public final class History {

    private static final int SHOWN = 20;

    /// What wrote more rows was an import or a founding: it is taken back where it was made, not from one card.
    private static final int SMALL = 50;

    private History() {}

    /// @param relation the table, such as `organisation`
    /// @param verb `insert`, `update` or `delete`
    /// @param fields the columns that changed
    /// @param small whether the whole change may be taken back from here; on the newest of its entries only
    public record Entry(
            UUID change,
            Instant at,
            @Nullable String who,
            boolean undone,
            String relation,
            String verb,
            List<String> fields,
            boolean small) {

        public ZonedDateTime when() {
            return at.atZone(ClockSource.ZONE);
        }
    }

    /// The newest changes of a card and of what hangs on it.
    static List<Entry> of(JdbcClient db, UUID card) {
        return db.sql("""
                        with part as (
                            select :card::uuid as id
                            union select id from directory.membership where network = platform.network() and organisation = :card
                            union select id from directory.organisation_group where network = platform.network() and organisation = :card
                            union select id from directory.organisation_name where network = platform.network() and organisation = :card
                            union select id from directory.position
                                   where network = platform.network() and (organisation = :card or person = :card)
                            union select id from directory.mandate
                                   where network = platform.network() and (organisation = :card or person = :card)
                        )
                        select c.id as change, c.at, account.name as who, c.undone,
                               split_part(r.relation, '.', 2) as relation,
                               case when r.before is null then 'insert' when r.after is null then 'delete' else 'update' end as verb,
                               array(select field from jsonb_object_keys(r.after) field
                                      where r.before is not null and r.after -> field is distinct from r.before -> field
                                        and field <> 'version' order by field) as fields,
                               row_number() over (partition by c.id order by r.id desc) = 1
                               and (select count(*) from (select from platform.revision x
                                                           where x.network = r.network and x.change = c.id
                                                           limit :small + 1) written) <= :small as small
                          from platform.revision r
                          join platform.change c on c.id = r.change
                          left join access.account_card account on account.id = c.account
                         where r.network = platform.network() and r.record in (select id from part)
                         order by r.id desc
                         limit :shown
                        """)
                .param("card", card)
                .param("shown", SHOWN)
                .param("small", SMALL)
                .query((row, number) -> new Entry(
                        row.getObject("change", UUID.class),
                        row.getTimestamp("at").toInstant(),
                        row.getString("who"),
                        row.getBoolean("undone"),
                        row.getString("relation"),
                        row.getString("verb"),
                        Arrays.asList((String[]) row.getArray("fields").getArray()),
                        row.getBoolean("small")))
                .list();
    }
}
