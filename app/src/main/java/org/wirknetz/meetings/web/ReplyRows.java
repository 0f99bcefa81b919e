package org.wirknetz.meetings.web;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Answers that were put aside, the open ones first.
public record ReplyRows(List<Row> rows) {

    /// @param reason key of the words that say why it was not counted
    public record Row(
            UUID id,
            @Nullable UUID meeting,
            @Nullable String title,
            String sender,
            String subject,
            String reason,
            LocalDateTime received,
            boolean settled) {}

    static ReplyRows of(JdbcClient db) {
        return new ReplyRows(db.sql("""
                        select r.id, r.meeting, m.title, r.sender, r.subject, r.reason,
                               r.received_at at time zone 'Europe/Berlin' as received, r.settled_at is not null as settled
                          from meetings.stray_reply r
                          left join meetings.meeting m on m.network = r.network and m.id = r.meeting
                         order by r.settled_at is not null, r.received_at desc, r.id limit 200
                        """).query(Row.class).list());
    }

    static int open(JdbcClient db) {
        return db.sql("select count(*) from meetings.stray_reply where settled_at is null")
                .query(Integer.class)
                .single();
    }
}
