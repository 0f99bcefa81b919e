package org.wirknetz.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who fills the roles of a target model on a day. One statement, however many roles.
///
/// The boundary is that of the network check: the membership of that day (ACTIVE or DORMANT) and the coordination
/// office; guests do not count. A role with an area is filled by organisations of that area or of a municipality in it.
class Fillers {

    private final JdbcClient db;

    Fillers(JdbcClient db) {
        this.db = db;
    }

    List<Completeness.Role> of(UUID model, LocalDate on, Locale locale) {
        var roles = new LinkedHashMap<UUID, Completeness.Role>();
        var fillers = new LinkedHashMap<UUID, List<Completeness.Filler>>();
        db.sql("""
                        select r.id as role, g.id as actor_group,
                               case when :language = 'en' then g.name_en else g.name_de end as name,
                               a.id as area_id, a.name as area, r.minimum, r.weight,
                               member.id as organisation, member.name as organisation_name, member.status, member.umbrellas
                          from directory.target_role r
                          join directory.actor_group g on g.network = r.network and g.id = r.actor_group
                          left join directory.area a on a.network = r.network and a.id = r.area
                          left join lateral (
                               select o.id, o.name, coalesce(m.status, 'ACTIVE') as status,
                                      array(select u.umbrella from directory.umbrella_card u
                                             where u.network = o.network and u.member = o.id
                                               and (u.valid_from is null or u.valid_from <= :on)
                                               and (u.valid_to is null or u.valid_to > :on)) as umbrellas
                                 from directory.organisation_group og
                                 join directory.organisation o on o.network = og.network and o.id = og.organisation
                                 left join directory.membership m on m.network = o.network and m.organisation = o.id
                                      and m.status in ('ACTIVE', 'DORMANT')
                                      and (m.valid_from is null or m.valid_from <= :on) and (m.valid_to is null or m.valid_to > :on)
                                where og.network = r.network and og.actor_group = r.actor_group
                                  and (m.id is not null or o.coordinator)
                                  and (r.area is null or exists (select from directory.organisation_area_card here
                                                                  where here.network = r.network and here.organisation = o.id
                                                                    and here.area = r.area))
                               ) member on true
                         where r.network = platform.network() and r.model = :model
                         order by g.position, g.key, a.name nulls first, platform.fold(member.name), member.id
                        """)
                .param("language", locale.getLanguage())
                .param("model", model)
                .param("on", on)
                .query(row -> {
                    var role = row.getObject("role", UUID.class);
                    roles.putIfAbsent(
                            role,
                            new Completeness.Role(
                                    row.getObject("actor_group", UUID.class),
                                    row.getString("name"),
                                    row.getObject("area_id", UUID.class),
                                    row.getString("area"),
                                    row.getInt("minimum"),
                                    row.getDouble("weight"),
                                    List.of()));
                    var here = fillers.computeIfAbsent(role, it -> new ArrayList<>());
                    var organisation = row.getObject("organisation", UUID.class);
                    if (organisation != null) {
                        here.add(new Completeness.Filler(
                                organisation,
                                row.getString("organisation_name"),
                                row.getString("status").equals("ACTIVE"),
                                Set.copyOf(List.of(
                                        (UUID[]) row.getArray("umbrellas").getArray()))));
                    }
                });
        return roles.entrySet().stream()
                .map(entry -> new Completeness.Role(
                        entry.getValue().actorGroup(),
                        entry.getValue().group(),
                        entry.getValue().areaId(),
                        entry.getValue().area(),
                        entry.getValue().minimum(),
                        entry.getValue().weight(),
                        fillers.getOrDefault(entry.getKey(), List.of())))
                .toList();
    }
}
