package org.wirknetz.agreements.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.platform.ClockSource;

/// What was done to an agreement, when, by whom; newest first.
public final class AgreementHistory {

    private static final int SHOWN = 30;

    private AgreementHistory() {}

    /// @param what relation and verb, such as `wording.insert`
    public record Entry(UUID change, Instant at, @Nullable String who, boolean undone, String what) {
        public LocalDate day() {
            return at.atZone(ClockSource.ZONE).toLocalDate();
        }
    }

    static List<Entry> of(JdbcClient db, UUID agreement) {
        return db.sql("""
                        with part as (
                            select cast(:id as uuid) as id
                            union select id from agreements.party where network = platform.network() and agreement = :id
                            union select id from agreements.wording where network = platform.network() and agreement = :id
                            union select id from agreements.competition_answer
                                   where network = platform.network() and agreement = :id
                            union select id from agreements.comment where network = platform.network() and agreement = :id
                            union select id from agreements.obligation where network = platform.network() and agreement = :id
                            union select id from agreements.signature where network = platform.network() and agreement = :id
                        )
                        select c.id as change, c.at, account.name as who, c.undone, done.what
                          from (select r.change, max(r.id) as last,
                                       split_part(r.relation, '.', 2) || '.' || case when r.before is null then 'insert'
                                       when r.after is null then 'delete' else 'update' end as what
                                  from part
                                  -- Part by part along the index: otherwise every room's rules are asked of every row kept.
                                  cross join lateral (
                                      select v.id, v.change, v.relation, v.before, v.after from platform.revision v
                                       where v.network = platform.network() and v.record = part.id offset 0) r
                                 group by 1, 3) done
                          join platform.change c on c.id = done.change
                          left join access.account_card account on account.id = c.account
                         order by done.last desc
                         limit :shown
                        """)
                .param("id", agreement)
                .param("shown", SHOWN)
                .query((row, n) -> new Entry(
                        row.getObject("change", UUID.class),
                        row.getTimestamp("at").toInstant(),
                        row.getString("who"),
                        row.getBoolean("undone"),
                        row.getString("what")))
                .list();
    }
}
