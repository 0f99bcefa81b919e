package org.wirknetz.platform.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirknetz.platform.tables.Given.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What strangers and accidents put before us: each case ends in a sentence that says where and what to do.
class NastyFilesTests {
    @TempDir
    Path folder = Path.of("");

    @Test
    void an_impossible_day_is_named_with_line_and_column() {
        var file = Given.file(
                folder,
                "Organisationen.csv",
                "Schlüssel;Name;Mitglied seit\nHWK;Handwerkskammer;01.03.2024\nVHS;Volkshochschule;31.02.2024\n");
        assertThat(reading(file).sentences())
                .containsExactly("Fehler: Datei Organisationen.csv, Zeile 3, Spalte „Mitglied seit“: "
                        + "„31.02.2024“ ist kein Tag, den es gibt. Bitte berichtigen Sie das Datum.");
    }

    @Test
    void lines_are_counted_as_the_spreadsheet_shows_them_behind_quoted_line_ends_and_blank_lines() {
        var file = Given.file(
                folder,
                "organisations.csv",
                "Partnerliste 2026\n\nname,street,member_from\n\"Handwerks-\nkammer\",x,2024-01-01\n\nVHS,y,morgen\n");
        assertThat(reading(file).sentences())
                .singleElement()
                .asString()
                .contains("Zeile 7, Spalte „member_from“: „morgen“");
    }

    @Test
    void a_tie_to_an_unknown_organisation_is_refused_by_line() {
        Given.file(folder, "organisations.csv", "key,name\nA,Jobcenter\nB,Volkshochschule\n");
        Given.file(folder, "ties.csv", "from,to\nA,B\nA,C\n");
        var reading = reading(folder);
        assertThat(reading.findings().refuse()).isTrue();
        assertThat(reading.sentences())
                .singleElement()
                .asString()
                .startsWith(
                        "Fehler: Datei ties.csv, Zeile 3, Spalte „to“: „C“ steht nicht in der Tabelle der Organisationen.");
    }

    @Test
    void a_loop_is_refused() {
        Given.file(folder, "organisations.csv", "key,name\nA,Jobcenter\n");
        Given.file(folder, "ties.csv", "from,to\nA,Jobcenter\n");
        assertThat(reading(folder).sentences())
                .singleElement()
                .asString()
                .contains("ties.csv, Zeile 2")
                .contains("mit sich selbst");
    }

    /// It would have ended in the middle of the network check.
    @Test
    void a_strength_of_nothing_is_refused() {
        Given.file(folder, "organisations.csv", "key,name\nA,Jobcenter\nB,Volkshochschule\n");
        Given.file(folder, "ties.csv", "from,to,strength\nA,B,0\nB,A,0.5\n");
        assertThat(reading(folder).sentences())
                .singleElement()
                .asString()
                .contains("ties.csv, Zeile 2, Spalte „strength“")
                .contains("„0“ ist keine Stärke");
    }

