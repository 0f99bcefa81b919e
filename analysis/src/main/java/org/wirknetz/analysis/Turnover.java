package org.wirknetz.analysis;

import java.util.Collection;
import java.util.HashSet;
import java.util.OptionalDouble;

/// How many came and left between two dates (M5). `rate = (entries + exits) / (2 · mean stock)`.
///
/// `start` and `end` are the stocks at both dates; the mean stock is their mean. Someone who came and left in
/// between counts as one entry and one exit.
///
/// Cost O(members). The rate is undefined where nobody was there.
public record Turnover(long start, long entries, long exits) {
    public Turnover {
        if (start < 0) throw new RefusedInput(RefusedInput.Reason.BAD_NUMBER, "The stock at the start", start, 0);
        if (entries < 0) throw new RefusedInput(RefusedInput.Reason.BAD_NUMBER, "The number of entries", entries, 0);
        if (entries > Long.MAX_VALUE - start)
            throw new RefusedInput(
                    RefusedInput.Reason.OUT_OF_RANGE, "The number of entries", entries, 0, Long.MAX_VALUE - start);
        if (exits < 0 || exits > start + entries)
            throw new RefusedInput(RefusedInput.Reason.OUT_OF_RANGE, "The number of exits", exits, 0, start + entries);
    }

    /// Who is a member at the two dates, by key.
    public static Turnover between(Collection<String> before, Collection<String> after) {
        var left = new HashSet<>(before);
        left.removeAll(new HashSet<>(after));
        var came = new HashSet<>(after);
        came.removeAll(new HashSet<>(before));
        return new Turnover(new HashSet<>(before).size(), came.size(), left.size());
    }

    public long end() {
        return start + entries - exits;
    }

    public double meanStock() {
        return (start + end()) / 2.0;
    }

    /// Undefined where nobody was there at both dates.
    public OptionalDouble rate() {
        return Share.of(entries + exits, 2 * meanStock());
    }

    /// Exits for each who was there at the start (M5); above 1 where many came and left in between. Undefined
    /// where there was nobody.
    public OptionalDouble exitRate() {
        return Share.of(exits, start);
    }
}
