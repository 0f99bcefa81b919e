package org.wirknetz.agreements.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of the list of agreements: one statement for the page, the count comes with it.
public record AgreementList(long total, List<Row> rows) {

    private static final int MOST_EXPORTED = 100_000;

    public record Row(
            UUID id,
            String title,
            String names,
            String standing,
            @Nullable String form,
            int binding,
            boolean leadership,
            boolean professional,
            boolean operational,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable LocalDate concludedOn,
            @Nullable LocalDate endedOn,
            String visibility,
            long total) {

        public String standingKind() {
            return kind(standing);
        }

        /// The last day it holds.
        public @Nullable LocalDate lastDay() {
            var end = endedOn != null ? endedOn : validTo;
            return end == null ? null : end.minusDays(1);
        }
    }

    /// Shape and colour of a standing, see `badge.jte`.
    static String kind(String standing) {
        return switch (standing) {
            case "CONCLUDED" -> "good";
            case "OFFERED", "NEGOTIATION" -> "notice";
            default -> "plain";
        };
    }

    static AgreementList page(JdbcClient db, AgreementsQuestion question) {
        return read(db, question, AgreementsQuestion.SIZE, (question.asked().page() - 1) * AgreementsQuestion.SIZE);
    }

    /// Exactly what the list shows, all pages of it.
    static AgreementList whole(JdbcClient db, AgreementsQuestion question) {
        return read(db, question, MOST_EXPORTED, 0);
    }

    private static AgreementList read(JdbcClient db, AgreementsQuestion question, int limit, int offset) {
        var rows = db.sql("""
                        select a.*, count(*) over () as total
                          from (select a.id, a.title, a.form, a.binding, a.leadership, a.professional, a.operational, a.valid_from,
                                       a.valid_to, a.concluded_on, a.ended_on, a.visibility, coalesce(named.names, '') as names,
                                       coalesce(named.found, '') as found, named.ids,
                                       agreements.standing(:day, a.negotiated_on, a.offered_on, a.concluded_on, a.ended_on, a.valid_to)
                                       as standing
                                  from agreements.agreement a
                                  left join lateral (select string_agg(o.name, ' · ' order by p.position, o.name) as names,
                                                            string_agg(o.name || ' ' || o.short, ' ') as found,
                                                            array_agg(o.id) as ids
                                                       from agreements.party p
                                                       join directory.organisation_card o
                                                         on o.network = p.network and o.id = p.organisation
                                                      where p.network = a.network and p.agreement = a.id) named on true
                                 where a.network = platform.network()
                                   and (cast(:day as date) >= platform.today() or least(a.created_at::date, a.negotiated_on, a.offered_on, a.concluded_on)
                                           <= cast(:day as date))) a
                         where (:standing = '' or a.standing = :standing
                                or (:standing = 'open' and a.standing in ('DRAFT', 'NEGOTIATION', 'OFFERED')))
                           and (:form = '' or a.form = :form)
                           and (:binding = '' or a.binding = cast(nullif(:binding, '') as int))
                           and (:within = '' or (a.standing = 'CONCLUDED'
                                                 and a.valid_to <= cast(:day as date) + cast(nullif(:within, '') as int)))
                           and (cast(:organisation as uuid) is null or cast(:organisation as uuid) = any (a.ids))
                           and (:q = '' or platform.fold(a.title || ' ' || a.found)
                                           like '%' || replace(platform.fold(:q), '%', '') || '%')
                         order by """ + " " + question.order() + """

                         limit :limit offset :offset
                        """)
                .param("day", question.asOf())
                .param("standing", question.asked().is("standing"))
                .param("form", question.asked().is("form"))
                .param("binding", question.asked().is("binding"))
                .param("within", question.asked().is("within"))
                .param("organisation", question.asked().id("organisation"))
                .param("q", question.asked().is("q"))
                .param("limit", limit)
                .param("offset", offset)
                .query(Row.class)
                .list();
        return new AgreementList(rows.isEmpty() ? 0 : rows.getFirst().total(), rows);
    }
}
