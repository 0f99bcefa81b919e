package org.wirknetz.meetings.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.meetings.MeetingsPermissions;
import org.wirknetz.meetings.When;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Words;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Desk;

/// The desk of meetings: the words and the day of every room, and what the controllers here share.
@Component
class MeetingsDesk extends Desk {

    private final JdbcClient db;
    private final MeetingsPermissions may;
    private final Clock clock;

    MeetingsDesk(Words words, Clock clock, JdbcClient db, MeetingsPermissions may) {
        super(words, clock, "meetings/");
        this.db = db;
        this.may = may;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    String when(LocalDateTime starts, LocalDateTime ends) {
        return When.sentence(words(), locale(), starts, ends);
    }

    /// @param group null where it belongs to none
    record Card(UUID id, String title, @Nullable UUID group, String state, boolean told) {}

    /// @throws NotFound when there is no such meeting, or it does not concern this visitor
    Card card(UUID meeting) {
        return db.sql(
                        "select id, title, group_id as \"group\", state, told is not null as told from meetings.meeting where id = ?")
                .param(meeting)
                .query(Card.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /// The meeting, for somebody who may change it.
    Card planning(Visitor visitor, UUID meeting) {
        Forbidden.unless(may.see(visitor));
        var card = card(meeting);
        Forbidden.unless(may.plan(visitor, card.group()));
        return card;
    }

    Crumb meetings(Visitor visitor) {
        return new Crumb(say("meetings.title"), visitor.base() + "/meetings");
    }

    static Crumb meeting(Visitor visitor, Card card) {
        return new Crumb(card.title(), path(visitor, card.id()));
    }

    static String path(Visitor visitor, UUID meeting) {
        return visitor.base() + "/meetings/" + meeting;
    }

    /// Groups this visitor plans for, by name; an empty choice first for those who plan without one.
    List<Choice> groups(Visitor visitor, @Nullable UUID chosen) {
        var led = may.led();
        var groups = new java.util.ArrayList<Choice>();
        if (may.planAll(visitor)) groups.add(new Choice("", say("meetings.no-group"), chosen == null));
        db.sql("""
                        select g.id, g.name from groups.group_card g
                         where g.network = platform.network() and (g.closed_on is null or g.closed_on > :today or g.id = :chosen)
                         order by platform.fold(g.name), g.id
                        """)
                .param("today", today())
                .param("chosen", chosen, java.sql.Types.OTHER)
                .query(row -> {
                    var id = row.getObject("id", UUID.class);
                    if (may.planAll(visitor) || led.contains(id))
                        groups.add(new Choice(id.toString(), row.getString("name"), id.equals(chosen)));
                });
        return groups;
    }

    List<Choice> venues(@Nullable UUID chosen) {
        return choices("""
                select v.id, concat_ws(', ', v.name, v.city) as name from meetings.venue v
                 where v.network = platform.network() order by platform.fold(v.name), v.id
                """, say("meetings.no-venue"), chosen);
    }

    /// Members of today, by name.
    List<Choice> organisations(String nobody, @Nullable UUID chosen) {
        return choices("""
                select o.id, o.name from directory.organisation_card o
                 where o.network = platform.network()
                   and exists (select from directory.membership_card m
                                where m.network = o.network and m.organisation = o.id and m.status in ('ACTIVE', 'DORMANT', 'GUEST')
                                  and (m.valid_from is null or m.valid_from <= platform.today())
                                  and (m.valid_to is null or m.valid_to > platform.today()))
                 order by platform.fold(o.name), o.id
                """, nobody, chosen);
    }

    private List<Choice> choices(String sql, String nobody, @Nullable UUID chosen) {
        var choices = new java.util.ArrayList<Choice>();
        choices.add(new Choice("", nobody, chosen == null));
        db.sql(sql).query(row -> {
            var id = row.getString("id");
            choices.add(new Choice(id, row.getString("name"), chosen != null && id.equals(chosen.toString())));
        });
        return choices;
    }
}
