package org.wirknetz.analysis.disclosure;

import org.wirknetz.analysis.Amount;
import org.wirknetz.analysis.RefusedInput;

/// Guards against telling one person from the difference of two published states, or from a total less what
/// one knows oneself.
public final class Differencing {
    /// Fewer changed persons than these between two published states, and the old one is repeated.
    public static final long LEAST_CHANGE = 5;

    private Differencing() {}

    /// Whether the new counts may follow the published ones: nobody changed, or at least five persons did.
    public static boolean mayFollow(long[] published, long[] now) {
        long persons = moved(published, now);
        return persons == 0 || persons >= LEAST_CHANGE;
    }

    /// How many persons have changed, at least. Someone who moved between two counts came and left; that is
    /// one person.
    public static long moved(long[] published, long[] now) {
        if (published.length != now.length)
            throw new RefusedInput(
                    RefusedInput.Reason.OUT_OF_RANGE,
                    "The number of counts",
                    now.length,
                    published.length,
                    published.length);
        long came = 0, left = 0;
        for (int i = 0; i < now.length; i++) {
            if (now[i] > published[i]) came += now[i] - published[i];
            else left += published[i] - now[i];
        }
        return Math.max(came, left);
    }

    /// Whether totals over other parts than before may follow the published ones: no count has moved, or
    /// each that has by at least five. What came or went is then itself a count that may be known.
    public static boolean totalsMayFollow(long[] published, long[] now) {
        mayFollow(published, now);
        for (int i = 0; i < now.length; i++) {
            long moved = Math.abs(now[i] - published[i]);
            if (moved > 0 && moved < LEAST_CHANGE) return false;
        }
        return true;
    }

    /// Whether the difference of two published sums of amounts tells, within a few percent, what one
    /// contributor gave or took away. The second largest mover could estimate the largest; and whoever came
    /// or went with an amount that is nearly the whole difference is told, even where the moves of others
    /// happen to cancel out.
    ///
    /// @param before what each contributor gave to the former sum, 0 who gave nothing
    /// @param now the same contributors in the same order
    public static boolean tellsAmount(double percent, double[] before, double[] now) {
        if (before.length != now.length)
            throw new RefusedInput(
                    RefusedInput.Reason.OUT_OF_RANGE,
                    "The number of amounts",
                    now.length,
                    before.length,
                    before.length);
        var moves = new double[now.length];
        double difference = 0;
        for (int i = 0; i < moves.length; i++) {
            moves[i] = Math.abs(Amount.checked("An amount", now[i]) - Amount.checked("An amount", before[i]));
            difference += now[i] - before[i];
        }
        for (int i = 0; i < moves.length; i++) {
            boolean cameOrWent = before[i] == 0 || now[i] == 0;
            double rest = difference - (now[i] - before[i]);
            if (cameOrWent && moves[i] > 0 && Math.abs(rest) < percent / 100 * moves[i]) return true;
        }
        return new AmountRule.PPercent(percent).isUnsafe(moves);
    }

    /// What may be published now: the new counts, or once more the old ones.
    public static long[] next(long[] published, long[] now) {
        return (mayFollow(published, now) ? now : published).clone();
    }

    /// Whether the totals over all organisations stay safe when one of them takes off its own counts. One
    /// row an organisation, one column a count.
    public static boolean totalsAreSafe(CountTable byOrganisation, CountRule rule) {
        for (int c = 0; c < byOrganisation.columns(); c++) {
            long total = byOrganisation.count(byOrganisation.rows(), c);
            if (rule.isUnsafe(total)) return false;
            for (int r = 0; r < byOrganisation.rows(); r++)
                if (rule.isUnsafe(total - byOrganisation.count(r, c))) return false;
        }
        return true;
    }
}
