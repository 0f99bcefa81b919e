package org.wirknetz.analysis.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.Effort;

/// A network that counts quarter after quarter, and what it publishes: rows in which too few have changed are
/// repeated, the others are new; organisations know what they gave.
final class Quarters {
    private static final CountRule RULE = CountRule.SENSITIVE;

    /// One publication.
    ///
    /// @param rows the same number means the same counts, in whatever publication
    /// @param parts of each organisation, by row and column, as they were when the row was new
    record Issue(CountTable table, @Nullable Protected printed, int[] rows, long[][][] parts) {}

    private final Random random;
    private final long[][][] now;
    boolean memory = true;
    private final Map<Issue, long[][][]> given = new IdentityHashMap<>();
    final List<Issue> issues = new ArrayList<>();

    Quarters(Random random, int rows, int columns, int organisations) {
        this.random = random;
        now = new long[organisations][rows][columns];
        for (int r = 0; r < rows; r++)
            for (int c = 0; c < columns; c++) {
                // One in three is small; of some counts one organisation gave most.
                int most = random.nextInt(organisations);
                for (int left = random.nextInt(random.nextInt(3) == 0 ? 7 : 30); left > 0; left--)
                    now[random.nextInt(6) == 0 ? most : random.nextInt(organisations)][r][c]++;
            }
    }

    /// In some rows few people come and go, in others many, in others nobody; some move from row to row.
    void pass() {
        for (int r = 0; r < now[0].length; r++) {
            int moves = random.nextInt(3) == 0 ? 0 : random.nextInt(3) == 0 ? 12 : 4;
            for (; moves > 0; moves--) {
                var part = now[random.nextInt(now.length)];
                int c = random.nextInt(part[r].length);
                boolean goes = part[r][c] > 0 && random.nextInt(3) > 0;
                part[r][c] += goes ? -1 : 1;
                if (goes) part[random.nextInt(part.length)][c]++;
            }
        }
    }

    /// The counts of today, with old rows in the place of those that have changed too little, and of so many
    /// others as are held, the least moved first.
    private Issue sheet(int held) {
        var parts = new long[now.length][now[0].length][];
        var rows = new int[now[0].length];
        var counts = new long[rows.length][];
        var fresh = new ArrayList<Integer>();
        for (int r = 0; r < rows.length; r++) if (mayFollow(r)) fresh.add(r);
        if (!issues.isEmpty())
            fresh.sort(Comparator.comparingLong(
                    r -> Differencing.moved(row(issues.getLast().table(), r), sum(now, r))));
        for (int r = 0; r < rows.length; r++) {
            boolean isNew = issues.isEmpty() || fresh.indexOf(r) >= held;
            rows[r] = isNew ? 1000 * issues.size() + r : issues.getLast().rows()[r];
            counts[r] = isNew ? sum(now, r) : row(issues.getLast().table(), r);
            for (int n = 0; n < now.length; n++)
                parts[n][r] =
                        isNew ? now[n][r].clone() : largest(issues.getLast().parts(), r);
        }
        return new Issue(CountTable.of(counts), null, rows, parts);
    }

    Issue today() {
        return sheet(0);
    }

    private boolean mayFollow(int row) {
        var today = sum(now, row);
        return issues.stream()
                .map(it -> row(it.table(), row))
                .allMatch(it -> Differencing.mayFollow(it, today) && !Arrays.equals(it, today));
    }

    private boolean totalsMayFollow(Issue sheet) {
        int sums = sheet.table().rows();
        return issues.stream().allMatch(it -> Differencing.mayFollow(row(it.table(), sums), row(sheet.table(), sums)));
    }

    private static long[] sum(long[][][] parts, int row) {
        var sum = new long[parts[0][row].length];
        for (var part : parts) for (int c = 0; c < sum.length; c++) sum[c] += part[row][c];
        return sum;
    }

