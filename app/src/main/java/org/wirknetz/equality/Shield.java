package org.wirknetz.equality;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.Effort;
import org.wirknetz.analysis.disclosure.AmountRule;
import org.wirknetz.analysis.disclosure.Cause;
import org.wirknetz.analysis.disclosure.CountRule;
import org.wirknetz.analysis.disclosure.CountTable;
import org.wirknetz.analysis.disclosure.Marks;
import org.wirknetz.analysis.disclosure.Protected;
import org.wirknetz.analysis.disclosure.Together;
import org.wirknetz.equality.Series.Former;
import org.wirknetz.equality.Sheet.Row;
import org.wirknetz.platform.Refused;

/// Which numbers of a sheet may be printed: against readers from outside, against an organisation that
/// takes off what it gave itself, against two that pool theirs, against whoever typed for several, and
/// beside what was published.
record Shield(Sheet sheet, Tally tally, Series series) {

    static final CountRule PEOPLE = CountRule.SENSITIVE;
    /// Amounts have no minimum; a 0 says too much as it does of people.
    private static final CountRule MONEY = new CountRule(1, true, 0);
    private static final AmountRule.PPercent P_PERCENT = new AmountRule.PPercent(MoneyGuard.PERCENT);
    private static final List<AmountRule> DOMINANCE =
            List.of(new AmountRule.Dominance(1, 85), new AmountRule.Dominance(2, 85));
    /// Refusing to answer is no special category.
    private static final CountRule ORDINARY = CountRule.ORDINARY;

    private static final Effort ALONE = Effort.threads(1);

    /// Empty where these numbers cannot be protected beside the former ones.
    ///
    /// @param beside what readers have in their hands already
    Optional<Protected> people(Together beside) {
        var table = sheet.table();
        var marks = pinned(table);
        insiders(marks, sheet.rows());
        return beside.follow(table, marks, series.numbers(sheet), ALONE);
    }

    /// The last publication once more.
    Protected asBefore() {
        var table = sheet.table();
        var marks = pinned(table);
        pin(
                marks,
                table.rows(),
                series.last().flatMap(it -> it.release().sums()).orElseThrow());
        return Protected.asMarked(table, marks);
    }

    private Marks pinned(CountTable table) {
        var marks = Marks.on(table);
        for (int r = 0; r < table.rows(); r++) pin(marks, r, sheet.rows().get(r));
        return marks;
    }

    /// @throws Refused `equality.cannot-protect`
    Protected resource(Row row) {
        var table = Sheet.table(row.counts());
        var marks = Marks.on(table);
        pin(marks, 0, row);
        boolean money = row.place().measure() == Measure.EURO;
        if (money) marks.leave(MoneyGuard.PERCENT);
        // What is repeated was judged when it was first published.
        if (row.same() != null) {
            pin(marks, table.rows(), row);
            return Protected.asMarked(table, marks);
        }
        if (money) for (int c = 0; c <= table.columns(); c++) judge(marks, row, c);
        insiders(marks, List.of(row));
        var printed = Protected.of(table, money ? MONEY : PEOPLE, marks, ALONE);
        if (!printed.holds()) throw new Refused("equality.cannot-protect");
        return printed;
    }

    private void insiders(Marks marks, List<Row> rows) {
        for (var organisation : tally.organisations()) marks.contributor(part(Set.of(organisation), rows));
        if (rows.stream().anyMatch(it -> it.same() != null)) marks.contributor(part(Set.of(), rows));
        for (var hand : tally.hands()) marks.reader(part(hand, rows));
    }

    /// What is repeated is known by its largest parts alone: any organisation may have given these.
    private long[][] part(Set<UUID> organisations, List<Row> rows) {
        return rows.stream()
                .map(it -> {
                    var same = it.same();
                    return same == null ? tally.of(organisations, it.place().id(), sheet) : most(same, it);
                })
                .toArray(long[][]::new);
    }

