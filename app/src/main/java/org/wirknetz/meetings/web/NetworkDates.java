package org.wirknetz.meetings.web;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Meetings of the whole network as a funder may know them: what they are called, and when they are.
public record NetworkDates(List<Row> rows) {

    public record Row(UUID id, String title, LocalDateTime starts, LocalDateTime ends, String state) {}

    static NetworkDates of(JdbcClient db) {
        return new NetworkDates(db.sql("""
                        select id, title, starts_at at time zone 'Europe/Berlin' as starts, ends_at at time zone 'Europe/Berlin' as ends,
                               state
                          from meetings.network_dates() order by starts_at desc, id limit 500
                        """).query(Row.class).list());
    }
}
