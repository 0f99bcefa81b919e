package org.wirknetz.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.platform.Scope;

/// What one organisation gave another in all, in one direction.
///
/// @param weight hours, else effort points, as far as it counts today
/// @param times how often
/// @param reminding the part of the weight that may lead to a reminder: asked for, no gift, not from a structural giver
/// @param oldest the first day of that part; null where there is none or nobody knows
public record Flow(
        UUID giver,
        UUID receiver,
        double weight,
        int times,
        double reminding,
        @Nullable LocalDate oldest) {

    /// Summed by the database: 200,000 rows are one pass. Nothing is kept, so nothing can be out of step (style, 6).
    private static final String SUMS = """
            select giver, receiver, sum(worth) as weight, count(*) as times,
                   coalesce(sum(worth) filter (where reminds), 0) as reminding,
                   min(given_on) filter (where reminds) as oldest
              from (select c.giver, c.receiver, c.given_on,
                           c.requested and not c.no_return and s.id is null as reminds,
                           c.weight::float8 * case when :fading and c.given_on is not null
                                              then power(0.5::float8, (:today - c.given_on)::float8 / :halfLife) else 1 end as worth
                      from exchange.contribution c
                      left join exchange.structural_giver s on s.network = c.network and s.organisation = c.giver
                     where c.network = :network and c.state = 'CONFIRMED' and not c.gift and c.weight > 0
                       and (c.given_on is null or c.given_on <= :today)
                       and (:fading or c.given_on is null or c.given_on > :since)
                       and (cast(:organisation as uuid) is null or :organisation in (c.giver, c.receiver))) counted
             group by giver, receiver
             order by giver, receiver
            """;

    /// @param organisation only flows from and to it; null for all that the policy of the table shows
    public static List<Flow> of(JdbcClient db, Decay decay, LocalDate today, @Nullable UUID organisation) {
        return db.sql(SUMS)
                .param("network", Scope.current().requireNetwork().value())
                .param("organisation", organisation)
                .param("today", today)
                .param("since", today.minusMonths(Decay.WINDOW_MONTHS))
                .param("fading", decay == Decay.FADING)
                .param("halfLife", Decay.HALF_LIFE_DAYS)
                .query((row, n) -> new Flow(
                        row.getObject("giver", UUID.class),
                        row.getObject("receiver", UUID.class),
                        row.getDouble("weight"),
                        row.getInt("times"),
                        row.getDouble("reminding"),
                        row.getObject("oldest", LocalDate.class)))
                .list();
    }
}