    private long[] most(Former same, Row row) {
        return sheet.columns().stream()
                .mapToLong(it -> same.most(row.place().strand(), it))
                .toArray();
    }

    /// What readers have in their hands already, for sheets of these columns, and the largest parts they may
    /// remember.
    static Together beside(Sheet sheet, Series series) {
        var together = Together.under(PEOPLE);
        for (var former : series.former()) {
            // Every row of it has changed since, so that it narrows none of these.
            if (former.restored()) continue;
            var strands = former.release().parts().stream().map(former::strand).toList();
            var table = CountTable.of(
                    strands.stream().map(it -> sheet.counts(former.answers(it))).toArray(long[][]::new));
            var marks = Marks.on(table);
            for (int rank = 0; rank < CountKeeping.LARGEST; rank++)
                marks.contributor(former.parts(strands, sheet, rank));
            together.with(
                    table,
                    former.release().lines().stream().map(it -> dots(it, sheet)).toArray(boolean[][]::new),
                    series.numbers(former, sheet),
                    marks);
        }
        return together;
    }

    private static boolean[] dots(Release.Line line, Sheet sheet) {
        var dots = new boolean[sheet.columns().size() + 1];
        for (int c = 0; c < dots.length; c++)
            dots[c] = line.number(sheet.place(c)).isEmpty();
        return dots;
    }

    /// Counts that were published before and are the same still are hidden and shown as they were then.
    private void pin(Marks marks, int row, Row counts) {
        var same = counts.same();
        if (same != null) pin(marks, row, same.line(counts.place().strand()));
    }

    private void pin(Marks marks, int row, Release.Line line) {
        for (int c = 0; c <= sheet.columns().size(); c++)
            if (line.number(sheet.place(c)).isEmpty()) marks.hide(row, c, Cause.BEFORE);
            else marks.known(row, c);
    }

    private void judge(Marks marks, Row row, int column) {
        var parts = tally.parts(row.place().id(), sheet.definition(), sheet.place(column), sheet.detailed());
        var amounts = parts.values().stream().mapToDouble(Long::doubleValue).toArray();
        if (DOMINANCE.stream().anyMatch(it -> it.isUnsafe(amounts))) marks.hide(0, column, Cause.DOMINANCE);
        else if (P_PERCENT.isUnsafe(amounts)) marks.hide(0, column, Cause.P_PERCENT);
        else
            for (var hand : tally.hands()) {
                var others = parts.entrySet().stream()
                        .filter(it -> !hand.contains(it.getKey()))
                        .mapToDouble(it -> it.getValue().doubleValue())
                        .toArray();
                if (P_PERCENT.isUnsafeBeside(others)) marks.hide(0, column, Cause.OWN_PART);
            }
    }

    /// Those who did not say: over the whole network only, and not where it would be the one thing known of
    /// a few.
    @Nullable
    Long unknown(Protected table) {
        if (table.isHidden(sheet.rows().size(), sheet.columns().size())) return null;
        long unknown = 0;
        for (var row : sheet.rows())
            for (var answer : row.answers().entrySet())
                if (sheet.definition()
                        .columnOf(answer.getKey(), sheet.detailed())
                        .isEmpty()) unknown += answer.getValue();
        return ORDINARY.isUnsafe(unknown) || ORDINARY.isUnsafe(unknown - mostUnknown()) ? null : unknown;
    }

    /// The most that one of them can have given to those who did not say.
    private long mostUnknown() {
        long most = 0;
        for (var organisation : tally.organisations()) {
            long own = 0;
            for (var row : sheet.rows())
                if (row.same() == null)
                    own += tally.parts(row.place().id(), sheet.definition(), CountKeeping.UNKNOWN, sheet.detailed())
                            .getOrDefault(organisation, 0L);
            most = Math.max(most, own);
        }
        for (var row : sheet.rows()) {
            var same = row.same();
            if (same != null) most += same.most(row.place().strand(), CountKeeping.UNKNOWN);
        }
        return most;
    }
}
