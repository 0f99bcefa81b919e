package org.wirknetz.agreements.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Duties as lists show them, those that are due first.
public record ObligationRows(List<Row> rows) {

    private static final int MOST = 2000;

    /// @param standing `open`, `late` or `done`
    public record Row(
            UUID id,
            UUID agreement,
            String agreementTitle,
            UUID organisation,
            String organisationName,
            @Nullable String personName,
            String title,
            @Nullable LocalDate due,
            @Nullable LocalDate doneOn,
            String evidence,
            @Nullable String link,
            @Nullable UUID document,
            String standing,
            boolean binding,
            int version) {

        public String kind() {
            return standing.equals("done") ? "good" : standing.equals("late") ? "urgent" : "plain";
        }
    }

    /// @param agreement only of this one; null for all that may be read
    static ObligationRows of(JdbcClient db, @Nullable UUID agreement, String standing, LocalDate today) {
        return new ObligationRows(db.sql("""
                        select * from (
                        select d.id, d.agreement, a.title as agreement_title, p.organisation, o.name as organisation_name,
                               person.name as person_name, d.title, d.due, d.done_on, d.evidence, d.link, d.document,
                               case when d.done_on is not null then 'done' when d.due < :today then 'late' else 'open' end as standing,
                               a.concluded_on is not null and (a.ended_on is null or a.ended_on > :today) as binding, d.version
                          from agreements.obligation d
                          join agreements.agreement a on a.network = d.network and a.id = d.agreement
                          join agreements.party p on p.network = d.network and p.id = d.party
                          join directory.organisation_card o on o.network = p.network and o.id = p.organisation
                          left join directory.person_card person on person.network = d.network and person.id = d.person
                         where d.network = platform.network()
                           and (cast(:agreement as uuid) is null or d.agreement = cast(:agreement as uuid))) d
                         where :standing = '' or (d.standing = :standing and (d.binding or :standing = 'done'))
                         order by d.done_on is not null, d.due nulls last, d.organisation_name, d.title, d.id
                         limit :most
                        """)
                .param("today", today)
                .param("agreement", agreement)
                .param("standing", standing)
                .param("most", MOST)
                .query(Row.class)
                .list());
    }

    public long count(String standing) {
        return rows.stream()
                .filter(it -> it.standing().equals(standing) && it.binding())
                .count();
    }
}
