package org.wirknetz.meetings.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The feeds of the account in scope.
public record FeedRows(List<Row> rows) {

    /// @param name of the group; null for all that concerns the account
    public record Row(@Nullable UUID group, @Nullable String name, LocalDate since) {}

    static FeedRows of(JdbcClient db) {
        return new FeedRows(db.sql("""
                        select f.group_id as "group", g.name, cast(f.created_at at time zone 'Europe/Berlin' as date) as since
                          from meetings.feed f
                          left join groups.group_card g on g.network = f.network and g.id = f.group_id
                         where f.account = platform.account()
                         order by g.name nulls first, f.id
                        """).query(Row.class).list());
    }
}