    /// Whose parts of a repeated row they were is forgotten: anybody may have given the largest.
    private static long[] largest(long[][][] parts, int row) {
        var largest = new long[parts[0][row].length];
        for (var part : parts) for (int c = 0; c < largest.length; c++) largest[c] = Math.max(largest[c], part[row][c]);
        return largest;
    }

    private static long[] row(CountTable table, int row) {
        var counts = new long[table.columns()];
        for (int c = 0; c < counts.length; c++) counts[c] = table.count(row, c);
        return counts;
    }

    Marks marks(Issue sheet) {
        var marks = Marks.on(sheet.table());
        for (var issue : issues)
            for (int r = 0; r < sheet.rows().length; r++) {
                if (issue.rows()[r] != sheet.rows()[r]) continue;
                for (int c = 0; c <= sheet.table().columns(); c++)
                    if (issue.printed().isHidden(r, c)) marks.hide(r, c, Cause.BEFORE);
                    else marks.known(r, c);
            }
        for (var part : sheet.parts()) marks.contributor(part);
        return marks;
    }

    /// What was published, for the guard.
    Together beside(Budget programs) {
        var together = Together.under(RULE, programs, new Budget(Suppression.MOST_READERS));
        for (var issue : issues) together.with(issue.table(), hidden(issue), issue.rows(), memory(issue));
        return together;
    }

    /// Of the parts the two largest of each count stay known, whoever gave them.
    private Marks memory(Issue issue) {
        var marks = Marks.on(issue.table());
        if (!memory) return marks;
        var largest = new long[2][issue.rows().length][issue.table().columns()];
        for (int r = 0; r < issue.rows().length; r++)
            for (int c = 0; c < issue.table().columns(); c++)
                for (var part : issue.parts())
                    if (part[r][c] > largest[0][r][c]) {
                        largest[1][r][c] = largest[0][r][c];
                        largest[0][r][c] = part[r][c];
                    } else largest[1][r][c] = Math.max(largest[1][r][c], part[r][c]);
        return marks.contributor(largest[0]).contributor(largest[1]);
    }

    /// Of a repeated row what was given to it when it was new.
    private long[][][] real(Issue issue) {
        var real = new long[now.length][issue.rows().length][];
        for (int r = 0; r < issue.rows().length; r++) {
            int row = r;
            var first = issues.stream()
                    .filter(it -> it.rows()[row] == issue.rows()[row])
                    .findFirst()
                    .orElseThrow();
            for (int n = 0; n < now.length; n++)
                real[n][r] = first == issue ? issue.parts()[n][r] : given.get(first)[n][r];
        }
        return real;
    }

    int organisations() {
        return now.length;
    }

    /// What an organisation gave to a publication.
    long[][] own(Issue issue, int organisation) {
        return given.get(issue)[organisation];
    }

    static boolean[][] hidden(Issue issue) {
        var table = issue.table();
        var hidden = new boolean[table.rows() + 1][table.columns() + 1];
        for (int r = 0; r <= table.rows(); r++)
            for (int c = 0; c <= table.columns(); c++)
                hidden[r][c] = issue.printed().isHidden(r, c);
        return hidden;
    }

    /// Publishes what may be published of today; empty where it is the last publication once more.
    Optional<Issue> publish(Budget programs) {
        var beside = beside(programs);
        for (int held = 0; held < now[0].length; held++) {
            var sheet = sheet(held);
            if (!issues.isEmpty()
                    && Arrays.equals(sheet.rows(), issues.getLast().rows())) break;
            if (!totalsMayFollow(sheet)) continue;
            var followed = beside.follow(sheet.table(), marks(sheet), sheet.rows(), Effort.threads(1));
            if (followed.isEmpty()) continue;
            issues.add(new Issue(sheet.table(), followed.get(), sheet.rows(), sheet.parts()));
            given.put(issues.getLast(), real(issues.getLast()));
            return Optional.of(issues.getLast());
        }
        return Optional.empty();
    }
}