    @Test
    void an_old_workbook_and_one_with_a_password_say_how_to_save() {
        var ole = new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        var old = Given.bytes(folder, "alt.xls", java.util.Arrays.copyOf(ole, 4_096));
        assertThat(reading(old).sentences()).singleElement().asString().endsWith("Bitte als .xlsx speichern.");

        var secret = java.util.Arrays.copyOf(ole, 4_096);
        var name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, secret, 1_024, name.length);
        var locked = Given.bytes(folder, "geheim.xlsx", secret);
        assertThat(reading(locked).sentences()).singleElement().asString().contains("Passwort");
    }

    @Test
    void binary_and_empty_and_missing_files_are_refused() {
        var binary =
                Given.bytes(folder, "bild.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 13, 10, 'x', 'y', 'z'});
        var empty = Given.bytes(folder, "leer.csv", new byte[0]);
        assertThat(reading(binary, empty, folder.resolve("fehlt.csv")).sentences())
                .satisfiesExactly(
                        one -> assertThat(one).contains("bild.csv").contains("Binärdaten"),
                        two -> assertThat(two).contains("leer.csv").contains("leer"),
                        three -> assertThat(three).contains("fehlt.csv").contains("gibt es nicht"));
    }

    @Test
    void half_a_workbook_is_broken() throws IOException {
        var whole = Given.workbook(
                folder, "ganz.xlsx", Given.sheet("<row r=\"1\">" + Given.text("A1", "name") + "</row>", ""));
        var bytes = Files.readAllBytes(whole);
        var half = Given.bytes(folder, "halb.xlsx", java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(reading(half).sentences()).singleElement().asString().contains("beschädigt oder unvollständig");
    }

    @Test
    void a_sheet_that_ends_in_the_middle_names_the_line() {
        var sheet = Given.sheet(
                        "<row r=\"1\">" + Given.text("A1", "name") + Given.text("B1", "city") + "</row><row r=\"2\">"
                                + Given.text("A2", "VHS") + "</row><row r=\"3\">",
                        "")
                .replaceFirst("</sheetData>.*", "<c r=\"A3\"");
        var file = Given.workbook(folder, "abgebrochen.xlsx", sheet);
        assertThat(reading(file).sentences())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it).contains("beschädigt"));
    }

    @Test
    void a_document_type_is_refused_in_workbooks_and_graphs() {
        var attack = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
        var book = Given.workbook(folder, "xxe.xlsx", attack + "<worksheet>&e;</worksheet>");
        var graph = Given.file(folder, "xxe.graphml", attack + "<graphml><graph/></graphml>");
        var late = Given.file(
                folder,
                "late.graphml",
                "<!-- <graphml " + "x".repeat(9_000) + " -->" + "<!DOCTYPE x [<!ENTITY e \"a\">]><graphml/>");
        assertThat(reading(book, graph, late).sentences())
                .hasSize(3)
                .allSatisfy(it -> assertThat(it).contains("DOCTYPE"));
    }

    @Test
    void a_bomb_below_the_usual_ratio_is_refused_before_a_parser_sees_it() throws IOException {
        var file = folder.resolve("bombe.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(Deflater.BEST_SPEED);
            var parts = Given.workbookParts("organisations", "");
            for (int i = 0; i < parts.length - 2; i += 2) {
                zip.putNextEntry(new ZipEntry(parts[i]));
                zip.write(parts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var row = "<row><c t=\"inlineStr\"><is><t>aaaaaaaaaaaaaaaaaaaaaaaaa</t></is></c></row>"
                    .repeat(2_000)
                    .getBytes(StandardCharsets.UTF_8);
            for (long written = 0; written < 513L << 20; written += row.length) zip.write(row);
        }
        assertThat(Files.size(file))
                .as("the ratio alone would not give it away")
                .isGreaterThan((513L << 20) / 1_000);
        assertThat(reading(file).sentences()).singleElement().asString().contains("entpackt größer als erlaubt");
    }

    @Test
    void a_cell_address_beyond_every_column_does_not_fill_the_memory() {
        var file = Given.workbook(
                folder, "weit.xlsx", Given.sheet("<row r=\"1\">" + Given.text("ZZZZZZ1", "name") + "</row>", ""));
        assertThat(reading(file).sentences()).singleElement().asString().contains("beschädigt");
    }

    @Test
    void one_endless_cell_and_one_endless_row_are_refused_before_a_parser_holds_them() {
        var cell = Given.workbook(
                folder,
                "zelle.xlsx",
                Given.sheet("<row r=\"1\">" + Given.text("A1", "a".repeat(2_000_000)) + "</row>", ""));
        assertThat(reading(cell).sentences()).singleElement().asString().contains("mehr als 32767 Zeichen");
        var row = Given.workbook(
                folder,
                "zeile.xlsx",
                Given.sheet(
                        "<row r=\"1\">" + "<c t=\"inlineStr\"><is><t>x</t></is></c>".repeat(60_000) + "</row>", ""));
        assertThat(reading(row).sentences()).singleElement().asString().contains("Spalten");
    }

    @Test
    void two_hundred_columns_are_read_and_a_thousand_are_not() {
        var many = new StringBuilder("name");
        for (int i = 1; i < 200; i++) many.append(";Feld ").append(i);
        var file = Given.file(folder, "Organisationen.csv", many + "\nVHS" + ";x".repeat(199) + "\n");
        assertThat(reading(file).tables().organisations().getFirst().free()).hasSize(199);
        var wide = Given.file(folder, "zu breit.csv", "name" + ";x".repeat(1_000) + "\n");
        assertThat(reading(wide).sentences()).singleElement().asString().contains("1001 Spalten, erlaubt sind 500");
    }

    @Test
    void merged_cells_and_formulas_give_what_the_person_sees() {
        var rows = "<row r=\"1\">" + Given.text("A1", "Organisation") + Given.text("B1", "Ansprechpartner")
                + Given.text("C1", "seit") + "</row>"
                + "<row r=\"2\">" + Given.text("A2", "Handwerkskammer") + Given.text("B2", "Jonas Weber") + "</row>"
                + "<row r=\"3\"><c r=\"B3\" t=\"str\"><f>\"Aylin \"&amp;\"Demir\"</f><v>Aylin Demir</v></c>"
                + "<c r=\"C3\"><f>2020+4</f><v>2024</v></c></row>";
        var file = Given.workbook(
                folder,
                "merged.xlsx",
                Given.sheet(rows, "<mergeCells count=\"1\"><mergeCell ref=\"A2:A3\"/></mergeCells>"));
        var reading = reading(file);
        assertThat(reading.sentences()).isEmpty();
        var tables = reading.tables();
        assertThat(tables.organisations()).extracting(OrganisationRow::name).containsExactly("Handwerkskammer");
        assertThat(tables.mandates()).extracting(MandateRow::person).containsExactly("Jonas Weber", "Aylin Demir");
        assertThat(tables.mandates().get(1).period().from()).isEqualTo("2024-01-01");
    }

    @Test
    void an_unclosed_quote_names_the_line() {
        var file =
                Given.file(folder, "organisations.csv", "name;city\nVHS;Lindenfurt\n\"Jobcenter;Lindenfurt\nHWK;x\n");
        var reading = reading(file);
        assertThat(reading.findings().refuse()).isTrue();
        assertThat(reading.sentences())
                .singleElement()
                .asString()
                .contains("Zeile 3")
                .contains("Anführungszeichen");
    }

    @Test
    void formulas_in_text_stay_text() {
        var file = Given.file(folder, "organisations.csv", "name;city\n\"=cmd|'/c calc'!A1\";+x\n");
        var row = reading(file).tables().organisations().getFirst();
        assertThat(row.name()).isEqualTo("=cmd|'/c calc'!A1");
        assertThat(row.contact().city()).isEqualTo("+x");
    }

    @Test
    void a_million_wrong_dates_keep_two_hundred_findings_and_count_the_rest() {
        var text = new StringBuilder("name,member_from\n");
        for (int i = 0; i < 1_000; i++) text.append("Betrieb ").append(i).append(",31.02.2024\n");
        var reading = reading(Given.file(folder, "organisations.csv", text.toString()));
        assertThat(reading.findings().all()).hasSize(200);
        assertThat(new FindingSentences(Locale.ENGLISH).beyond(reading.findings()))
                .isEqualTo("… and 800 more findings of this kind.");
    }

    @Test
    void every_finding_has_a_sentence_in_both_languages() throws IOException {
        var code = new StringBuilder();
        try (var files = Files.list(Path.of("src/main/java/org/wirknetz/platform/tables"))) {
            for (var file : files.toList()) code.append(Files.readString(file));
        }
        var keys = java.util.regex.Pattern.compile("\"(tables\\.[a-z-]+\\.[a-z-]+)\"")
                .matcher(code)
                .results()
                .map(it -> it.group(1))
                .distinct()
                .toList();
        assertThat(keys).hasSizeGreaterThan(40);
        for (var language : new Locale[] {Locale.GERMAN, Locale.ENGLISH}) {
            var sentences = new FindingSentences(language);
            assertThat(keys)
                    .filteredOn(it -> !it.startsWith("tables.place"))
                    .allSatisfy(
                            key -> assertThat(sentences.sentence(Finding.error(Place.file("a"), key, "1", "2", "3")))
                                    .isNotBlank());
        }
    }
}
