package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whom the office introduced as help within twelve months, against equal shares of all who offered something then
/// (domain: M11). An introduction is known to the two and to the office: only the office reads this.
public final class Referrals {

    private Referrals() {}

    /// @param members organisations of the network; offers of others do not count
    public static Neutrality neutrality(JdbcClient db, Set<UUID> members, LocalDate day) {
        var referrals = new HashMap<UUID, Integer>();
        db.sql("""
                        select helper, count(*)::int as number
                          from exchange.introduction_card
                         where network = platform.network()
                           and (sent_at at time zone 'Europe/Berlin')::date > cast(:day as date) - interval '1 year'
                           and (sent_at at time zone 'Europe/Berlin')::date <= :day
                         group by helper
                        """).param("day", day).query(row -> {
            referrals.put(row.getObject("helper", UUID.class), row.getInt("number"));
        });
        var reference = new HashMap<UUID, Double>();
        db.sql("""
                        select distinct organisation from exchange.listing_card
                         where network = platform.network() and sort = 'OFFER'
                           and (valid_from is null or valid_from <= :day)
                           and (valid_to is null or valid_to > cast(:day as date) - interval '1 year')
                        """).param("day", day).query(UUID.class).list().stream()
                .filter(members::contains)
                .forEach(it -> reference.put(it, 1.0));
        return Neutrality.of(referrals, reference);
    }
}
