package org.wirknetz.equality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

    /// A change of money below this share of the former sum is not published.
    private static final double LEAST_MOVED = 0.15;

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
    record Place(UUID id, int position, String name, Measure measure) {}

    static Sheet of(Definition definition, boolean detailed, List<Place> places, Tally tally, Series series) {
        var columns = definition.shown(detailed).stream().map(Column::key).toList();
        var sheet = new Sheet(definition, detailed, columns, new ArrayList<>());
        var sums = tally.sums();
        for (var place : places) sheet.rows.add(sheet.row(place, sums.getOrDefault(place.id(), Map.of()), series));
        return sheet;
    }

    private Row row(Place place, Map<String, Long> answers, Series series) {
        var counts = counts(answers);
        var last = series.last(place.name());
        if (last.isEmpty()) return new Row(place, answers, counts, null, null);
        boolean mayFollow = series.former().stream()
                .filter(it -> it.has(place.name()))
                .allMatch(it -> mayFollow(place.measure(), counts(it.answers(place.name())), counts));
        var former = last.get();
        var before = counts(former.answers(place.name()));
        // Nothing moved and a little moved look alike: a note on the one alone would tell the other.
        if (mayFollow && !Arrays.equals(before, counts)) return new Row(place, answers, counts, null, null);
        return new Row(place, former.answers(place.name()), before, since(former, place.name()), former);
    }

    long[] counts(Map<String, Long> answers) {
        return Tally.row(answers, definition, columns, detailed);
    }

    private static LocalDate since(Former former, String name) {
        var repeated = former.line(name).map(Release.Line::repeatedFrom).orElse(null);
        return repeated == null ? former.reportingOn() : repeated;
    }

    private static boolean mayFollow(Measure measure, long[] before, long[] now) {
        if (measure != Measure.EURO) return Differencing.mayFollow(before, now);
        double sum = 0;
        for (long amount : before) sum += amount;
        for (int c = 0; c < now.length; c++) {
            long moved = Math.abs(now[c] - before[c]);
            if (moved > 0 && moved < LEAST_MOVED * sum) return false;
        }
        return true;
    }

    /// Rows that may follow each for itself can still add up to a small change.
    ///
    /// @throws Refused `equality.too-similar`
    void requireTotalsMayFollow(Series series) {
        var now = total();
        for (var former : series.former()) {
            var before = Tally.total(
                    former.basis().values().stream().map(this::counts).toList(), columns.size());
            boolean sameRows = former.basis().size() == rows.size()
                    && rows.stream().allMatch(it -> former.has(it.place().name()));
            if (!(sameRows ? Differencing.mayFollow(before, now) : Differencing.totalsMayFollow(before, now)))
                throw new Refused("equality.too-similar");
        }
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
