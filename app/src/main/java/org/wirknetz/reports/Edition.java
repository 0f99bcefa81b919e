package org.wirknetz.reports;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A report in one language, complete: whatever is shown, printed or handed out of it is here, and nothing
/// that is
/// not here can be.
///
/// @param period the half-year, as in an address: `2026-1`
/// @param title the half-year in words
/// @param from the first day of the half-year
/// @param to the last
/// @param asOf the day whose network is described
/// @param organisations how many belonged to it on that day
/// @param introduction the office's own words
/// @param board the office's words to the boards of the partners
public record Edition(
        String schema,
        String language,
        String network,
        String period,
        String title,
        LocalDate from,
        LocalDate to,
        LocalDate asOf,
        int organisations,
        String introduction,
        String board,
        List<Chapter> chapters,
        List<String> notes) {

    public static final String SCHEMA = "wirknetz-report/1";

    public Edition {
        chapters = List.copyOf(chapters);
        notes = List.copyOf(notes);
    }

    /// @param comment the office's own words; empty where it has none
    public record Chapter(String key, String title, String lead, String comment, List<Figure> figures) {
        public Chapter {
            figures = List.copyOf(figures);
        }
    }

    /// One number that explains itself.
    ///
    /// @param value as the size gates and the least number of organisations allow it; null where it is
    ///     withheld, and
    ///     then the sentence says why
    /// @param basis what was counted, and how many of it
    /// @param missing of what nothing is known
    /// @param source where the formula comes from, and the version of the method
    public record Figure(
            String id,
            String title,
            String sentence,
            @Nullable String value,
            String basis,
            String missing,
            String definition,
            String source,
            LocalDate asOf) {}

    public Chapter chapter(String key) {
        return chapters.stream().filter(it -> it.key().equals(key)).findFirst().orElseThrow();
    }
}
