package org.wirknetz.analysis.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wirknetz.analysis.Effort;

/// Attacks by those who know more than what is printed: an organisation that takes off its own part, two
/// that pool theirs, and readers of a whole series.
class InsiderAttackTest {
    private static final CountRule RULE = CountRule.SENSITIVE;

    /// Some are small, some nearly hold a whole count.
    private static long[][][] parts(Random random, CountTable table, int organisations) {
        var parts = new long[organisations][table.rows()][table.columns()];
        for (int r = 0; r < table.rows(); r++)
            for (int c = 0; c < table.columns(); c++) {
                int most = random.nextInt(organisations);
                for (long left = table.count(r, c); left > 0; left--)
                    parts[random.nextInt(9) == 0 ? most : random.nextInt(organisations)][r][c]++;
            }
        return parts;
    }

    private static CountTable table(Random random, int rows) {
        var counts = new long[rows][2];
        for (var row : counts) for (int c = 0; c < 2; c++) row[c] = random.nextInt(random.nextInt(3) == 0 ? 6 : 24) + 1;
        return CountTable.of(counts);
    }

    private static Marks marks(Marks marks, long[][][] parts) {
        for (var part : parts) marks.contributor(part);
        return marks;
    }

    /// Seen failing with spans computed for outsiders alone.
    @Test
    void nobody_works_out_the_others_by_taking_off_their_own() {
        var attacked = new AtomicInteger();
        var shown = new AtomicInteger();
        Effort.full().forEach(1000, number -> {
            var random = new Random(15_485_863L * number + 3);
            var table = table(random, 1 + random.nextInt(4));
            var parts = parts(random, table, 3 + random.nextInt(8));
            var printed = Protected.of(table, RULE, marks(Marks.on(table), parts), Effort.threads(1));
            assertThat(printed.holds()).isTrue();
            var one = parts[random.nextInt(parts.length)];
            attack(number, printed, table, one, RULE, attacked, shown);
            int first = random.nextInt(parts.length), second = (first + 1) % parts.length;
            attack(number, printed, table, sum(parts[first], parts[second]), RULE.ofTwo(), attacked, shown);
        });
        assertThat(attacked.get()).isGreaterThan(2000);
        assertThat(shown.get()).as("counts that may be printed").isGreaterThan(1000);
    }

    private static void attack(
            int number,
            Protected printed,
            CountTable table,
            long[][] own,
            CountRule rule,
            AtomicInteger attacked,
            AtomicInteger shown) {
        var attack = new TableAttack(printed, table.rows(), table.columns());
        attack.knows(own);
        var whole = CountTable.of(own);
        for (int r = 0; r <= table.rows(); r++)
            for (int c = 0; c <= table.columns(); c++) {
                long mine = whole.count(r, c);
                if (printed.count(r, c).isPresent()) {
                    shown.incrementAndGet();
                    if (mine > 0)
                        assertThat(rule.isUnsafe(table.count(r, c) - mine))
                                .as("table %s, cell %s/%s less own part", number, r, c)
                                .isFalse();
                } else {
                    attacked.incrementAndGet();
                    assertThat(attack.narrow(r, c).width())
                            .as("table %s, cell %s/%s", number, r, c)
                            .isGreaterThanOrEqualTo(rule.minimum());
                }
            }
    }

    private static long[][] sum(long[][] one, long[][] two) {
        var sum = new long[one.length][one[0].length];
        for (int r = 0; r < sum.length; r++) for (int c = 0; c < sum[r].length; c++) sum[r][c] = one[r][c] + two[r][c];
        return sum;
    }

    /// One release after the other, one body changed each time, the others repeated as they were printed. Seen
    /// failing with insiders left out.
    @Test
    void a_series_of_releases_gives_nothing_away() {
        var printed = new AtomicInteger();
        var refused = new AtomicInteger();
        Effort.full().forEach(150, number -> {
            var random = new Random(32_452_843L * number + 11);
            var series = new ArrayList<Issue>();
            var table = table(random, 2 + random.nextInt(3));
            var versions = new int[table.rows()];
            for (int r = 0; r < versions.length; r++) versions[r] = r;
            for (int n = 0; n < 4; n++) {
                var parts = parts(random, table, 4 + random.nextInt(5));
                var marks = marks(pinned(table, versions, series), parts);
                var now = table;
                var rows = versions.clone();
                var followed = together(series).follow(now, marks, rows, Effort.threads(1));
                if (followed.isPresent()) {
                    printed.incrementAndGet();
                    series.add(new Issue(now, followed.get(), rows));
                    attack(number, series, parts);
                } else refused.incrementAndGet();
                int changed = random.nextInt(table.rows());
                table = changed(random, table, changed);
                versions[changed] = 100 * (n + 1) + changed;
            }
        });
        assertThat(printed.get()).isGreaterThan(300);
        assertThat(refused.get())
                .as("what cannot be protected stays unpublished")
                .isPositive();
    }

