package org.wirknetz.agreements.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wirknetz.platform.web.Paper;

/// An agreement to take along: the text that is signed, and who signed it or where to sign.
final class AgreementPaper {

    private AgreementPaper() {}

    /// The sealed text begins with its title.
    ///
    /// @param description what kind of paper it is, for the properties of the file
    /// @param signed heading above the signatures
    /// @param signatures the lines of each party
    static Paper of(
            String sealed,
            String description,
            LocalDate day,
            String signed,
            List<List<String>> signatures,
            String foot) {
        var paragraphs = sealed.strip().split("\n{2,}");
        var parts = new ArrayList<Paper.Part>();
        Arrays.stream(paragraphs).skip(1).forEach(it -> parts.add(new Paper.Paragraph(it)));
        parts.add(new Paper.Heading(2, signed));
        signatures.forEach(it -> parts.add(new Paper.Paragraph(String.join("\n", it))));
        parts.add(new Paper.Foot(foot));
        return new Paper("de", paragraphs[0].replace('\n', ' '), description, day, parts);
    }
}
