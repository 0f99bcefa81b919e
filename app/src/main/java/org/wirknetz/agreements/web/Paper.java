package org.wirknetz.agreements.web;

import java.util.Arrays;
import java.util.List;

/// An agreement to take along: the text that is signed, paragraph by paragraph, and who signed it or where to sign.
///
/// @param paragraphs each may hold several lines
/// @param signatures a line for each party
public record Paper(
        String title,
        String description,
        List<List<String>> paragraphs,
        String signed,
        List<String> signatures,
        String foot) {

    /// The sealed text begins with its title.
    static Paper of(String sealed, String description, String signed, List<String> signatures, String foot) {
        var parts = Arrays.stream(sealed.strip().split("\n{2,}"))
                .map(it -> Arrays.stream(it.split("\n")).map(WordFile::readable).toList())
                .toList();
        return new Paper(
                String.join(" ", parts.getFirst()),
                description,
                parts.subList(1, parts.size()),
                signed,
                signatures,
                foot);
    }
}
