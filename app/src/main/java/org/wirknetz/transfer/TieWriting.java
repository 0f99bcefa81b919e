package org.wirknetz.transfer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.wirknetz.platform.tables.TieRow;
import org.wirknetz.transfer.ImportCounts.Count;

/// Writes ties; the side that the file speaks for has confirmed them.
final class TieWriting {

    private final JdbcTemplate db;
    private final UUID network;
    private final Map<String, UUID> organisations;
    private final Register register;
    private final Runnable step;

    TieWriting(JdbcTemplate db, UUID network, Map<String, UUID> organisations, Register register, Runnable step) {
        this.db = db;
        this.network = network;
        this.organisations = organisations;
        this.register = register;
        this.step = step;
    }

    Count write(List<TieRow> rows) {
        var added = new Rows(db, """
                insert into networkcheck.tie
                    (network, from_organisation, to_organisation, kind, strength, mutual, form, valid_from, valid_to,
                     from_confirmed_at, to_confirmed_at)
                select n.network, n.from_organisation, n.to_organisation, n.kind, n.strength, n.mutual, n.form, n.valid_from, n.valid_to,
                       now(), case when n.mutual then now() end
                  from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::int[], ?::boolean[], ?::text[], ?::date[], ?::date[])
                       as n (network, from_organisation, to_organisation, kind, strength, mutual, form, valid_from, valid_to)
                """, "uuid", "uuid", "uuid", "text", "int4", "bool", "text", "date", "date");
        int addedCount = 0;
        int unchangedCount = 0;
        for (var row : rows) {
            step.run();
            var from = organisations.get(row.from());
            var to = organisations.get(row.to());
            if (from == null || to == null || from.equals(to)) continue; // refused by the reader; or one after a merge
            if (register.ties.add(
                    Register.tie(from, to, row.kind(), row.period().from()))) {
                added.add(
                        network,
                        from,
                        to,
                        row.kind(),
                        strength(row.strength()),
                        row.mutual(),
                        Checks.form(row.form()),
                        row.period().from(),
                        row.period().to());
                addedCount++;
            } else {
                unchangedCount++;
            }
        }
        added.flush();
        return new Count(addedCount, 0, unchangedCount);
    }

    private static @Nullable Integer strength(@Nullable BigDecimal strength) {
        return strength == null ? null : strength.intValueExact();
    }
}
