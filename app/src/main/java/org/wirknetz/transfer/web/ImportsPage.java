package org.wirknetz.transfer.web;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.access.Visitor;

/// The imports of a network, newest first.
public record ImportsPage(String base, List<Line> imports) {

    public record Line(
            UUID id,
            String state,
            LocalDateTime at,
            String files,
            @Nullable String who) {}

    static ImportsPage of(Visitor visitor, JdbcClient db) {
        return new ImportsPage(
                visitor.base(),
                db.sql("""
                                select run.id, case when change.undone then 'TAKEN_BACK' else run.state end as state, run.created_at,
                                       (select string_agg(file.name, ', ' order by file.name) from transfer.import_file file
                                         where file.network = run.network and file.run = run.id) as files,
                                       account.name as who
                                  from transfer.import_run run
                                  left join access.account account on account.id = run.account
                                  left join platform.change on change.id = run.change
                                 order by run.created_at desc
                                 limit 100
                                """)
                        .query((row, n) -> new Line(
                                row.getObject("id", UUID.class),
                                row.getString("state"),
                                row.getTimestamp("created_at")
                                        .toInstant()
                                        .atZone(ZoneId.of("Europe/Berlin"))
                                        .toLocalDateTime(),
                                java.util.Objects.requireNonNullElse(row.getString("files"), ""),
                                row.getString("who")))
                        .list());
    }
}
