package org.wirknetz.groups.web;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.groups.GroupsPermissions;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.web.Choice;

/// What the controllers of groups share: opening one for a visitor, whom one may choose.
@Component
class GroupDoor {

    private final JdbcClient db;
    private final GroupsPermissions may;
    private final GroupsDesk desk;

    GroupDoor(JdbcClient db, GroupsPermissions may, GroupsDesk desk) {
        this.db = db;
        this.may = may;
        this.desk = desk;
    }

    /// What a visitor may not read is not there for them (the database sees to that); what they may read but not change
    /// is
    /// forbidden.
    GroupPage openToLead(Visitor visitor, UUID group) {
        Forbidden.unless(may.see(visitor));
        var page = GroupPage.of(db, group, desk.today());
        Forbidden.unless(may.lead(visitor, group));
        return page;
    }

    /// Organisations of today by name: members, guests and the coordination office.
    List<Choice> organisations() {
        return db.sql("""
                        select o.id::text as id, o.name from directory.organisation_card o
                         where o.network = platform.network()
                           and (o.coordinator
                                or exists (select from directory.membership_card m
                                            where m.network = o.network and m.organisation = o.id
                                              and m.status in ('ACTIVE', 'DORMANT', 'GUEST')
                                              and (m.valid_from is null or m.valid_from <= :today)
                                              and (m.valid_to is null or m.valid_to > :today)))
                         order by platform.fold(o.name), o.id
                        """)
                .param("today", desk.today())
                .query((row, n) -> new Choice(row.getString("id"), row.getString("name"), false))
                .list();
    }

    /// Whoever has a position or a mandate of that organisation today, by name.
    List<Choice> people(UUID organisation) {
        return db.sql("""
                        select distinct p.id::text as id, p.name, platform.fold(p.family_name) as folded
                          from directory.person_card p
                          join (select network, person, organisation, valid_from, valid_to from directory.position_card
                                union all
                                select network, person, organisation, valid_from, valid_to from directory.mandate_card) post
                            on post.network = p.network and post.person = p.id
                         where p.network = platform.network() and post.organisation = :organisation
                           and (post.valid_from is null or post.valid_from <= :today)
                           and (post.valid_to is null or post.valid_to > :today)
                         order by folded, p.name, id
                        """)
                .param("organisation", organisation)
                .param("today", desk.today())
                .query((row, n) -> new Choice(row.getString("id"), row.getString("name"), false))
                .list();
    }
}
