package org.wirknetz.platform.web;

import java.time.LocalDate;
import java.util.List;

/// What is taken along on paper, part by part: PDF, DOCX and ODT are written from these parts, so that all say the
/// same.
///
/// @param language such as `de`
/// @param description what kind of paper it is, for the properties of the file
/// @param day stands for the moment of writing
public record Paper(String language, String title, String description, LocalDate day, List<Part> parts) {

    public Paper {
        title = printable(title);
        description = printable(description);
        parts = List.copyOf(parts);
    }

    public sealed interface Part {}

    /// @param level 2 or 3; the title has 1
    public record Heading(int level, String text) implements Part {
        public Heading {
            text = printable(text);
        }
    }

    /// @param text may have several lines
    public record Paragraph(String text) implements Part {
        public Paragraph {
            text = printable(text);
        }
    }

    /// What stands in small letters at the end.
    public record Foot(String text) implements Part {
        public Foot {
            text = printable(text);
        }
    }

    /// @param caption what the table is about, for those who hear it
    /// @param header one heading a column
    /// @param rows the first cell names the row
    /// @param widths of the columns in hundredths, together 100
    public record Table(String caption, List<String> header, List<List<String>> rows, List<Integer> widths)
            implements Part {
        public Table {
            caption = printable(caption);
            header = header.stream().map(Paper::printable).toList();
            rows = rows.stream()
                    .map(row -> row.stream().map(Paper::printable).toList())
                    .toList();
            widths = List.copyOf(widths);
        }
    }

    /// XML has no place for control characters, which names from spreadsheets carry, and half a character is none.
    static String printable(String text) {
        return text.codePoints()
                .map(it -> isPrintable(it) ? it : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isPrintable(int character) {
        return character == '\n'
                || character == '\t'
                || character >= 0x20
                        && !(character >= 0x7F && character < 0xA0)
                        && !(character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE)
                        && character < 0xFFFE
                || character > 0xFFFF;
    }

    /// As word processors write a language: `de-DE`.
    String region() {
        return language.equals("en") ? "en-GB" : "de-DE";
    }
}
