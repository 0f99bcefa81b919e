package org.wirknetz.analysis.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.wirknetz.analysis.Effort;
import org.wirknetz.analysis.disclosure.Quarters.Issue;

/// Readers who have all publications of years, know which rows stand there once more, and remember what they
/// gave to each of them. Bodies change by few, by many, not at all, and by what moves from one to another; what
/// may not follow is repeated.
class SeriesAttackTest {
    private static final CountRule RULE = CountRule.SENSITIVE;

    /// Seen failing with former publications guarded for small counts alone, with own parts left out beside
    /// them, and with own parts left out within a table.
    @Test
    void years_of_publications_give_nothing_away() {
        var published = new AtomicInteger();
        var longer = new AtomicInteger();
        var attacked = new AtomicInteger();
        Effort.full().forEach(80, number -> {
            var random = new Random(977L * number + 1);
            var quarters = new Quarters(random, 2 + random.nextInt(3), 2, 3 + random.nextInt(6));
            for (int quarter = 0; quarter < 5; quarter++) {
                quarters.publish(new Budget(Together.MOST_WORK));
                quarters.pass();
            }
            published.addAndGet(quarters.issues.size());
            if (quarters.issues.size() >= 3) longer.incrementAndGet();
            attacked.addAndGet(attack(number, quarters, RULE.minimum(), new int[0]));
            for (int one = 0; one < quarters.organisations(); one++)
                attacked.addAndGet(attack(number, quarters, RULE.minimum(), one));
            int other = random.nextInt(quarters.organisations() - 1);
            attack(number, quarters, RULE.ofTwo().minimum(), other, other + 1);
        });
        assertThat(published.get()).isGreaterThan(150);
        assertThat(longer.get()).as("series of three and more").isGreaterThan(30);
        assertThat(attacked.get()).isGreaterThan(2000);
    }

    /// By organisations that tell each other what they gave; by somebody from outside, where there are none.
    private static int attack(int number, Quarters quarters, long needed, int... readers) {
        var attack = new SeriesAttack();
        for (var issue : quarters.issues) attack.reads(issue.printed(), 2, issue.rows(), own(quarters, issue, readers));
        int attacked = 0;
        for (var issue : quarters.issues)
            for (int r = 0; r < issue.rows().length; r++)
                for (int c = 0; c <= 2; c++) {
                    long count = issue.table().count(r, c);
                    boolean small = RULE.isUnsafe(count) || issue.table().count(r, 2) < RULE.minimumBody();
                    if (small) assertThat(issue.printed().isHidden(r, c)).isTrue();
                    else if (readers.length == 0 || !issue.printed().isUnsafe(r, c)) continue;
                    assertThat(attack.narrow(issue.rows()[r], c).width())
                            .as("series %s, release %s, cell %s/%s", number, quarters.issues.indexOf(issue), r, c)
                            .isGreaterThanOrEqualTo(readers.length == 0 ? Math.max(needed, count) : needed);
                    attacked++;
                }
        return attacked;
    }

    private static long[][] own(Quarters quarters, Issue issue, int... readers) {
        var own = new long[issue.rows().length][2];
        for (int reader : readers) {
            var part = quarters.own(issue, reader);
            for (int r = 0; r < own.length; r++) for (int c = 0; c < 2; c++) own[r][c] += part[r][c];
        }
        return own;
    }

    /// Somebody gave 6 of the 7 women of a body. Its dot alone leaves them anything from 6 to 15; but the other
    /// body stood in the release before, where its 8 women were at least 8. Seen failing with spans kept for
    /// small counts alone: from 6 to 7.
    @Test
    void what_is_hidden_for_the_own_part_stays_hidden_beside_the_former_release() {
        narrowed(new long[] {10, 0}, new long[2], new long[] {7, 10}, new long[] {6, 0}, 100);
    }

    /// The other way round: the 7 women, of whom somebody gave 6, were hidden safely; what is printed when that
    /// body has changed must not narrow them afterwards. Seen failing with former releases guarded for small
    /// counts alone: from 6 to 7.
    @Test
    void what_was_hidden_for_the_own_part_stays_hidden_beside_the_next_release() {
        narrowed(new long[] {7, 10}, new long[] {6, 0}, new long[] {10, 0}, new long[2], 0);
    }

    /// One body changes, the other with eight each does not.
    private static void narrowed(long[] before, long[] ownBefore, long[] now, long[] ownNow, int hidden) {
        long[] same = {8, 8}, none = {0, 0};
        var table = CountTable.of(before, same);
        var marks = Marks.on(table).contributor(new long[][] {ownBefore, none});
        var first = Protected.of(table, RULE, marks, Effort.threads(1));
        int[] rows = {0, 1}, rowsNow = {100, 1};
        var next = CountTable.of(now, same);
        var marksNow = Marks.on(next).contributor(new long[][] {ownNow, none});
        for (int c = 0; c <= 2; c++)
            if (first.isHidden(1, c)) marksNow.hide(1, c, Cause.BEFORE);
            else marksNow.known(1, c);
        var second = Together.under(RULE)
                .with(table, Quarters.hidden(new Issue(table, first, rows, new long[0][][])), rows, marks)
                .follow(next, marksNow, rowsNow, Effort.threads(1));
        var attack = new SeriesAttack();
        attack.reads(first, 2, rows, new long[][] {ownBefore, none});
        second.ifPresent(it -> attack.reads(it, 2, rowsNow, new long[][] {ownNow, none}));
        assertThat(attack.narrow(hidden, 0).width()).isGreaterThanOrEqualTo(RULE.minimum());
    }
}
