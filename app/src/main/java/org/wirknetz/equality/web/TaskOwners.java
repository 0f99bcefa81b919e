package org.wirknetz.equality.web;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Desk;

/// With whom a task may lie: the office, and the members of today.
final class TaskOwners {

    private TaskOwners() {}

    static List<Choice> of(JdbcClient db, Desk desk) {
        return Stream.concat(Stream.of(new Choice("", desk.say("equality.finding.office"), true)), members(db, desk))
                .toList();
    }

    static Stream<Choice> members(JdbcClient db, Desk desk) {
        return db
                .sql("""
                        select o.id::text as id, o.name from directory.organisation_card o
                         where o.network = platform.network() and not o.coordinator
                           and exists (select from directory.membership_card m
                                        where m.network = o.network and m.organisation = o.id and m.status in ('ACTIVE', 'DORMANT')
                                          and (m.valid_from is null or m.valid_from <= :day) and (m.valid_to is null or m.valid_to > :day))
                         order by platform.fold(o.name), o.id
                        """)
                .param("day", desk.today())
                .query((row, n) -> new Choice(row.getString("id"), row.getString("name"), false))
                .list()
                .stream();
    }
}
