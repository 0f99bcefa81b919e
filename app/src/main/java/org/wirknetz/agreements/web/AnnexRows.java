package org.wirknetz.agreements.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The annexes of an agreement, those that count before those that were replaced or taken out.
public record AnnexRows(List<Row> rows) {

    public record Row(
            UUID id, String name, int number, int size, String sha256, boolean dropped, LocalDate uploadedOn) {

        public int kilobytes() {
            return Math.max(1, size / 1024);
        }
    }

    static AnnexRows of(JdbcClient db, UUID agreement) {
        return new AnnexRows(db.sql("""
                        select id, name, number, size, sha256, dropped, cast(uploaded_at as date) as uploaded_on
                          from agreements.document
                         where network = platform.network() and agreement = ? and kind = 'ANNEX'
                         order by dropped, name, number desc
                        """).param(agreement).query(Row.class).list());
    }

    public long valid() {
        return rows.stream().filter(it -> !it.dropped()).count();
    }
}
