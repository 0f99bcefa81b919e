package org.wirknetz.analysis.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.wirknetz.analysis.Effort;

/// Attacks by those who know more than what is printed: an organisation that takes off its own part, two
/// that pool theirs.
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
}
