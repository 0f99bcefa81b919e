package org.wirknetz.equality;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.wirknetz.analysis.disclosure.Differencing;
import org.wirknetz.equality.Series.Former;

/// Whether a sum of money may follow one that was published: none of its columns moved by little, and no
/// difference is nearly one organisation's (`domain.md` 6.4, rules 2 and 5).
final class MoneyGuard {

    /// How near a reader must not come to what one organisation gave.
    static final double PERCENT = 15;

    /// A change below this share of the former sum is not published.
    private static final double LEAST_MOVED = 0.15;

    private MoneyGuard() {}

    static boolean mayFollow(Sheet sheet, Former former, Sheet.Place place, long[] now, Tally tally) {
        var before = sheet.counts(former.answers(place.strand()));
        if (movedLittle(before, now)) return false;
        for (var column : sheet.columns()) if (tells(sheet, former, place, column, tally)) return false;
        return !tells(sheet, former, place, Release.TOTAL, tally);
    }

    /// Some column moved, and by less than it must.
    static boolean movedLittle(long[] before, long[] now) {
        double least = LEAST_MOVED * sum(before);
        for (int c = 0; c < now.length; c++) {
            long moved = Math.abs(now[c] - before[c]);
            if (moved > 0 && moved < least) return true;
        }
        return false;
    }

    /// No column moved by much.
    static boolean alike(long[] before, long[] now) {
        double least = LEAST_MOVED * sum(before);
        for (int c = 0; c < now.length; c++) if (Math.abs(now[c] - before[c]) >= least) return false;
        return true;
    }

    private static double sum(long[] amounts) {
        double sum = 0;
        for (long amount : amounts) sum += amount;
        return sum;
    }

    private static boolean tells(Sheet sheet, Former former, Sheet.Place place, String column, Tally tally) {
        var before = new HashMap<UUID, Long>();
        for (var part : former.parts(place.strand(), column))
            if (part.organisation() != null) before.put(Objects.requireNonNull(part.organisation()), part.number());
        return tells(before, tally.parts(place.id(), sheet.definition(), column, sheet.detailed()));
    }

    static boolean tells(Map<UUID, Long> before, Map<UUID, Long> now) {
        var all = new LinkedHashSet<>(before.keySet());
        all.addAll(now.keySet());
        return Differencing.tellsAmount(
                PERCENT,
                all.stream().mapToDouble(it -> before.getOrDefault(it, 0L)).toArray(),
                all.stream().mapToDouble(it -> now.getOrDefault(it, 0L)).toArray());
    }
}
