package org.wirknetz.transfer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.tables.Folded;
import org.wirknetz.platform.tables.FundingRow;
import org.wirknetz.transfer.ImportCounts.Count;

/// Writes what the network lives on.
///
/// A line of the file that is there as it stands changes nothing; one of the same source and the same first day that
/// says something else replaces what was there; any other is new. Two equal lines are two commitments.
final class FundingWriting {

    private static final int MOST = 500;

    private final JdbcTemplate db;
    private final UUID network;
    private final Runnable step;

    FundingWriting(JdbcTemplate db, UUID network, Runnable step) {
        this.db = db;
        this.network = network;
        this.step = step;
    }

    private record Line(
            UUID id,
            String source,
            BigDecimal amount,
            boolean open,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        boolean says(Line other) {
            return isThatOf(other)
                    && amount.compareTo(other.amount) == 0
                    && open == other.open
                    && Objects.equals(to, other.to);
        }

        boolean isThatOf(Line other) {
            return Folded.word(source).equals(Folded.word(other.source)) && Objects.equals(from, other.from);
        }
    }

    Count write(List<FundingRow> rows) {
        if (rows.isEmpty()) return Count.NONE;
        var there = there();
        int known = there.size();
        var fresh = new ArrayList<Line>();
        int unchanged = 0;
        for (var row : rows) {
            step.run();
            var line = line(row);
            var same = there.stream().filter(line::says).findFirst();
            same.ifPresent(there::remove);
            if (same.isPresent()) unchanged++;
            else fresh.add(line);
        }
        int changed = 0;
        for (var line : fresh) {
            var former = there.stream().filter(line::isThatOf).findFirst();
            if (former.isPresent()) {
                there.remove(former.get());
                change(former.get().id(), line);
                changed++;
            } else add(line);
        }
        int added = fresh.size() - changed;
        if (added > 0 && known + added > MOST) throw new Refused("transfer.funding.too-many", MOST);
        return new Count(added, changed, unchanged);
    }

    private List<Line> there() {
        return new ArrayList<>(db.query(
                "select id, source, amount, public, valid_from, valid_to from networkcheck.funding order by valid_from, id",
                (row, n) -> new Line(
                        row.getObject("id", UUID.class),
                        row.getString("source"),
                        row.getBigDecimal("amount"),
                        row.getBoolean("public"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class))));
    }

    private void add(Line line) {
        db.update("""
                insert into networkcheck.funding (network, id, source, amount, public, valid_from, valid_to)
                values (?, ?, ?, ?, ?, ?, ?)
                """, network, line.id(), line.source(), line.amount(), line.open(), line.from(), line.to());
    }

    private void change(UUID id, Line line) {
        db.update("""
                update networkcheck.funding set amount = ?, public = ?, valid_to = ?, version = version + 1
                 where network = ? and id = ?
                """, line.amount(), line.open(), line.to(), network, id);
    }

    private static Line line(FundingRow row) {
        return new Line(
                UUID.randomUUID(),
                row.source(),
                row.amount().setScale(2, RoundingMode.HALF_UP),
                row.isPublic(),
                row.period().from(),
                row.period().to());
    }
}
