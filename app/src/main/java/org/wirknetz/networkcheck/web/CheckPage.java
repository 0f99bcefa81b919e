package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirknetz.networkcheck.ActorGroup;
import org.wirknetz.platform.web.Sparkline;

/// The network check of a day: one sentence, the picture, and the measures, each with all that is behind it.
///
/// @param coordinator whether the coordination office is counted in
/// @param notice why little is shown, or empty
/// @param steps whether the reader is shown what to do
public record CheckPage(
        LocalDate asOf,
        String sentence,
        boolean coordinator,
        boolean canLeaveOut,
        String notice,
        @Nullable MapDrawing drawing,
        List<ActorGroup> groups,
        List<Panel> panels,
        boolean empty,
        boolean mayEnter,
        boolean steps,
        List<Link> files) {

    /// A chapter at a glance: the sentences of its measures.
    public record Panel(boolean needsTies, String title, String href, List<Block> blocks) {}

    /// @param value as the size gates allow it; null where it is withheld
    /// @param compared with its own history, with chance, with what one organisation could cause
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
            List<Link> next,
            Compared compared) {

        public Block(
                String id,
                String title,
                String sentence,
                @Nullable String value,
                @Nullable String beneath,
                @Nullable Sparkline history,
                List<String> how,
                List<String> missing,
                List<Row> rows,
                List<Link> next) {
            this(id, title, sentence, value, beneath, history, how, missing, rows, next, Compared.NOTHING);
        }

        /// The same in another sentence, with one more that says why.
        Block saying(String said, String why) {
            var told = Stream.concat(how.stream(), Stream.of(why)).toList();
            return new Block(id, title, said, value, beneath, history, told, missing, rows, next, compared);
        }

        Block beside(Compared compared) {
            return new Block(id, title, sentence, value, beneath, history, how, missing, rows, next, compared);
        }
    }

    /// What a value is compared with, in sentences, and its history as a table.
    public record Compared(List<String> sentences, List<Past> past) {
        static final Compared NOTHING = new Compared(List.of(), List.of());
    }

    public record Past(String day, String value) {}

    /// @param href where it leads; null for plain words
    public record Row(String text, String detail, @Nullable String href) {}

    public record Link(String text, String href) {}

    public String file(String name) {
        return MapFiles.address(name);
    }
}
