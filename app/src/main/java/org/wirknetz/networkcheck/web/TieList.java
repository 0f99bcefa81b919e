package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.platform.Scope;

/// The rows of the list of ties: one statement for the page, the count comes with it.
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
            int version,
            long total) {

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
        var rows = db.sql("""
                        select tie.id, tie.from_organisation as "from", source.name as from_name, tie.to_organisation as "to",
                               goal.name as to_name, tie.kind, tie.strength, tie.mutual, tie.form, tie.source,
                               tie.valid_from as start, tie.valid_to as "end", tie.from_confirmed_at is not null as from_confirmed,
                               tie.to_confirmed_at is not null as to_confirmed, tie.note, tie.version, count(*) over () as total
                          from (select t.*, t.from_confirmed_at is not null and t.to_confirmed_at is not null as confirmed_by_both
                                  from networkcheck.tie t where t.network = :network) tie
                          join directory.organisation_card source on source.network = tie.network and source.id = tie.from_organisation
                          join directory.organisation_card goal on goal.network = tie.network and goal.id = tie.to_organisation
                         where (:kind = '' or tie.kind = :kind)
                           and (:confirmed = '' or tie.confirmed_by_both = (:confirmed = 'both'))
                           and (:organisation::uuid is null or :organisation::uuid in (tie.from_organisation, tie.to_organisation))
                           and (:standing = 'all'
                                or (:standing = 'now') = ((tie.valid_from is null or tie.valid_from <= :day)
                                                          and (tie.valid_to is null or :day < tie.valid_to)))
                           and (:q = '' or tie.from_organisation = any(:meant::uuid[]) or tie.to_organisation = any(:meant::uuid[])
                                or platform.fold(source.name || ' ' || source.short || ' ' || goal.name || ' ' || goal.short)
                                           like '%' || replace(platform.fold(:q), '%', '') || '%')
                         order by """ + " " + question.order() + """

                         limit :limit offset :offset
                        """)
                .param("network", Scope.current().requireNetwork().value())
                .param("kind", question.kind())
                .param("confirmed", question.confirmed())
                .param("organisation", question.organisation())
                .param("standing", question.standing())
                .param("day", question.asOf())
                .param("q", question.q())
                .param("meant", meant.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .param("limit", limit)
                .param("offset", offset)
                .query(Row.class)
                .list();
        return new TieList(rows.isEmpty() ? 0 : rows.getFirst().total(), rows);
    }

    /// One row as the list shows it, after it was changed in place.
    static Row row(JdbcClient db, UUID tie) {
        return db.sql("""
                        select tie.id, tie.from_organisation as "from", source.name as from_name, tie.to_organisation as "to",
                               goal.name as to_name, tie.kind, tie.strength, tie.mutual, tie.form, tie.source,
                               tie.valid_from as start, tie.valid_to as "end", tie.from_confirmed_at is not null as from_confirmed,
                               tie.to_confirmed_at is not null as to_confirmed, tie.note, tie.version, 1 as total
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
