package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads from the cards of the rooms what concerns one organisation in `[from, to)`.
record MembershipReading(JdbcClient db, UUID organisation, LocalDate from, LocalDate to) {

    private JdbcClient.StatementSpec asked(String sql) {
        return db.sql(sql)
                .param("organisation", organisation)
                .param("from", from)
                .param("to", to);
    }

    List<MembershipValue.Favour> favours() {
        return asked("""
                        select c.id, c.receiver = :organisation as receives, o.name as other, c.kind, c.given_on as "on", c.hours, c.effort
                          from exchange.contribution_card c
                          join directory.organisation_card o on o.network = c.network
                           and o.id = case when c.receiver = :organisation then c.giver else c.receiver end
                         where c.network = platform.network() and c.state = 'CONFIRMED' and :organisation in (c.giver, c.receiver)
                           and c.given_on >= :from and c.given_on < :to
                         order by c.given_on, c.id
                        """).query(MembershipValue.Favour.class).list();
    }

    int undated() {
        return db.sql("""
                        select count(*) from exchange.contribution_card
                         where network = platform.network() and state = 'CONFIRMED' and given_on is null
                           and :organisation in (giver, receiver)
                        """)
                .param("organisation", organisation)
                .query(Integer.class)
                .single();
    }

    List<MembershipValue.Introduction> introductions() {
        return asked("""
                        select i.id, i.asker = :organisation as asked, o.name as other, i.sent_at::date as "on", i.state = 'HELPED' as helped
                          from exchange.introduction_card i
                          join directory.organisation_card o on o.network = i.network
                           and o.id = case when i.asker = :organisation then i.helper else i.asker end
                         where i.network = platform.network() and :organisation in (i.asker, i.helper)
                           and i.sent_at >= :from and i.sent_at < :to
                         order by i.sent_at, i.id
                        """).query(MembershipValue.Introduction.class).list();
    }

    /// Joint − Σ alone, as a range, as the room itself computes it (C9.4); nothing where a partner has no estimate.
    List<MembershipValue.Joint> products() {
        return asked("""
                        with mine as (
                            select p.product, p.name, p.stage from products.partner_card p
                             where p.network = platform.network() and p.organisation = :organisation and p.stage <> 'IDEA'
                               and p.joined_on < :to and (p.left_on is null or p.left_on > :from)
                               and (p.ended_on is null or p.ended_on > :from)
                        ), there as (
                            select p.product, count(distinct p.organisation) as partners from products.partner_card p
                             where p.network = platform.network() and p.left_on is null group by p.product
                        ), estimated as (
                            select e.product, max(e.outcome) as outcome,
                                   sum(case when e.organisation is null then e.low else -e.high end) as low,
                                   sum(case when e.organisation is null then e.high else -e.low end) as high,
                                   count(*) filter (where e.organisation is null) as together,
                                   count(*) filter (where e.organisation is not null) as alone,
                                   string_agg(distinct e.source, ', ' order by e.source) as sources
                              from products.estimate_card e where e.network = platform.network() group by e.product
                        )
                        select mine.product as id, mine.name, mine.stage, there.partners,
                               case when whole then estimated.outcome end as outcome, case when whole then estimated.low end as low,
                               case when whole then estimated.high end as high, case when whole then estimated.sources end as sources
                          from mine
                          join there on there.product = mine.product and there.partners > 1
                          left join estimated on estimated.product = mine.product
                         cross join lateral (select estimated.together = 1 and estimated.alone >= there.partners as whole) judged
                         order by mine.name, mine.product
                        """).query(MembershipValue.Joint.class).list();
    }

    /// In force at some time of the year.
    List<MembershipValue.Agreed> agreements() {
        return asked("""
                        select a.id, a.title, coalesce(a.valid_from, a.concluded_on) as since, coalesce(a.form = 'SUPPORTIVE', false) as supportive
                          from agreements.agreement_card a
                         where a.network = platform.network() and a.concluded_on < :to
                           and (a.ended_on is null or a.ended_on > :from) and (a.valid_to is null or a.valid_to > :from)
                           and exists (select from agreements.party_card p
                                        where p.network = a.network and p.agreement = a.id and p.organisation = :organisation)
                         order by since, a.title, a.id
                        """).query(MembershipValue.Agreed.class).list();
    }
}
