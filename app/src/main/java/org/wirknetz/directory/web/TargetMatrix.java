package org.wirknetz.directory.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.directory.Completeness;

/// Members by actor group and district, and what is missing of what the target constellation wants there. The districts
/// with most members have a column; whoever is in another one, or in none, is counted in the last.
///
/// @param others how many districts share the last column with those who have no area
public record TargetMatrix(List<String> areas, int others, List<Line> lines) {

    static final int MOST_COLUMNS = 12;

    /// @param missing what roles wanted anywhere in the region lack
    public record Line(String group, int missing, List<Cell> cells, Cell elsewhere) {}

    /// @param missing what roles wanted in this district, or in a town of it, lack
    public record Cell(int members, int missing) {}

    private record District(UUID id, String name) {}

    private static final class Group {
        private final String name;
        private final Map<UUID, Integer> members = new HashMap<>();
        private final Map<UUID, Integer> missing = new HashMap<>();
        private int nowhere;
        private int missingAnywhere;

        Group(String name) {
            this.name = name;
        }

        Cell in(UUID district) {
            return new Cell(members.getOrDefault(district, 0), missing.getOrDefault(district, 0));
        }
    }

    static TargetMatrix of(JdbcClient db, LocalDate on, Locale locale, Completeness wanted) {
        var districts = new ArrayList<District>();
        var around = new HashMap<UUID, UUID>();
        db.sql("select id, name, parent from directory.area order by platform.fold(name), id")
                .query(row -> {
                    var id = row.getObject("id", UUID.class);
                    var parent = row.getObject("parent", UUID.class);
                    around.put(id, parent == null ? id : parent);
                    if (parent == null) districts.add(new District(id, row.getString("name")));
                });
        var groups = groups(db, on, locale);
        for (var role : wanted.roles()) {
            var group = groups.get(role.actorGroup());
            if (group == null || role.isMet()) continue;
            var district = role.areaId() == null ? null : around.get(role.areaId());
            if (district == null) group.missingAnywhere += role.shortfall();
            else group.missing.merge(district, role.shortfall(), Integer::sum);
        }
        var columns = columns(districts, groups.values().stream().toList());
        var others = districts.stream().filter(it -> !columns.contains(it)).toList();
        return new TargetMatrix(
                columns.stream().map(District::name).toList(),
                others.size(),
                groups.values().stream().map(it -> line(it, columns, others)).toList());
    }

    private static Line line(Group group, List<District> columns, List<District> others) {
        var elsewhere = others.stream().map(it -> group.in(it.id())).toList();
        return new Line(
                group.name,
                group.missingAnywhere,
                columns.stream().map(it -> group.in(it.id())).toList(),
                new Cell(
                        group.nowhere
                                + elsewhere.stream().mapToInt(Cell::members).sum(),
                        elsewhere.stream().mapToInt(Cell::missing).sum()));
    }

    /// In the order of their names.
    private static List<District> columns(List<District> districts, List<Group> groups) {
        if (districts.size() <= MOST_COLUMNS) return districts;
        var most = districts.stream()
                .sorted(Comparator.comparing((District it) -> -groups.stream()
                        .mapToInt(group -> group.in(it.id()).members())
                        .sum()))
                .limit(MOST_COLUMNS)
                .toList();
        return districts.stream().filter(most::contains).toList();
    }

    private static Map<UUID, Group> groups(JdbcClient db, LocalDate on, Locale locale) {
        var groups = new LinkedHashMap<UUID, Group>();
        db.sql("""
                        select g.id, case when :language = 'en' then g.name_en else g.name_de end as name,
                               coalesce(a.parent, a.id) as area, count(o.id)::int as number
                          from directory.actor_group g
                          left join directory.organisation_group og on og.network = g.network and og.actor_group = g.id
                          left join directory.membership m on m.network = og.network and m.organisation = og.organisation
                               and m.status in ('ACTIVE', 'DORMANT')
                               and (m.valid_from is null or m.valid_from <= :on) and (m.valid_to is null or m.valid_to > :on)
                          left join directory.organisation o on o.network = m.network and o.id = m.organisation
                          left join directory.area a on a.network = o.network and a.id = o.area
                         where g.network = platform.network()
                         group by g.id, g.position, g.key, 2, 3
                         order by g.position, g.key
                        """).param("language", locale.getLanguage()).param("on", on).query(row -> {
            var name = row.getString("name");
            var group = groups.computeIfAbsent(row.getObject("id", UUID.class), it -> new Group(name));
            var area = row.getObject("area", UUID.class);
            if (area == null) group.nowhere += row.getInt("number");
            else group.members.put(area, row.getInt("number"));
        });
        return groups;
    }
}
