package org.wirknetz.meetings.web;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who is at a meeting, organisation by organisation: whoever has a line, and whoever is expected and has none yet.
///
/// @param groups the organisations in order, each with its people; those without one last
public record DayPage(List<Group> groups, List<Proxy> proxies) {

    /// @param organisation null for people who are there for none
    /// @param votes whether it has a vote here
    public record Group(@Nullable UUID organisation, String name, boolean votes, List<Line> lines) {

        public boolean there() {
            return lines.stream().anyMatch(it -> "PRESENT".equals(it.presence()) && !it.guest());
        }
    }

    /// @param id null while nothing is entered of them
    /// @param presence null likewise
    /// @param answer what they said to the invitation; null without one
    public record Line(
            @Nullable UUID id,
            @Nullable UUID organisation,
            String organisationName,
            boolean votes,
            @Nullable UUID person,
            String name,
            boolean guest,
            @Nullable String presence,
            @Nullable LocalDateTime arrived,
            @Nullable LocalDateTime departed,
            @Nullable String answer) {

        public String key() {
            return id != null ? id.toString() : person != null ? person.toString() : String.valueOf(name.hashCode());
        }
    }

    public record Proxy(UUID id, String giver, String holder) {}

    static DayPage of(JdbcClient db, UUID meeting) {
        var lines = db.sql("""
                        select w.id, w.organisation, coalesce(o.name, '') as organisation_name,
                               coalesce(w.organisation in (select meetings.voting(:meeting)), false) as votes, w.person, w.name, w.guest,
                               w.presence, w.arrived_at at time zone 'Europe/Berlin' as arrived,
                               w.left_at at time zone 'Europe/Berlin' as departed,
                               (select i.answer from meetings.invitation i
                                 where i.network = platform.network() and i.meeting = :meeting and i.person = w.person limit 1) as answer
                          from (select a.id, a.organisation, a.person, a.name, a.guest, a.presence, a.arrived_at, a.left_at
                                  from meetings.attendance a where a.meeting = :meeting
                                union all
                                select distinct on (e.person, e.name) null, e.organisation, e.person, e.name, e.guest, null, null::timestamptz, null::timestamptz
                                  from (select i.organisation, i.person, i.name, i.guest, 1 as place from meetings.invitation i
                                         where i.meeting = :meeting
                                        union all
                                        select c.organisation, c.person, p.name, c.part = 'GUEST', 2
                                          from meetings.meeting m
                                          join groups.member_card c on c.network = m.network and c.group_id = m.group_id
                                           and c.since <= (m.starts_at at time zone 'Europe/Berlin')::date
                                           and (c.until is null or c.until > (m.starts_at at time zone 'Europe/Berlin')::date)
                                          join directory.person_card p on p.network = c.network and p.id = c.person
                                         where m.id = :meeting) e
                                 where not exists (select from meetings.attendance a
                                                    where a.meeting = :meeting
                                                      and (a.person = e.person or (e.person is null and a.person is null and platform.fold(a.name) = platform.fold(e.name))))
                                ) w
                          left join directory.organisation_card o on o.network = platform.network() and o.id = w.organisation
                         order by o.name is null, platform.fold(o.name), w.organisation, platform.fold(w.name), w.person
                        """).param("meeting", meeting).query(Line.class).list();
        var groups = new LinkedHashMap<String, Group>();
        for (var line : lines) {
            var key = String.valueOf(line.organisation());
            groups.computeIfAbsent(
                            key,
                            it -> new Group(
                                    line.organisation(), line.organisationName(), line.votes(), new ArrayList<>()))
                    .lines()
                    .add(line);
        }
        var proxies = db.sql("""
                        select p.id, g.name as giver, h.name as holder from meetings.proxy p
                          join directory.organisation_card g on g.network = p.network and g.id = p.giver
                          join directory.organisation_card h on h.network = p.network and h.id = p.holder
                         where p.meeting = ? order by platform.fold(g.name), p.id
                        """).param(meeting).query(Proxy.class).list();
        return new DayPage(List.copyOf(groups.values()), proxies);
    }

    /// Expected, and nobody has said yet whether they are there.
    public List<Line> unmarked() {
        return groups.stream()
                .flatMap(it -> it.lines().stream())
                .filter(it -> it.presence() == null)
                .toList();
    }

    public boolean anyVotes() {
        return groups.stream().anyMatch(Group::votes);
    }

    public long there() {
        return groups.stream()
                .flatMap(it -> it.lines().stream())
                .filter(it -> "PRESENT".equals(it.presence()))
                .count();
    }
}
