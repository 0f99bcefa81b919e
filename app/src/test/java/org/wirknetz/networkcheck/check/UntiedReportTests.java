package org.wirknetz.networkcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirknetz.platform.tables.Findings;

/// A list of partners without a single tie: the report says what there is to say, and no more.
class UntiedReportTests {
    @TempDir
    Path folder = Path.of("");

    private byte[] report(CheckFormat format) throws IOException {
        Files.writeString(
                folder.resolve("organisations.csv"),
                "name;group\nHandwerkskammer;Kammer\nVolkshochschule;Bildung\nJobcenter;Jobcenter\nCaritasverband;Wohlfahrt\n");
        var input = Checked.input(folder, Checked.DAY, null, Locale.GERMAN);
        var files = new CheckFiles(NetworkCheck.of(input), input, new Findings()).in(List.of(format));
        return files.values().iterator().next();
    }

    @Test
    void what_needs_ties_is_named_in_one_sentence_and_not_shown() throws IOException {
        var page = new String(report(CheckFormat.HTML), StandardCharsets.UTF_8);
        assertThat(page)
                .contains("Wer dabei ist", "Caritasverband", "Dazu sagen die Tabellen nichts:", "Dichte")
                .doesNotContain("<svg", "Zusammenhalt", "nicht bestimmbar", "Schlüsselstellen", "eingehend");
    }

    @Test
    void four_have_no_measures_but_a_sentence() throws IOException {
        assertThat(new String(report(CheckFormat.HTML), StandardCharsets.UTF_8))
                .contains("Unter fünf Organisationen stehen hier keine Kennzahlen")
                .doesNotContain("Gemischtheit</th>", "class=\"measures\"");
    }

    @Test
    void the_paper_is_short() throws IOException {
        try (var document = Loader.loadPDF(report(CheckFormat.PDF))) {
            assertThat(document.getNumberOfPages()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void where_little_is_known_the_report_does_not_tell_by_which_thread_the_network_hangs() throws IOException {
        Files.writeString(
                folder.resolve("ties.csv"),
                "from;to;kind\nHandwerkskammer;Volkshochschule;INFO\nVolkshochschule;Jobcenter;INFO\n");
        assertThat(sentences("nein", "nein"))
                .contains("lässt sich noch nicht sagen")
                .doesNotContain("zerfiele das Netzwerk", "ist die einzige zwischen", "Paaren erreichen");
        assertThat(sentences("ja", "nein"))
                .contains("zerfiele das Netzwerk")
                .doesNotContain("lässt sich noch nicht sagen");
    }

    /// Two have answered; of the other two it is as given.
    private String sentences(String third, String fourth) throws IOException {
        Files.writeString(
                folder.resolve("organisations.csv"),
                "name;group;answered\nHandwerkskammer;Kammer;ja\nVolkshochschule;Bildung;ja\nJobcenter;Jobcenter;%s\nCaritasverband;Wohlfahrt;%s\n"
                        .formatted(third, fourth));
        var input = Checked.input(folder, Checked.DAY, null, Locale.GERMAN);
        return String.join("\n", new Sentences(NetworkCheck.of(input), input, new CheckWords(Locale.GERMAN)).all());
    }
}
