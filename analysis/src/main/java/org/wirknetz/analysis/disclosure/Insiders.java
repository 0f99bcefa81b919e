package org.wirknetz.analysis.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What readers know of a table beside what is printed: what they gave to it themselves.
///
/// One of them must not be left with an unsafe count when they take off their own part, and keeps a span of the
/// minimum at every hole. Two who tell each other what they gave are left with half of that.
final class Insiders {
    /// More combinations than these are not tried one by one; the most that anybody could know stands for all.
    private static final int MOST_TRIED = 300;

    private final CountTable table;
    private final List<long[]> contributors = new ArrayList<>();
    private final List<long[]> readers = new ArrayList<>();
    private double percent;
    /// What is worked out of the parts once.
    private long @Nullable [] mostOfOne;
    private long @Nullable [] mostOfTwo;

    Insiders(CountTable table) {
        this.table = table;
    }

    /// Somebody who gave this part and may tell another contributor.
    void contributor(long[][] part) {
        contributors.add(flat(part));
        mostOfOne = mostOfTwo = null;
    }

    /// Somebody who knows this part, such as whoever typed it for several.
    void reader(long[][] part) {
        readers.add(flat(part));
        mostOfOne = null;
    }

    /// Holes keep at least so much of what others gave.
    void leave(double percent) {
        this.percent = percent;
    }

    boolean none() {
        return contributors.isEmpty() && readers.isEmpty();
    }

    /// Whether somebody who takes off their own part is left with too small a count.
    boolean spoil(int cell, CountRule rule) {
        long value = table.value(cell);
        long largest = 0;
        for (var part : contributors) {
            if (part[cell] > 0 && rule.isUnsafe(value - part[cell])) return true;
            largest = Math.max(largest, part[cell]);
        }
        for (var part : readers) if (part[cell] > 0 && rule.isUnsafe(value - part[cell])) return true;
        long both = two()[cell];
        return both > largest && rule.ofTwo().isUnsafe(value - both);
    }

    /// What one of them knows, and the span they must be left with at a cell.
    record Known(long[] least, long span) {}

    /// The most that anybody could know: where this leaves enough, nobody is left with less.
    List<Known> atMost(int cell, CountRule rule) {
        var found = new ArrayList<Known>();
        found.add(new Known(one(), span(cell, rule, 0)));
        if (contributors.size() > 1) found.add(new Known(two(), rule.ofTwo().minimum()));
        return found;
    }

    /// Each of them, and each two of them, by what they know of the hidden counts; those who know no more
    /// than another are left out. Empty where they are too many to be tried.
    List<Known> each(int cell, CountRule rule, boolean[] hidden) {
        var found = new ArrayList<Known>();
        for (var one : largest(singles(), hidden)) found.add(new Known(one, span(cell, rule, one[cell])));
        var different = new ArrayList<long[]>();
        for (var part : contributors) {
            if (different.stream()
                            .filter(it -> covers(it, part, hidden))
                            .limit(2)
                            .count()
                    < 2) different.add(part);
            if (different.size() * (different.size() - 1) / 2 > MOST_TRIED) return List.of();
        }
        if (found.isEmpty() || found.size() > MOST_TRIED) return List.of();
        var pairs = new ArrayList<long[]>();
        for (int one = 0; one < different.size(); one++)
            for (int two = 0; two < one; two++) pairs.add(sum(different.get(one), different.get(two)));
        for (var pair : largest(pairs, hidden))
            found.add(new Known(pair, rule.ofTwo().minimum()));
        return found;
    }

    private long span(int cell, CountRule rule, long own) {
        return Math.max(rule.minimum(), (long) Math.ceil(percent / 100 * (table.value(cell) - own)));
    }

    private List<long[]> singles() {
        var singles = new ArrayList<>(contributors);
        singles.addAll(readers);
        return singles;
    }

    private List<long[]> largest(List<long[]> parts, boolean[] hidden) {
        var kept = new ArrayList<long[]>();
        for (var part : parts) {
            if (kept.stream().anyMatch(it -> covers(it, part, hidden))) continue;
            kept.removeIf(it -> covers(part, it, hidden));
            kept.add(part);
            // So many are not tried anyway.
            if (kept.size() > MOST_TRIED) return kept;
        }
        return kept;
    }

    private static boolean covers(long[] more, long[] less, boolean[] hidden) {
        for (int cell = 0; cell < hidden.length; cell++) if (hidden[cell] && more[cell] < less[cell]) return false;
        return true;
    }

    /// The largest part of each count, whoever gave it.
    long[] one() {
        if (mostOfOne != null) return mostOfOne;
        var most = new long[table.size()];
        for (var part : singles())
            for (int cell = 0; cell < most.length; cell++) most[cell] = Math.max(most[cell], part[cell]);
        mostOfOne = most;
        return most;
    }

    /// The two largest parts of each count, whoever gave them.
    long[] two() {
        if (mostOfTwo != null) return mostOfTwo;
        var first = new long[table.size()];
        var second = new long[table.size()];
        for (var part : contributors)
            for (int cell = 0; cell < first.length; cell++)
                if (part[cell] > first[cell]) {
                    second[cell] = first[cell];
                    first[cell] = part[cell];
                } else second[cell] = Math.max(second[cell], part[cell]);
        mostOfTwo = sum(first, second);
        return mostOfTwo;
    }

    private long[] sum(long[] one, long[] two) {
        var sum = new long[table.size()];
        Arrays.setAll(sum, cell -> Math.min(table.value(cell), one[cell] + two[cell]));
        return sum;
    }

    /// With its own totals; never more than there is.
    private long[] flat(long[][] part) {
        var whole = CountTable.of(part);
        var flat = new long[table.size()];
        Arrays.setAll(flat, cell -> Math.min(table.value(cell), whole.value(cell)));
        return flat;
    }
}
