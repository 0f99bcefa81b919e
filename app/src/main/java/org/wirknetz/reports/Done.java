package org.wirknetz.reports;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What was done in a half-year, as far as all of the network may know of it: what is confidential between
/// some is
/// not counted.
///
/// @param concluded agreements concluded in the half-year
/// @param inForce agreements in force on the day
/// @param products joint products of two organisations and more on the day
/// @param introductions sent in the half-year
/// @param helped introductions of which somebody said in the half-year that they helped
/// @param tasks done in the half-year
/// @param decisions taken in the half-year
record Done(int concluded, int inForce, int products, int introductions, int helped, int tasks, int decisions) {

    /// @param from the first day
    /// @param day the last
    static Done of(JdbcClient db, LocalDate from, LocalDate day) {
        return db.sql("""
                        with agreed as (
                          select a.* from agreements.agreement_card a
                           where a.network = platform.network() and a.visibility <> 'PARTIES' and a.concluded_on <= :day),
                        introduced as (
                          select i.state, (i.sent_at at time zone 'Europe/Berlin')::date as sent_on, i.outcome_on
                            from exchange.introduction_card i where i.network = platform.network())
                        select (select count(*) from agreed where concluded_on >= :from) as concluded,
                               (select count(*) from agreed
                                 where (valid_from is null or valid_from <= :day) and (valid_to is null or valid_to > :day)
                                   and (ended_on is null or ended_on > :day)) as in_force,
                               (select count(*) from (
                                  select p.product from products.partner_card p
                                   where p.network = platform.network() and (p.joined_on is null or p.joined_on <= :day)
                                     and (p.left_on is null or p.left_on > :day) and (p.ended_on is null or p.ended_on > :day)
                                   group by p.product having count(distinct p.organisation) > 1) joint) as products,
                               (select count(*) from introduced where sent_on between :from and :day) as introductions,
                               (select count(*) from introduced
                                 where state = 'HELPED' and outcome_on between :from and :day) as helped,
                               (select count(*) from tasks.task_card t
                                  left join groups.group_card g on g.network = t.network and g.id = t.group_id
                                 where t.network = platform.network() and t.done_on between :from and :day
                                   and (t.group_id is null or g.visibility = 'NETWORK')) as tasks,
                               (select count(*) from tasks.decision_card d
                                 where d.network = platform.network() and d.disclosure <> 'BODY'
                                   and d.decided_on between :from and :day) as decisions
                        """)
                .param("from", from)
                .param("day", day)
                .query(Done.class)
                .single();
    }
}
