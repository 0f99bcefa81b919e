package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirknetz.networkcheck.ActorGroup;
import org.wirknetz.platform.web.Sparkline;

/// The network check of a day: one sentence, the picture, and the measures, each with all that is behind it.
///
/// @param coordinator whether the coordination office is counted in
/// @param notice why little is shown, or empty
public record CheckPage(
        LocalDate asOf,
        String sentence,
        boolean coordinator,
        boolean canLeaveOut,
        String notice,
        @Nullable MapDrawing drawing,
        List<ActorGroup> groups,
        List<Block> blocks,
        boolean empty,
        boolean mayEnter,
        List<Link> files) {

    /// @param value as the size gates allow it; null where it is withheld
    /// @param how definition, formula, n, source, one sentence each
    public record Block(
            String id,
            String title,
            String sentence,
            @Nullable String value,
            @Nullable String beneath,
            @Nullable Sparkline history,
            List<String> how,
            List<String> missing,
            List<Row> rows,
            List<Link> next) {}

    /// @param href where it leads; null for plain words
    public record Row(String text, String detail, @Nullable String href) {}

    public record Link(String text, String href) {}

    public String file(String name) {
        return MapFiles.address(name);
    }
}
