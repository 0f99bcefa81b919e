package org.wirknetz.exchange.web;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.access.Role;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Scope;

/// Organisations to choose from in forms, those one deals with most first.
final class Partners {

    private Partners() {}

    record Named(UUID id, String name) {}

    static List<Named> all(JdbcClient db) {
        return db.sql(
                        "select id, name from directory.organisation_card where network = ? order by platform.fold(name), id")
                .param(Scope.current().requireNetwork().value())
                .query(Named.class)
                .list();
    }

    /// With whom these gave and took last, the latest first.
    static List<Named> recent(JdbcClient db, List<UUID> own, int most) {
        if (own.isEmpty()) return List.of();
        return db.sql("""
                        select other.id, card.name
                          from (select case when giver in (:own) then receiver else giver end as id, max(created_at) as at
                                  from exchange.contribution
                                 where network = :network and (giver in (:own) or receiver in (:own))
                                 group by 1 order by 2 desc limit :most) other
                          join directory.organisation_card card on card.network = :network and card.id = other.id
                         order by other.at desc, card.name
                        """)
                .param("own", own)
                .param("network", Scope.current().requireNetwork().value())
                .param("most", most)
                .query(Named.class)
                .list();
    }

    /// What things are called here, the most frequent first.
    static List<String> kinds(JdbcClient db, int most) {
        return db.sql("""
                        select kind from exchange.contribution where network = :network and kind <> ''
                         group by kind order by count(*) desc, kind limit :most
                        """)
                .param("network", Scope.current().requireNetwork().value())
                .param("most", most)
                .query(String.class)
                .list();
    }

    /// The organisations this person works for.
    static List<UUID> own(Visitor visitor) {
        return visitor.seats().stream()
                .filter(seat -> seat.role() == Role.PARTNER_ADMIN || seat.role() == Role.PARTNER_STAFF)
                .map(Visitor.Seat::organisation)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList();
    }
}
