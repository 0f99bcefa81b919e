package org.wirknetz.networkcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.wirknetz.platform.tables.Findings;
import org.wirknetz.platform.tables.NetworkTablesReader;

/// What a check is written as: complete, well-formed, accessible, and the same bytes for the same tables.
class CheckFilesTests {
    @TempDir
    Path folder = Path.of("");

    private static Map<String, byte[]> files(Locale locale, CheckFormat... formats) throws IOException {
        var input = Checked.input(Checked.M8, Checked.DAY, null, locale);
        return new CheckFiles(NetworkCheck.of(input), input, new Findings()).in(List.of(formats));
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(java.util.Objects.requireNonNull(files.get(name), name), StandardCharsets.UTF_8);
    }

    @Test
    void the_same_tables_give_the_same_bytes() throws IOException {
        var first = files(Locale.GERMAN, CheckFormat.values());
        var second = files(Locale.GERMAN, CheckFormat.values());
        assertThat(first.keySet())
                .contains("check.json", "check.html", "check.pdf", "check.graphml", "check.gexf", "check-measures.csv");
        assertThat(second.keySet()).isEqualTo(first.keySet());
        first.forEach((name, bytes) -> assertThat(second.get(name)).as(name).isEqualTo(bytes));
    }

    @Test
    void the_order_of_rows_does_not_matter() throws IOException {
        for (var name : List.of("organisations", "ties", "contributions", "activities", "funding")) {
            var lines = new ArrayList<>(Files.readAllLines(Checked.M8.resolve(name + ".csv")));
            var turned = new ArrayList<String>(List.of(lines.removeFirst()));
            turned.addAll(lines.reversed());
            Files.write(folder.resolve(name + ".csv"), turned);
        }
        Files.copy(Checked.M8.resolve("targets.csv"), folder.resolve("targets.csv"));
        var input = Checked.input(folder, Checked.DAY, null, Locale.GERMAN);
        var turned = new CheckFiles(NetworkCheck.of(input), input, new Findings()).in(List.of(CheckFormat.JSON));
        assertThat(text(turned, "check.json")).isEqualTo(text(files(Locale.GERMAN, CheckFormat.JSON), "check.json"));
    }

    @Test
    void the_report_stands_alone_in_both_languages() throws Exception {
        for (var locale : List.of(Locale.GERMAN, Locale.ENGLISH)) {
            var page = text(files(locale, CheckFormat.HTML), "check.html");
            assertThat(page)
                    .contains("<html lang=\"" + locale.getLanguage() + "\"")
                    .contains("<svg");
            assertThat(page.replace("http://www.w3.org/2000/svg", ""))
                    .doesNotContain("http")
                    .doesNotContain("<script")
                    .doesNotContain("url(")
                    .doesNotContain("@import");
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(
                            page.replace("<!DOCTYPE html>", "").getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void names_of_strangers_are_no_mark_up() throws IOException {
        Files.writeString(
                folder.resolve("organisations.csv"),
                "key,name,group\nA,<script>alert(1)</script>,\"<b>\"\nB,\"Weber & \"\"Söhne\"\"\",x\n");
        Files.writeString(folder.resolve("ties.csv"), "from,to,kind\nA,B,<i>\n");
        var input = Checked.input(folder, Checked.DAY, null, Locale.GERMAN);
        var files = new CheckFiles(NetworkCheck.of(input), input, new Findings()).in(List.of(CheckFormat.values()));
        assertThat(text(files, "check.html"))
                .doesNotContain("<script")
                .doesNotContain("<b>")
                .doesNotContain("<i>");
        assertThat(text(files, "check.graphml")).doesNotContain("<script");
    }

    @Test
    void the_pdf_is_accessible() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        var pdf = files(Locale.GERMAN, CheckFormat.PDF).get("check.pdf");
        assertThat(pdf).isNotNull();
        for (var flavour : List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_3_U)) {
            try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                    var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                var result = validator.validate(parser);
                assertThat(result.getTestAssertions()).as(flavour.getId()).isEmpty();
                assertThat(result.isCompliant()).isTrue();
            }
        }
    }

    /// Programs such as networkx refuse a file with edges of both sorts.
    @Test
    void what_holds_both_ways_is_said_of_a_directed_edge_and_read_back_so() throws IOException {
        Files.writeString(folder.resolve("organisations.csv"), "key,name,group\nA,Amt,\nB,Bildung,\nC,Club,\n");
        Files.writeString(
                folder.resolve("ties.csv"), "from,to,kind,strength,mutual\nA,B,INFO,2,yes\nC,A,COOPERATION,3,no\n");
        var input = Checked.input(folder, Checked.DAY, null, Locale.GERMAN);
        var written = new CheckFiles(NetworkCheck.of(input), input, new Findings())
                .in(List.of(CheckFormat.GRAPHML, CheckFormat.GEXF));
        assertThat(text(written, "check.graphml"))
                .contains("edgedefault=\"directed\"")
                .contains("<data key=\"edge-mutual\">true</data>")
                .contains("<data key=\"edge-mutual\">false</data>")
                .doesNotContain("directed=\"false\"");
        for (var name : List.of("check.graphml", "check.gexf")) {
            var file = Files.write(folder.resolve(name), java.util.Objects.requireNonNull(written.get(name)));
            var read = NetworkTablesReader.readFiles(List.of(file), new Findings());
            assertThat(read.ties())
                    .as(name)
                    .extracting(it -> it.from() + it.to() + it.mutual())
                    .containsExactlyInAnyOrder("ABtrue", "CAfalse");
        }
    }

    @Test
    void graph_files_are_read_back_as_the_same_network() throws IOException {
        var written = files(Locale.GERMAN, CheckFormat.GRAPHML, CheckFormat.GEXF);
        for (var name : List.of("check.graphml", "check.gexf")) {
            var file = Files.write(folder.resolve(name), java.util.Objects.requireNonNull(written.get(name)));
            var result = Checked.of(file);
            assertThat(result.network().ties()).as(name).isEqualTo(9);
            assertThat(result.network().oneSidedTies()).isEqualTo(9);
            assertThat(result.network().coordinator()).isEqualTo("A");
            assertThat(Checked.value(result, MeasureId.BETWEENNESS_CENTRALISATION))
                    .isEqualTo(96 / 147.0);
            assertThat(result.organisations().getFirst().name()).isEqualTo("Koordinierung");
        }
    }
}
