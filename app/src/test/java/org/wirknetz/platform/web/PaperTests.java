package org.wirknetz.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

/// Names from spreadsheets carry what XML has no place for.
class PaperTests {

    private static final String NASTY = "Kreis\u000BNord \u0000\uD800\uFFFE\u0085 \uD83D\uDE00";

    /// Such characters come from tables and would end each of the files for good.
    @Test
    void control_characters_and_half_characters_break_no_file() throws Exception {
        var paper = new Paper(
                "de",
                NASTY,
                NASTY,
                LocalDate.of(2026, 6, 30),
                List.of(
                        new Paper.Heading(2, NASTY),
                        new Paper.Paragraph(NASTY),
                        new Paper.Table(NASTY, List.of(NASTY, "Wert"), List.of(List.of(NASTY, NASTY)), List.of(50, 50)),
                        new Paper.Foot(NASTY)));
        assertThat(((Paper.Paragraph) paper.parts().get(1)).text()).isEqualTo("Kreis Nord      \uD83D\uDE00");
        for (var file : List.of(WordPaper.of(paper), OpenTextPaper.of(paper))) {
            int parsed = 0;
            try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    var bytes = zip.readAllBytes();
                    if (!entry.getName().endsWith(".xml")) continue;
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
                    parsed++;
                }
            }
            assertThat(parsed).isGreaterThan(1);
        }
    }
}