    private record Issue(CountTable table, Protected printed, int[] rows) {}

    /// Grown, or quite another, with other small counts.
    private static CountTable changed(Random random, CountTable table, int changed) {
        var counts = new long[table.rows()][2];
        boolean grows = random.nextBoolean();
        for (int r = 0; r < counts.length; r++)
            for (int c = 0; c < 2; c++) {
                counts[r][c] = table.count(r, c);
                if (r == changed) counts[r][c] = grows ? counts[r][c] + 5 + random.nextInt(9) : random.nextInt(18);
            }
        return CountTable.of(counts);
    }

    private static Together together(List<Issue> series) {
        var together = Together.under(RULE);
        for (var issue : series) {
            var table = issue.table();
            var hidden = new boolean[table.rows() + 1][table.columns() + 1];
            for (int r = 0; r <= table.rows(); r++)
                for (int c = 0; c <= table.columns(); c++)
                    hidden[r][c] = issue.printed().isHidden(r, c);
            together.with(table, hidden, issue.rows());
        }
        return together;
    }

    /// Rows that were printed before are hidden and shown as they were then.
    private static Marks pinned(CountTable table, int[] versions, List<Issue> series) {
        var marks = Marks.on(table);
        for (var issue : series)
            for (int r = 0; r < versions.length; r++) {
                if (issue.rows()[r] != versions[r]) continue;
                for (int c = 0; c <= table.columns(); c++)
                    if (issue.printed().isHidden(r, c)) marks.hide(r, c, Cause.BEFORE);
                    else marks.known(r, c);
            }
        return marks;
    }

    /// By a reader from outside, and by each who gave a part of the last release. Seen failing with spans kept
    /// for small counts alone.
    private static void attack(int number, List<Issue> series, long[][][] parts) {
        attack(number, series, series, null);
        for (var own : parts) attack(number, series, List.of(series.getLast()), own);
    }

    private static void attack(int number, List<Issue> series, List<Issue> attacked, long @Nullable [][] own) {
        var attack = new SeriesAttack();
        for (var issue : series)
            attack.reads(
                    issue.printed(),
                    2,
                    issue.rows(),
                    own != null && issue == series.getLast()
                            ? own
                            : new long[issue.table().rows()][2]);
        for (var issue : attacked)
            for (int r = 0; r < issue.rows().length; r++)
                for (int c = 0; c <= 2; c++)
                    if (isUnsafe(issue, r, c, own != null))
                        assertThat(attack.narrow(issue.rows()[r], c).width())
                                .as("series %s, %s releases, cell %s/%s", number, series.size(), r, c)
                                .isGreaterThanOrEqualTo(RULE.minimum());
    }

    /// To those inside also what is hidden for what they gave themselves, large as it may be.
    private static boolean isUnsafe(Issue issue, int row, int column, boolean inside) {
        return RULE.isUnsafe(issue.table().count(row, column))
                || inside && issue.printed().isUnsafe(row, column);
    }

    /// Somebody gave 6 of the 7 women of a body. Its dot alone leaves them anything from 6 to 15; but the other body
    /// stood in the release before, where its 8 women were at least 8. Seen failing with spans kept for small
    /// counts alone: from 6 to 7.
    @Test
    void what_is_hidden_for_the_own_part_stays_hidden_beside_the_former_release() {
        var before = CountTable.of(new long[] {10, 0}, new long[] {8, 8});
        var first = new Issue(before, Protected.of(before, RULE), new int[] {0, 1});
        var now = CountTable.of(new long[] {7, 10}, new long[] {8, 8});
        long[][] own = {{6, 0}, {0, 0}};
        var rows = new int[] {100, 1};
        var marks = pinned(now, rows, List.of(first)).contributor(own);
        var next = together(List.of(first)).follow(now, marks, rows, Effort.threads(1));
        assertThat(next).as("it is published, with fewer sums").isPresent();
        assertThat(next.get().isHidden(0, 0)).isTrue();
        var attack = new SeriesAttack();
        attack.reads(first.printed(), 2, first.rows(), new long[2][2]);
        attack.reads(next.get(), 2, rows, own);
        assertThat(attack.narrow(100, 0).width()).isGreaterThanOrEqualTo(RULE.minimum());
    }
}
