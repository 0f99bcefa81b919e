package org.wirknetz.equality.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whether those who stand for the topic are in the network: migrant organisations and equality bodies, as the
/// minimum standard of completeness asks (`domain.md` 4.4, 5.3 M1).
///
/// @param wanted how many the target asks for; 0 where it does not name the group
/// @param present the members that belong to it, by name
public record TopicPartners(String nameDe, String nameEn, int wanted, String[] present) {

    static List<TopicPartners> of(JdbcClient db, LocalDate today) {
        return db.sql("""
                        select coalesce(w.name_de, p.name_de) as name_de, coalesce(w.name_en, p.name_en) as name_en,
                               coalesce(w.wanted, 0) as wanted, coalesce(p.present, '{}') as present
                          from (values ('MIGRANT_ORG', 1), ('EQUALITY', 2)) topic (key, place)
                          left join lateral (
                              select max(t.name_de) as name_de, max(t.name_en) as name_en, max(t.minimum) as wanted
                                from directory.target_role_card t
                               where t.network = platform.network() and t.actor_group = topic.key
                                 and t.number = (select n.number from directory.target_role_card n
                                                  where n.network = platform.network() and n.valid_from <= :today
                                                  order by n.valid_from desc, n.number desc limit 1)) w on true
                          left join lateral (
                              select max(g.name_de) as name_de, max(g.name_en) as name_en,
                                     array_agg(distinct o.name order by o.name) as present
                                from directory.organisation_group_card g
                                join directory.organisation_card o on o.network = g.network and o.id = g.organisation
                                join directory.membership_card m on m.network = g.network and m.organisation = g.organisation
                                 and m.status in ('ACTIVE', 'DORMANT')
                                 and (m.valid_from is null or m.valid_from <= :today) and (m.valid_to is null or m.valid_to > :today)
                               where g.network = platform.network() and g.key = topic.key) p on true
                         where coalesce(w.name_de, p.name_de) is not null
                         order by topic.place
                        """)
                .param("today", today)
                .query((row, n) -> new TopicPartners(
                        row.getString("name_de"), row.getString("name_en"), row.getInt("wanted"), (String[])
                                row.getArray("present").getArray()))
                .list();
    }

    public String name(Locale locale) {
        return locale.getLanguage().equals("de") ? nameDe : nameEn;
    }

    public String names() {
        return String.join(", ", present);
    }
}
