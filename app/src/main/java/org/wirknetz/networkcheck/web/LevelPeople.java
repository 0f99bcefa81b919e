package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.analysis.PersonalContacts.Level;
import org.wirknetz.networkcheck.Work;

/// The people who do the work at one partner, and the coming meetings they could be asked to. What is sent is
/// what the form on the meeting's page sends.
record LevelPeople(CheckDesk desk, JdbcClient db, Work work, UUID organisation, String name, String base) {

    private static final int MEETINGS = 2;

    private record Somebody(UUID id, String name) {}

    private record Next(UUID id, String title, LocalDate on) {}

    private record Asked(UUID meeting, UUID person) {}

    /// @param invites whether the reader may invite to meetings
    List<LevelPage.Doer> all(boolean invites) {
        var ids = work.postsOn(desk.today()).stream()
                .filter(it -> it.organisation().equals(organisation) && it.level() == Level.OPERATIONAL)
                .map(Work.Post::person)
                .collect(Collectors.toSet());
        if (ids.isEmpty()) return List.of();
        var coming = invites ? coming() : List.<Next>of();
        var asked = asked(coming);
        var lasts = lasts(ids);
        return db
                .sql("select id, name from directory.person_card where network = platform.network() and id in (:ids)"
                        + " order by platform.fold(name), id")
                .param("ids", ids)
                .query(Somebody.class)
                .list()
                .stream()
                .map(it -> doer(it, coming, asked, lasts.get(it.id())))
                .toList();
    }

    private LevelPage.Doer doer(Somebody one, List<Next> coming, Set<Asked> asked, @Nullable LocalDate last) {
        var invitations = new ArrayList<StepsPage.Action>();
        var invited = new ArrayList<String>();
        for (var meeting : coming) {
            if (asked.contains(new Asked(meeting.id(), one.id()))) {
                invited.add(desk.say("networkcheck.levels.invited", meeting.title(), desk.date(meeting.on())));
                continue;
            }
            var fields = new LinkedHashMap<String, String>();
            fields.put("who", one.name() + " (" + name + ")");
            invitations.add(new StepsPage.Action(
                    desk.say("networkcheck.levels.invite", meeting.title(), desk.date(meeting.on())),
                    base + "/meetings/" + meeting.id() + "/invitations",
                    fields,
                    false));
        }
        return new LevelPage.Doer(one.name(), base + "/people/" + one.id(), last, invitations, invited);
    }

    /// The next ones, of the whole network or of a group in which the partner sits. Leaders sit in a steering
    /// group by its task.
    private List<Next> coming() {
        return db.sql("""
                        select m.id, m.title, (m.starts_at at time zone 'Europe/Berlin')::date as "on"
                          from meetings.meeting_card m
                         where m.network = platform.network() and m.state <> 'CANCELLED' and m.kind <> 'STEERING'
                           and (m.starts_at at time zone 'Europe/Berlin')::date >= :today
                           and (m.group_id is null or exists (
                                select from groups.member_card g
                                 where g.network = m.network and g.group_id = m.group_id and g.organisation = :organisation
                                   and g.since <= :today and (g.until is null or g.until > :today)))
                         order by m.starts_at, m.id
                         limit :most
                        """)
                .param("today", desk.today())
                .param("organisation", organisation)
                .param("most", MEETINGS)
                .query(Next.class)
                .list();
    }

    private Set<Asked> asked(List<Next> coming) {
        if (coming.isEmpty()) return Set.of();
        return db
                .sql("select meeting_id as meeting, person from meetings.invitation_card"
                        + " where network = platform.network() and person is not null and meeting_id in (:meetings)")
                .param("meetings", coming.stream().map(Next::id).toList())
                .query(Asked.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    private Map<UUID, LocalDate> lasts(Set<UUID> people) {
        var held = work.gatherings().stream()
                .filter(it -> !it.cancelled() && !it.on().isAfter(desk.today()))
                .collect(Collectors.toMap(Work.Gathering::id, Work.Gathering::on));
        var lasts = new LinkedHashMap<UUID, LocalDate>();
        for (var one : work.attended()) {
            var on = held.get(one.gathering());
            if (on != null
                    && one.person() != null
                    && people.contains(one.person())
                    && one.organisation().equals(organisation))
                lasts.merge(one.person(), on, (a, b) -> a.isAfter(b) ? a : b);
        }
        return lasts;
    }
}
