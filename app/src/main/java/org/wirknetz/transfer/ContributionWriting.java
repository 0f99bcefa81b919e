package org.wirknetz.transfer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.wirknetz.platform.tables.ContributionRow;
import org.wirknetz.transfer.ImportCounts.Count;

/// Writes who gave whom what. A list holds what both know, so it comes in as confirmed.
///
/// Two equal lines are two favours; what is there as often as the file says, is not added again.
final class ContributionWriting {

    private final JdbcTemplate db;
    private final UUID network;
    private final Map<String, UUID> organisations;
    private final Runnable step;

    ContributionWriting(JdbcTemplate db, UUID network, Map<String, UUID> organisations, Runnable step) {
        this.db = db;
        this.network = network;
        this.organisations = organisations;
        this.step = step;
    }

    Count write(List<ContributionRow> rows) {
        if (rows.isEmpty()) return Count.NONE;
        var there = there();
        var added = new Rows(db, """
                insert into exchange.contribution
                    (network, giver, receiver, kind, effort, hours, requested, given_on, state, answered_at, source)
                select n.network, n.giver, n.receiver, n.kind, n.effort, n.hours, n.requested, n.given_on, 'CONFIRMED', now(), 'IMPORTED'
                  from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::numeric[], ?::numeric[], ?::boolean[], ?::date[])
                       as n (network, giver, receiver, kind, effort, hours, requested, given_on)
                """, "uuid", "uuid", "uuid", "text", "numeric", "numeric", "bool", "date");
        int addedCount = 0;
        int unchangedCount = 0;
        for (var row : rows) {
            step.run();
            var giver = organisations.get(row.giver());
            var receiver = organisations.get(row.receiver());
            if (giver == null || receiver == null || giver.equals(receiver)) continue; // refused; or one after a merge
            var key = key(giver, receiver, row.kind(), row.effort(), row.hours(), row.requested(), row.date());
            if (there.getOrDefault(key, 0) > 0) {
                there.merge(key, -1, Integer::sum);
                unchangedCount++;
            } else {
                added.add(network, giver, receiver, row.kind(), row.effort(), row.hours(), row.requested(), row.date());
                addedCount++;
            }
        }
        added.flush();
        return new Count(addedCount, 0, unchangedCount);
    }

    private Map<String, Integer> there() {
        var there = new HashMap<String, Integer>();
        db.query("select giver, receiver, kind, effort, hours, requested, given_on from exchange.contribution", row -> {
            there.merge(
                    key(
                            row.getObject("giver", UUID.class),
                            row.getObject("receiver", UUID.class),
                            row.getString("kind"),
                            row.getBigDecimal("effort"),
                            row.getBigDecimal("hours"),
                            row.getBoolean("requested"),
                            row.getObject("given_on", LocalDate.class)),
                    1,
                    Integer::sum);
        });
        return there;
    }

    private static String key(
            UUID giver,
            UUID receiver,
            String kind,
            @Nullable BigDecimal effort,
            @Nullable BigDecimal hours,
            boolean requested,
            @Nullable LocalDate date) {
        return giver + "|" + receiver + "|" + kind + "|" + plain(effort) + "|" + plain(hours) + "|" + requested + "|"
                + date;
    }

    /// As the database keeps it: two places.
    private static String plain(@Nullable BigDecimal amount) {
        return amount == null
                ? ""
                : amount.setScale(2, java.math.RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
