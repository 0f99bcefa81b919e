package org.wirknetz.equality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wirknetz.analysis.disclosure.Differencing;
import org.wirknetz.equality.Series.Former;
import org.wirknetz.equality.Series.Published;
import org.wirknetz.platform.Refused;

/// A line that goes on under another name must not step past the guard between publications: a line that is
/// new and looks like one that is gone has to be told apart by somebody who knows.
///
/// One line may also go on as several, or several as one; so the sums over all new and all gone lines are
/// compared too.
record RenamedLines(Sheet sheet, Series series) {

    private record Compared(String name, Measure measure, long[] counts) {}

    /// @throws Refused `equality.renamed`
    void requireToldApart() {
        for (var former : series.former()) {
            for (var measure : Measure.values()) {
                var gone = gone(former, measure);
                for (var fresh : fresh(measure))
                    for (var old : gone)
                        if (alike(old, fresh)) throw new Refused("equality.renamed", fresh.name(), old.name());
            }
        }
    }

    private List<Compared> fresh(Measure measure) {
        return withSum(sheet.rows().stream()
                .filter(it -> it.place().measure() == measure && !it.place().anew())
                .filter(it -> series.last(it.place().strand()).isEmpty())
                .map(it -> new Compared(it.place().name(), measure, it.counts()))
                .toList());
    }

    private List<Compared> gone(Former former, Measure measure) {
        return withSum(former.lines().values().stream()
                .filter(it -> it.measure() == measure)
                .filter(it -> sheet.rows().stream()
                        .noneMatch(row -> row.place().strand().equals(it.strand())))
                .map(it -> new Compared(it.name(), measure, known(former, it)))
                .toList());
    }

    /// Of what came from an archive only the printed sum.
    private long[] known(Former former, Published line) {
        if (!former.restored()) return sheet.counts(former.answers(line.strand()));
        return new long[] {former.line(line.strand()).number(Release.TOTAL).orElse(0)};
    }

    private static List<Compared> withSum(List<Compared> lines) {
        if (lines.size() < 2) return lines;
        var all = new ArrayList<>(lines);
        var counts = lines.stream().map(Compared::counts).toList();
        all.add(new Compared(
                String.join(" + ", lines.stream().map(Compared::name).toList()),
                lines.getFirst().measure(),
                Tally.total(counts, counts.getFirst().length)));
        return all;
    }

    /// What neither of them could show tells nothing.
    private static boolean alike(Compared old, Compared fresh) {
        long most = Math.max(sum(old.counts()), sum(fresh.counts()));
        if (old.counts().length != fresh.counts().length)
            return alike(
                    new Compared(old.name(), old.measure(), new long[] {sum(old.counts())}),
                    new Compared(fresh.name(), fresh.measure(), new long[] {sum(fresh.counts())}));
        if (old.measure() == Measure.EURO) return most > 0 && MoneyGuard.alike(old.counts(), fresh.counts());
        if (most < Shield.PEOPLE.minimumBody()) return false;
        return Arrays.equals(old.counts(), fresh.counts()) || !Differencing.mayFollow(old.counts(), fresh.counts());
    }

    private static long sum(long[] counts) {
        return Arrays.stream(counts).sum();
    }
}
