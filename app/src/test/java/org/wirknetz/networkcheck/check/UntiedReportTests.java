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
    void the_paper_is_short() throws IOException {
        try (var document = Loader.loadPDF(report(CheckFormat.PDF))) {
            assertThat(document.getNumberOfPages()).isLessThanOrEqualTo(2);
        }
    }
}
