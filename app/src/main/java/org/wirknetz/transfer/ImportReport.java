package org.wirknetz.transfer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a check or a run of an import found.
///
/// @param findings the sentences' keys with their places; at most 200, the rest is counted in `beyond`
/// @param counts null where errors kept the rows from being tried
public record ImportReport(
        List<Line> findings,
        long errors,
        long beyond,
        @Nullable ImportCounts counts,
        List<Resemblance> resemblances,
        List<GroupWord> groupWords,
        List<Cell> cells,
        long rows,
        long milliseconds) {

    public record Line(
            String severity,
            String file,
            @Nullable String sheet,
            int line,
            @Nullable String column,
            String key,
            List<String> values) {}

    /// A cell that was read as several people.
    public record Cell(String text, List<String> names, int line) {}

    public ImportReport {
        findings = List.copyOf(findings);
        resemblances = List.copyOf(resemblances);
        // A report written before words and cells were asked about.
        groupWords = groupWords == null ? List.of() : List.copyOf(groupWords);
        cells = cells == null ? List.of() : List.copyOf(cells);
    }

    public boolean refuses() {
        return errors > 0;
    }
}
