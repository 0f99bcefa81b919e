package org.wirknetz.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.analysis.Favours;
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

    /// The day as of which `exchange.pair_sum` keeps what fades (migration V5).
    private static final LocalDate KEPT_AS_OF = LocalDate.of(2026, 1, 1);

    /// One that is four times the other is the least that rule F1 speaks of: 0.6 of 8 is 6.4 against 1.6.
    private static final double LEAST_ONE_SIDED = Favours.REMINDER_VOLUME * (1 + Favours.REMINDER_IMBALANCE) / 2;

    /// What the table keeps, aged to the day. A favour of a day to come is not one yet: its pair is summed from its
    /// rows.
    private static final String KEPT = """
            select s.giver, s.receiver, s.dated * :aged + s.undated as weight, s.times,
                   case when g.id is null then s.reminding_dated * :aged + s.reminding_undated else 0 end as reminding,
                   case when g.id is null then s.oldest end as oldest, coalesce(s.latest > :today, false) as still_to_come
              from exchange.pair_sum s
              left join exchange.structural_giver g on g.network = s.network and g.organisation = s.giver
             where s.network = :network
            """;

    private static final String ONE_SIDED = """
               and (s.reminding_dated * :aged + s.reminding_undated > :least
                    or exists (select from exchange.pair_sum back
                                where back.network = s.network and back.giver = s.receiver and back.receiver = s.giver
                                  and back.reminding_dated * :aged + back.reminding_undated > :least))
            """;

    private static final String ROWS = """
            select giver, receiver, sum(worth) as weight, count(*) as times,
                   coalesce(sum(worth) filter (where reminds), 0) as reminding,
                   min(given_on) filter (where reminds) as oldest
              from (select c.giver, c.receiver, c.given_on, c.reminds and g.id is null as reminds,
                           c.weight * case when :fading and c.given_on is not null
                                      then power(0.5::float8, (:today - c.given_on)::float8 / :halfLife) else 1 end as worth
                      from exchange.counted c
                      left join exchange.structural_giver g on g.network = c.network and g.organisation = c.giver
                     where c.network = :network and (c.given_on is null or c.given_on <= :today)
                       and (:fading or c.given_on is null or c.given_on > :since)
            """;

    private static final String SUMMED = ") counted group by giver, receiver";

    private static final String IN_TIME_TO_COME = """
                       and (c.giver, c.receiver) in (select s.giver, s.receiver from exchange.pair_sum s
                                                      where s.network = :network and s.latest > :today)
            """;

    /// @param organisation only flows from and to it; null for all that the policy of the table shows
    public static List<Flow> of(JdbcClient db, Decay decay, LocalDate today, @Nullable UUID organisation) {
        if (decay == Decay.PLAIN) return exact(db, decay, today, organisation);
        return kept(
                db,
                today,
                organisation == null ? "" : " and (s.giver = :organisation or s.receiver = :organisation)",
                organisation);
    }

    /// The flows of all pairs that rule F1 may speak of, and few others.
    public static List<Flow> oneSided(JdbcClient db, LocalDate today) {
        return kept(db, today, ONE_SIDED, null);
    }

    /// From the rows themselves: what the kept sums must equal.
    static List<Flow> exact(JdbcClient db, Decay decay, LocalDate today, @Nullable UUID organisation) {
        return summed(db, decay, today, "", organisation);
    }

    private static List<Flow> kept(JdbcClient db, LocalDate today, String where, @Nullable UUID organisation) {
        var flows = new ArrayList<Flow>();
        boolean[] stillToCome = new boolean[1];
        db.sql(KEPT + where)
                .param("network", Scope.current().requireNetwork().value())
                .param("organisation", organisation)
                .param("today", today)
                .param("aged", Math.pow(0.5, ChronoUnit.DAYS.between(KEPT_AS_OF, today) / Decay.HALF_LIFE_DAYS))
                .param("least", LEAST_ONE_SIDED)
                .query((ResultSet row) -> {
                    if (row.getBoolean(7)) stillToCome[0] = true;
                    else flows.add(read(row));
                });
        if (stillToCome[0]) flows.addAll(summed(db, Decay.FADING, today, IN_TIME_TO_COME, organisation));
        return flows;
    }

    private static List<Flow> summed(
            JdbcClient db, Decay decay, LocalDate today, String where, @Nullable UUID organisation) {
        var here = organisation == null ? "" : " and (c.giver = :organisation or c.receiver = :organisation)";
        return db.sql(ROWS + where + here + SUMMED)
                .param("network", Scope.current().requireNetwork().value())
                .param("organisation", organisation)
                .param("today", today)
                .param("since", today.minusMonths(Decay.WINDOW_MONTHS))
                .param("fading", decay == Decay.FADING)
                .param("halfLife", Decay.HALF_LIFE_DAYS)
                .query((row, n) -> read(row))
                .list();
    }

    private static Flow read(ResultSet row) throws SQLException {
        return new Flow(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getDouble(3),
                row.getInt(4),
                row.getDouble(5),
                row.getObject(6, LocalDate.class));
    }
}
