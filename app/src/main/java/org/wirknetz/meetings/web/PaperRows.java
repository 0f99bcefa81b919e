package org.wirknetz.meetings.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The files of one meeting, those of an agenda item with its title.
public record PaperRows(List<Row> rows) {

    public record Row(
            UUID id,
            String name,
            int size,
            String sha256,
            @Nullable String item) {

        public int kilobytes() {
            return Math.max(1, size / 1024);
        }
    }

    static PaperRows of(JdbcClient db, UUID meeting) {
        return new PaperRows(db.sql("""
                        select d.id, d.name, d.size, d.sha256, a.title as item
                          from meetings.document d
                          left join meetings.agenda_item a on a.network = d.network and a.id = d.agenda_item
                         where d.meeting = ?
                         order by a.position nulls first, platform.fold(d.name), d.id
                        """).param(meeting).query(Row.class).list());
    }
}
