package org.wirknetz.agreements.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// An agreement to take along, part by part: the text that is signed, and who signed it or where to sign. Every format
/// (PDF, DOCX, ODT) is written from these parts, so that all say the same.
///
/// @param description what kind of paper it is, for the properties of the file
public record Paper(String title, String description, List<Part> parts) {

    public sealed interface Part {}

    public record Heading(String text) implements Part {}

    /// @param lines of one paragraph, each on its own line
    public record Paragraph(List<String> lines) implements Part {}

    /// What stands in small letters at the end.
    public record Foot(String text) implements Part {}

    /// The sealed text begins with its title.
    ///
    /// @param signed heading above the signatures
    /// @param signatures the lines of each party
    static Paper of(String sealed, String description, String signed, List<List<String>> signatures, String foot) {
        var paragraphs = Arrays.stream(sealed.strip().split("\n{2,}"))
                .map(it -> Arrays.stream(it.split("\n")).toList())
                .toList();
        var parts = new ArrayList<Part>();
        paragraphs.stream().skip(1).forEach(it -> parts.add(paragraph(it)));
        parts.add(new Heading(readable(signed)));
        signatures.forEach(it -> parts.add(paragraph(it)));
        parts.add(new Foot(readable(foot)));
        return new Paper(readable(String.join(" ", paragraphs.getFirst())), readable(description), List.copyOf(parts));
    }

    private static Paragraph paragraph(List<String> lines) {
        return new Paragraph(lines.stream().map(Paper::readable).toList());
    }

    /// XML 1.0 has no place for control characters, and half a character is none.
    private static String readable(String text) {
        return text.codePoints()
                .filter(it ->
                        it >= 0x20 && !(it >= 0xD800 && it <= 0xDFFF) && it != 0xFFFE && it != 0xFFFF || it == '\t')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
