package org.wirknetz.directory.web;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.directory.Sight;

/// Cards of partners, each with the fields that somebody may see: those of all members, or of the office alone.
@Component
class PartnerCards {

    private static final String CARD = """
            select o.id, o.name, o.coordinator,
                   (select string_agg(case when :language = 'en' then g.name_en else g.name_de end, ', ' order by g.position)
                      from directory.organisation_group og
                      join directory.actor_group g on g.network = og.network and g.id = og.actor_group
                     where og.network = o.network and og.organisation = o.id) as groups,
                   a.name as area, o.website, o.email, o.phone, o.street, o.postcode, o.city
              from directory.organisation_seen(:audience, '{}') o
              left join directory.area a on a.network = o.network and a.id = o.area
             where o.network = platform.network()
            """;

    private final JdbcClient db;
    private final Desk desk;

    PartnerCards(JdbcClient db, Desk desk) {
        this.db = db;
        this.desk = desk;
    }

    List<PublicPartnersController.Partner> members(Sight sight) {
        return cards("""
                 and (o.coordinator or exists (
                      select from directory.membership m where m.network = o.network and m.organisation = o.id
                         and m.status in ('ACTIVE', 'DORMANT')
                         and (m.valid_from is null or m.valid_from <= :today) and (m.valid_to is null or m.valid_to > :today)))
                """, sight);
    }

    /// The organisation that coordinates the network.
    List<PublicPartnersController.Partner> offices(Sight sight) {
        return cards(" and o.coordinator", sight);
    }

    private List<PublicPartnersController.Partner> cards(String which, Sight sight) {
        return db.sql(CARD + which + " order by platform.fold(o.name), o.id")
                .param("language", desk.locale().getLanguage())
                .param("audience", sight.audience())
                .param("today", desk.today())
                .query(PublicPartnersController.Partner.class)
                .list();
    }
}
