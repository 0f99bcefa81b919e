package org.wirknetz.analysis.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wirknetz.analysis.Effort;

/// The largest sheet a page takes: 30 bodies, five columns, years of publications; many small counts, and many
/// of which somebody gave most. Work is counted, never timed.
class LargestSheetTest {
    private static Quarters largest() {
        return new Quarters(new Random(11), 30, 5, 40);
    }

    /// Seen failing with linear programs alone.
    @Test
    void years_of_the_largest_sheet_stay_within_what_may_be_worked() {
        var quarters = largest();
        int published = 0;
        for (int quarter = 0; quarter < 8; quarter++) {
            var programs = new Budget(Together.MOST_WORK);
            if (quarters.publish(programs).isPresent()) published++;
            assertThat(programs.used()).isLessThan(2_000_000);
            quarters.pass();
        }
        assertThat(published).as("publications with something new").isEqualTo(8);
    }

    @Test
    void without_programs_more_is_held_back_and_the_rest_is_as_safe() {
        var quarters = largest();
        int published = 0;
        for (int quarter = 0; quarter < 6; quarter++) {
            if (quarters.publish(new Budget(0)).isPresent()) published++;
            quarters.pass();
        }
        assertThat(published).isBetween(2, 5);
        assertThat(quarters.beside(new Budget(Long.MAX_VALUE)).holds()).isTrue();
    }

    @Test
    void where_readers_are_not_tried_one_by_one_more_is_hidden() {
        int more = 0;
        for (int number = 0; number < 40; number++) {
            var random = new Random(number);
            var sheet = new Quarters(random, 6, 2, 5);
            int tried = hidden(sheet, new Budget(Suppression.MOST_READERS)), all = hidden(sheet, new Budget(0));
            assertThat(all).isGreaterThanOrEqualTo(tried);
            if (all > tried) more++;
        }
        assertThat(more).isPositive();
    }

    private static int hidden(Quarters quarters, Budget readers) {
        var sheet = quarters.today();
        var table = Protected.of(sheet.table(), CountRule.SENSITIVE, quarters.marks(sheet), Effort.threads(1), readers);
        assertThat(table.holds()).isTrue();
        int hidden = 0;
        for (int r = 0; r <= sheet.table().rows(); r++)
            for (int c = 0; c <= sheet.table().columns(); c++) if (table.isHidden(r, c)) hidden++;
        return hidden;
    }
}
