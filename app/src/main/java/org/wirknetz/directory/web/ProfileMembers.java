package org.wirknetz.directory.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.directory.Sight;

/// The members of the network today, by actor group and by area, as far as one may see them; without the office itself,
/// which stands in the middle. Who is in two groups is counted in both, and once among all.
///
/// @param all how many partners there are
/// @param since the year the first of them joined; null where nobody knows
public record ProfileMembers(int all, @Nullable Integer since, List<Group> groups, List<Area> areas) {

    /// So many of a group are named; the list of partners has them all.
    private static final int NAMED = 24;

    public record Partner(UUID id, String name) {}

    /// @param name null for those without a group
    /// @param sign its number among the groups in use, for shape and colour
    public record Group(@Nullable String name, int sign, int members, List<Partner> named) {
        public int others() {
            return members - named.size();
        }
    }

    public record Area(String name, int members) {}

    static final ProfileMembers NOBODY = new ProfileMembers(0, null, List.of(), List.of());

    private static final String MEMBER = """
            with member as materialized (
                select o.network, o.id, o.name, o.area, min(m.valid_from) as since
                  from directory.organisation_seen(:audience, '{}') o
                  join directory.membership m on m.network = o.network and m.organisation = o.id
                   and m.status in ('ACTIVE', 'DORMANT')
                   and (m.valid_from is null or m.valid_from <= :today) and (m.valid_to is null or m.valid_to > :today)
                 where o.network = platform.network() and not o.coordinator
                 group by o.network, o.id, o.name, o.area)
            """;

    private record Line(@Nullable String label, int members, UUID id, String name) {}

    private record Sum(int members, @Nullable Integer since) {}

    static ProfileMembers of(JdbcClient db, Sight sight, LocalDate today, String language) {
        var parameters = Map.<String, Object>of(
                "audience", sight.audience(), "today", today, "language", language, "named", NAMED);
        var sum = db.sql(MEMBER
                        + "select count(*)::int as members, extract(year from min(since))::int as since from member")
                .params(parameters)
                .query(Sum.class)
                .single();
        var lines = db.sql(MEMBER + """
                        , placed as (
                            select case when :language = 'en' then g.name_en else g.name_de end as label, g.position, g.id as group_id,
                                   m.id, m.name, count(*) over by_group as members,
                                   row_number() over (by_group order by platform.fold(m.name), m.id) as place
                              from member m
                              left join directory.organisation_group og on og.network = m.network and og.organisation = m.id
                              left join directory.actor_group g on g.network = og.network and g.id = og.actor_group
                            window by_group as (partition by g.id))
                        select label, members::int as members, id, name from placed where place <= :named
                         order by position nulls last, group_id, place
                        """).params(parameters).query(Line.class).list();
        var areas = db.sql(MEMBER + """
                        select a.name, count(*)::int as members
                          from member m join directory.area a on a.network = m.network and a.id = m.area
                         group by a.id, a.name order by count(*) desc, platform.fold(a.name) limit 12
                        """).params(parameters).query(Area.class).list();
        return new ProfileMembers(sum.members(), sum.since(), groups(lines, GroupSigns.of(db, language)), areas);
    }

    private static List<Group> groups(List<Line> lines, GroupSigns signs) {
        var groups = new ArrayList<Group>();
        int at = 0;
        while (at < lines.size()) {
            var first = lines.get(at);
            var named = new ArrayList<Partner>();
            while (at < lines.size() && java.util.Objects.equals(lines.get(at).label(), first.label())) {
                named.add(new Partner(lines.get(at).id(), lines.get(at).name()));
                at++;
            }
            groups.add(new Group(
                    first.label(), first.label() == null ? 0 : signs.number(first.label()), first.members(), named));
        }
        return List.copyOf(groups);
    }
}
