package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.platform.Scope;

/// The rows of the list of ties: first which and how many ([TieHits]), then everything shown of the few on the page.
public record TieList(long total, List<Row> rows) {

    private static final int MOST_EXPORTED = 100_000;

    public record Row(
            UUID id,
            UUID from,
            String fromName,
            UUID to,
            String toName,
            String kind,
            @Nullable Integer strength,
            boolean mutual,
            @Nullable String form,
            String source,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            boolean fromConfirmed,
            boolean toConfirmed,
            String note,
            int version) {

        public boolean confirmedByBoth() {
            return fromConfirmed && toConfirmed;
        }
    }

    /// @param meant organisations that the words of the question mean, beside those whose names hold them
    static TieList page(JdbcClient db, TiesQuestion question, List<UUID> meant) {
        return read(db, question, meant, TiesQuestion.SIZE, (question.page() - 1) * TiesQuestion.SIZE);
    }

    /// Exactly what the list shows, all pages of it.
    static TieList whole(JdbcClient db, TiesQuestion question, List<UUID> meant) {
        return read(db, question, meant, MOST_EXPORTED, 0);
    }

    private static TieList read(JdbcClient db, TiesQuestion question, List<UUID> meant, int limit, int offset) {
        var hits = new TieHits(question, meant);
        int total = hits.count(db);
        var ids = hits.cut(db, total, limit, offset);
        return new TieList(total, ids.isEmpty() ? List.of() : rows(db, ids));
    }

    private static List<Row> rows(JdbcClient db, List<UUID> ids) {
        return db.sql("""
                        select tie.id, tie.from_organisation as "from", source.name as from_name, tie.to_organisation as "to",
                               goal.name as to_name, tie.kind, tie.strength, tie.mutual, tie.form, tie.source,
                               tie.valid_from as start, tie.valid_to as "end", tie.from_confirmed_at is not null as from_confirmed,
                               tie.to_confirmed_at is not null as to_confirmed, tie.note, tie.version
                          from unnest(cast(? as uuid[])) with ordinality as hit (id, place)
                          join networkcheck.tie on tie.network = ? and tie.id = hit.id
                          join directory.organisation_card source on source.network = tie.network and source.id = tie.from_organisation
                          join directory.organisation_card goal on goal.network = tie.network and goal.id = tie.to_organisation
                         order by hit.place
                        """)
                .params(
                        ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")),
                        Scope.current().requireNetwork().value())
                .query(Row.class)
                .list();
    }

    /// One row as the list shows it, after it was changed in place.
    static Row row(JdbcClient db, UUID tie) {
        return db.sql("""
                        select tie.id, tie.from_organisation as "from", source.name as from_name, tie.to_organisation as "to",
                               goal.name as to_name, tie.kind, tie.strength, tie.mutual, tie.form, tie.source,
                               tie.valid_from as start, tie.valid_to as "end", tie.from_confirmed_at is not null as from_confirmed,
                               tie.to_confirmed_at is not null as to_confirmed, tie.note, tie.version
                          from networkcheck.tie
                          join directory.organisation_card source on source.network = tie.network and source.id = tie.from_organisation
                          join directory.organisation_card goal on goal.network = tie.network and goal.id = tie.to_organisation
                         where tie.network = ? and tie.id = ?
                        """)
                .params(Scope.current().requireNetwork().value(), tie)
                .query(Row.class)
                .optional()
                .orElseThrow(org.wirknetz.platform.NotFound::new);
    }
}
