package org.wirknetz.reports.web;

import java.time.LocalDate;
import java.util.List;

/// A report to take along, part by part: PDF, DOCX and ODT are written from these parts, so that all say the
/// same.
///
/// @param language such as `de`
/// @param description what kind of paper it is, for the properties of the file
/// @param day stands for the moment of writing
public record Paper(String language, String title, String description, LocalDate day, List<Part> parts) {

    public Paper {
        parts = List.copyOf(parts);
    }

    public sealed interface Part {}

    /// @param level 2 or 3; the title has 1
    public record Heading(int level, String text) implements Part {}

    public record Paragraph(String text) implements Part {}

    /// What stands in small letters at the end.
    public record Foot(String text) implements Part {}

    /// @param caption what the table is about, for those who hear it
    /// @param header one heading a column
    /// @param rows the first cell names the row
    /// @param widths of the columns in hundredths, together 100
    public record Table(String caption, List<String> header, List<List<String>> rows, List<Integer> widths)
            implements Part {
        public Table {
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
            widths = List.copyOf(widths);
        }
    }

    /// As word processors write a language: `de-DE`.
    String region() {
        return language.equals("en") ? "en-GB" : "de-DE";
    }
}
