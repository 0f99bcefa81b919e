package org.wirknetz.equality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.RefusedInput;
import org.wirknetz.analysis.disclosure.CountTable;
import org.wirknetz.analysis.disclosure.Differencing;
import org.wirknetz.equality.Definition.Column;
import org.wirknetz.equality.Series.Former;
import org.wirknetz.platform.Refused;

/// True counts as rows and columns, with rows repeated from earlier publications where too few people have
/// changed. Still unprotected: it never leaves this package.
///
/// @param columns their keys
record Sheet(Definition definition, boolean detailed, List<String> columns, List<Row> rows) {

    /// @param answers what the row was made from
    /// @param repeatedFrom null where the counts are new
    /// @param same the last publication of the same counts; null where there is none
    record Row(
            Place place,
            Map<String, Long> answers,
            long[] counts,
            @Nullable LocalDate repeatedFrom,
            @Nullable Former same) {}

    /// What is counted.
    ///
    /// @param anew declared to be something else than all that was published
    record Place(UUID id, int position, String name, Measure measure, UUID strand, boolean anew) {}

    static Sheet of(Definition definition, boolean detailed, List<Place> places, Tally tally, Series series) {
        var columns = definition.shown(detailed).stream().map(Column::key).toList();
        var sheet = new Sheet(definition, detailed, columns, new ArrayList<>());
        var sums = tally.sums();
        for (var place : places)
            sheet.rows.add(sheet.row(place, sums.getOrDefault(place.id(), Map.of()), tally, series));
        return sheet;
    }

    private Row row(Place place, Map<String, Long> answers, Tally tally, Series series) {
        var counts = counts(answers);
        var strand = place.strand();
        requireClearOfRestored(place, counts, series);
        var last = series.last(strand).filter(it -> !it.restored());
        if (last.isEmpty()) return new Row(place, answers, counts, null, null);
        boolean mayFollow = series.former().stream()
                .filter(it -> it.has(strand) && !it.restored())
                .allMatch(it -> place.measure() == Measure.EURO
                        ? MoneyGuard.mayFollow(this, it, place, counts, tally)
                        : Differencing.mayFollow(counts(it.answers(strand)), counts));
        // Nothing moved and a little moved look alike: a note on the one alone would tell the other.
        if (mayFollow && !Arrays.equals(counts(last.get().answers(strand)), counts))
            return new Row(place, answers, counts, null, null);
        return repeated(place, last.get());
    }

    private Row repeated(Place place, Former former) {
        var answers = former.answers(place.strand());
        return new Row(place, answers, counts(answers), since(former, place.strand()), former);
    }

    /// The lines with new numbers in the place of former ones, those that have moved least first.
    List<UUID> fresh(Series series) {
        return rows.stream()
                .filter(it -> it.same() == null && before(it, series).isPresent())
                .sorted(Comparator.comparingLong(it -> moved(it, series)))
                .map(it -> it.place().strand())
                .toList();
    }

    private static Optional<Former> before(Row row, Series series) {
        return series.last(row.place().strand()).filter(it -> !it.restored());
    }

    private long moved(Row row, Series series) {
        var before =
                counts(before(row, series).orElseThrow().answers(row.place().strand()));
        return Differencing.moved(before, row.counts());
    }

    /// With the former numbers of one more line.
    Sheet held(UUID strand, Series series) {
        var held = rows.stream()
                .map(it -> it.place().strand().equals(strand)
                        ? repeated(it.place(), before(it, series).orElseThrow())
                        : it)
                .toList();
        return new Sheet(definition, detailed, columns, held);
    }

    /// Where the counts behind a publication stayed in another installation, nothing can be repeated, and
    /// who has moved is not known: a line goes on when what was printed of it has moved by at least five.
    ///
    /// @throws Refused `equality.restored`
    private void requireClearOfRestored(Place place, long[] counts, Series series) {
        for (var former : series.former()) {
            if (!former.restored() || !former.has(place.strand())) continue;
            var line = former.line(place.strand());
            if (line.silent() && place.measure() == Measure.EURO) continue;
            var printed = line.number(Release.TOTAL);
            boolean moved = printed.isPresent()
                    && Math.abs(printed.getAsLong() - Arrays.stream(counts).sum()) >= Differencing.LEAST_CHANGE;
            if (!moved || place.measure() == Measure.EURO) throw new Refused("equality.restored", place.name());
        }
    }

    long[] counts(Map<String, Long> answers) {
        return Tally.row(answers, definition, columns, detailed);
    }

    private static LocalDate since(Former former, UUID strand) {
        var repeated = former.line(strand).repeatedFrom();
        return repeated == null ? former.reportingOn() : repeated;
    }

    /// Rows that may follow each for itself can still add up to a small change.
    boolean totalsMayFollow(Series series) {
        return series.former().stream().allMatch(this::totalsMayFollow);
    }

    private boolean totalsMayFollow(Former former) {
        var now = total();
        if (former.restored()) return printedSumsMayFollow(former, now);
        var before =
                Tally.total(former.basis().values().stream().map(this::counts).toList(), columns.size());
        boolean sameRows = former.basis().size() == rows.size()
                && rows.stream().allMatch(it -> former.has(it.place().strand()));
        return sameRows ? Differencing.mayFollow(before, now) : Differencing.totalsMayFollow(before, now);
    }

    private boolean printedSumsMayFollow(Former former, long[] now) {
        var sums = former.release().sums().orElseThrow();
        for (int c = 0; c < now.length; c++) {
            var printed = sums.number(columns.get(c));
            if (printed.isPresent()
                    && !Differencing.totalsMayFollow(new long[] {printed.getAsLong()}, new long[] {now[c]}))
                return false;
        }
        return true;
    }

    /// The key of a column, the sum last.
    String place(int column) {
        return column < columns.size() ? columns.get(column) : Release.TOTAL;
    }

    long[] total() {
        return Tally.total(rows.stream().map(Row::counts).toList(), columns.size());
    }

    CountTable table() {
        return table(rows.stream().map(Row::counts).toArray(long[][]::new));
    }

    /// @throws Refused `equality.too-large`
    static CountTable table(long[]... counts) {
        try {
            return CountTable.of(counts);
        } catch (RefusedInput tooLarge) {
            throw new Refused("equality.too-large");
        }
    }

    /// Nothing is new since the last publication, not even what is counted.
    boolean repeats(Series series) {
        return series.last()
                .filter(last ->
                        last.basis().size() == rows.size() && rows.stream().allMatch(it -> last == it.same()))
                .isPresent();
    }
}
