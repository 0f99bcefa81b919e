package org.wirknetz.agreements.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.platform.web.Asked;

/// Duties as lists show them, those that are due first.
///
/// @param total how many there are in all, on this page and the others
public record ObligationRows(long total, List<Row> rows) {

    static final int SIZE = 50;
    private static final int MOST = 100_000;

    private static final Map<String, String> COLUMNS = Map.of(
            "due", "d.due",
            "title", "platform.fold(d.title)",
            "owner", "platform.fold(d.organisation_name)",
            "standing", "d.standing",
            "agreement", "platform.fold(d.agreement_title)");

    private static final String ROWS = """
            select d.*, count(*) over () as total from (
            select d.id, d.agreement, a.title as agreement_title, p.organisation, o.name as organisation_name,
                   d.person, person.name as person_name, d.title, d.due, d.done_on, d.evidence, d.link, d.document,
                   case when d.done_on is not null then 'done' when d.due < :today then 'late' else 'open' end as standing,
                   a.concluded_on is not null and (a.ended_on is null or a.ended_on > :today) as binding, d.version
              from agreements.obligation d
              join agreements.agreement a on a.network = d.network and a.id = d.agreement
              join agreements.party p on p.network = d.network and p.id = d.party
              join directory.organisation_card o on o.network = p.network and o.id = p.organisation
              left join directory.person_card person on person.network = d.network and person.id = d.person
             where d.network = platform.network() and (cast(:agreement as uuid) is null or d.agreement = cast(:agreement as uuid))) d
            """;

    /// @param standing `open`, `late` or `done`
    public record Row(
            UUID id,
            UUID agreement,
            String agreementTitle,
            UUID organisation,
            String organisationName,
            @Nullable UUID person,
            @Nullable String personName,
            String title,
            @Nullable LocalDate due,
            @Nullable LocalDate doneOn,
            String evidence,
            @Nullable String link,
            @Nullable UUID document,
            String standing,
            boolean binding,
            int version,
            long total) {

        public String kind() {
            return standing.equals("done") ? "good" : standing.equals("late") ? "urgent" : "plain";
        }

        /// What the form chooses: an organisation, or person and organisation parted by a space.
        public String owner() {
            return person == null ? organisation.toString() : person + " " + organisation;
        }
    }

    /// How many bind and are not done.
    ///
    /// @param late of these, those whose day has passed
    record Counts(long open, long late) {}

    static Asked asked(String path, Map<String, String> given) {
        return Asked.reading(path, given)
                .words("q")
                .oneOf("standing", "open", "late", "done")
                .sort("due", COLUMNS.keySet())
                .asked();
    }

    /// All duties of one agreement.
    static ObligationRows of(JdbcClient db, UUID agreement, LocalDate today) {
        return of(db.sql(ROWS + "order by d.done_on is not null, d.due nulls last, d.organisation_name, d.title, d.id")
                .param("today", today)
                .param("agreement", agreement)
                .query(Row.class)
                .list());
    }

    static ObligationRows page(JdbcClient db, Asked asked, LocalDate today) {
        return listed(db, asked, today, SIZE, (asked.page() - 1) * SIZE);
    }

    static ObligationRows whole(JdbcClient db, Asked asked, LocalDate today) {
        return listed(db, asked, today, MOST, 0);
    }

    private static ObligationRows listed(JdbcClient db, Asked asked, LocalDate today, int limit, int offset) {
        return of(db.sql(ROWS + """
                         where (:standing = '' or (d.standing = :standing and (d.binding or :standing = 'done')))
                           and (:q = '' or platform.fold(concat_ws(' ', d.title, d.organisation_name, d.person_name, d.agreement_title))
                                           like '%' || replace(platform.fold(:q), '%', '') || '%')
                         order by d.done_on is not null,
                        """ + " " + asked.order(COLUMNS) + """
                        , d.organisation_name, d.title, d.id
                         limit :limit offset :offset
                        """)
                .param("today", today)
                .param("agreement", null, java.sql.Types.VARCHAR)
                .param("standing", asked.is("standing"))
                .param("q", asked.is("q"))
                .param("limit", limit)
                .param("offset", offset)
                .query(Row.class)
                .list());
    }

    private static ObligationRows of(List<Row> rows) {
        return new ObligationRows(rows.isEmpty() ? 0 : rows.getFirst().total(), rows);
    }

    static Counts counts(JdbcClient db, LocalDate today) {
        return db.sql("""
                        select count(*) filter (where d.due is null or d.due >= :today) as open,
                               count(*) filter (where d.due < :today) as late
                          from agreements.obligation d
                          join agreements.agreement a on a.network = d.network and a.id = d.agreement
                         where d.network = platform.network() and d.done_on is null and a.concluded_on is not null
                           and (a.ended_on is null or a.ended_on > :today)
                        """).param("today", today).query(Counts.class).single();
    }
}
