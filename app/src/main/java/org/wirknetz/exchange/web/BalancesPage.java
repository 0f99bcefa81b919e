package org.wirknetz.exchange.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The whole picture for the office.
///
/// @param moreHints pairs that could be spoken of and are not shown yet
/// @param matrix rows of the matrix; the columns are the same organisations in the same order
public record BalancesPage(
        String sentence,
        boolean fading,
        List<Figure> figures,
        List<Hint> hints,
        int moreHints,
        List<Row> matrix,
        int beyond,
        List<Line> organisations) {

    /// One measure with its explanation and the rows behind it.
    public record Figure(
            String id,
            String title,
            String sentence,
            @Nullable String value,
            String beneath,
            String how,
            List<Link> rows) {}

    public record Link(String text, @Nullable String href, String detail) {}

    /// A reason to talk, with what would switch it off.
    public record Hint(String sentence, String why, String href) {}

    /// @param heat 0 nothing … 5 the most of all cells
    public record Cell(String value, int heat, @Nullable String href, String label, boolean self) {}

    public record Row(String name, String href, List<Cell> cells) {}

    public record Line(String name, String href, int given, int received) {}
}
