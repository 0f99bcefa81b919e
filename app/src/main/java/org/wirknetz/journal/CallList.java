package org.wirknetz.journal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Whom to call, most pressing first (German: *Anrufliste*): members that have not been heard of for longer than
/// wanted, follow-ups that are due, new members, new people (C13.1). The office does not call itself.
@Component
@Transactional(readOnly = true)
public class CallList {

    private final JdbcClient db;

    CallList(JdbcClient db) {
        this.db = db;
    }

    public List<Call> on(LocalDate today) {
        return db
                .sql("""
                        with member as (
                            select m.organisation, min(m.valid_from) as joined
                              from directory.membership_card m
                             where m.network = platform.network() and m.status in ('ACTIVE', 'DORMANT')
                               and (m.valid_from is null or m.valid_from <= :today) and (m.valid_to is null or m.valid_to > :today)
                             group by 1),
                        last as (
                            select organisation, max(held_on) as held_on from journal.touchpoint where held_on <= :today group by 1),
                        due as (
                            select distinct on (organisation) organisation, person, what, due_on, count(*) over (partition by organisation) - 1 as more
                              from journal.follow_up where done_on is null and due_on <= :today
                             order by organisation, due_on, id),
                        successor as (
                            select distinct on (now.organisation) now.organisation, p.name, now.valid_from as since
                              from directory.mandate_card now
                              join directory.person_card p on p.network = now.network and p.id = now.person
                             where now.network = platform.network() and now.kind = 'REPRESENTS'
                               and now.valid_from between cast(:today as date) - :lately and :today
                               and (now.valid_to is null or now.valid_to > :today)
                               and exists (select from directory.mandate_card before
                                            where before.network = now.network and before.organisation = now.organisation
                                              and before.kind = 'REPRESENTS' and before.person <> now.person
                                              and (before.valid_from is null or before.valid_from < now.valid_from)
                                              and before.valid_to is not null and before.valid_to <= :today)
                             order by now.organisation, now.valid_from desc, now.id)
                        select o.id as organisation, o.name, member.joined, last.held_on as last_on,
                               coalesce(own.days, usual.days, :usual) as rhythm,
                               coalesce(member.joined >= cast(:today as date) - :lately
                                        and (last.held_on is null or last.held_on < member.joined), false) as newcomer,
                               case when last.held_on is null or last.held_on < successor.since then successor.name end as person,
                               successor.since as person_since, due.what as due, due.due_on, coalesce(due.more, 0) as more,
                               speaker.name as speaker, coalesce(speaker.phone, house.phone) as phone
                          from directory.organisation_card o
                          left join member on member.organisation = o.id
                          left join last on last.organisation = o.id
                          left join due on due.organisation = o.id
                          left join successor on successor.organisation = o.id
                          left join journal.rhythm own on own.network = o.network and own.organisation = o.id
                          left join journal.rhythm usual on usual.network = o.network and usual.organisation is null
                          left join lateral (
                              select p.name, t.phone
                                from directory.mandate_card m
                                join directory.person_card p on p.network = m.network and p.id = m.person
                                left join directory.person_phone_card t on t.network = m.network and t.person = m.person
                               where m.network = o.network and m.organisation = o.id and m.kind = 'REPRESENTS'
                                 and (m.valid_from is null or m.valid_from <= :today) and (m.valid_to is null or m.valid_to > :today)
                               order by p.name = successor.name desc nulls last, m.person = due.person desc nulls last, m.valid_from nulls first, m.id
                               limit 1) speaker on true
                          left join directory.organisation_phone_card house on house.network = o.network and house.organisation = o.id
                         where o.network = platform.network() and not o.coordinator
                           and (member.organisation is not null or due.organisation is not null)
                        """)
                .param("today", today)
                .param("lately", Call.LATELY)
                .param("usual", Rhythms.USUAL)
                .query(Call.class)
                .list()
                .stream()
                .filter(it -> !it.reasons(today).isEmpty())
                .sorted(Comparator.comparingDouble((Call it) -> it.pressure(today))
                        .reversed()
                        .thenComparing(Call::name)
                        .thenComparing(Call::organisation))
                .toList();
    }
}
