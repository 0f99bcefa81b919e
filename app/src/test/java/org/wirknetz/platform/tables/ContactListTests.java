package org.wirknetz.platform.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirknetz.platform.tables.Given.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The dirty contact list of the documentation and its twin as a workbook are read whole and alike.
class ContactListTests {

    @TempDir
    Path folder;

    private static final Path TEXT = Path.of("../docs/examples/kontaktliste-lindenfurt.csv");
    private static final Path BOOK = Path.of("../docs/examples/kontaktliste-lindenfurt.xlsx");

    /// Writes the twin anew when the list has changed: a title and a blank line above the headings, days as text.
    public static void main(String[] arguments) throws IOException {
        var table = CsvTable.open(() -> Files.newInputStream(TEXT), Place.file("list"), Limits.usual());
        try (var book = new Workbook(Files.newOutputStream(BOOK), "Tabellen", null);
                var rows = table.rows()) {
            var sheet = book.newWorksheet("Kontakte");
            sheet.value(0, 0, "Fachkräftenetz Lindenfurt – Kontaktliste, Stand November 2026");
            int line = 2;
            for (var row : rows.toList()) {
                for (int column = 0; column < row.cells().size(); column++) {
                    sheet.value(line, column, row.cell(column).text());
                }
                line++;
            }
        }
    }

    @Test
    void contacts_become_organisations_people_and_mandates() {
        var reading = reading(TEXT);
        assertThat(reading.findings().refuse())
                .as(() -> reading.sentences().toString())
                .isFalse();
        var tables = reading.tables();
        assertThat(tables.read()).isGreaterThan(60);
        assertThat(tables.organisations().size()).isBetween(40, 60);
        assertThat(tables.mandates().size()).isGreaterThan(60);
        assertThat(tables.organisations())
                .allSatisfy(it -> assertThat(it.groups()).isNotEmpty());
        assertThat(tables.people())
                .extracting(PersonRow::email)
                .allSatisfy(it -> assertThat(it).doesNotContain(" "));
    }

    @Test
    void organisations_under_two_names_are_proposed_as_one() {
        assertThat(reading(TEXT).sentences())
                .filteredOn(it -> it.contains("dieselbe Organisation"))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void the_workbook_says_the_same_as_the_text() {
        var text = reading(TEXT).tables();
        var book = reading(BOOK).tables();
        assertThat(organisations(book)).isEqualTo(organisations(text));
        assertThat(mandates(book)).isEqualTo(mandates(text));
    }

    private static List<String> organisations(NetworkTables tables) {
        return tables.organisations().stream()
                .map(it -> it.name() + it.groups() + it.contact())
                .toList();
    }

    private static List<String> mandates(NetworkTables tables) {
        return tables.mandates().stream()
                .map(it -> it.person() + it.organisation() + it.period() + it.former())
                .toList();
    }

    @Test
    void likely_duplicates_are_found_and_neighbours_are_left_alone() {
        var file = Given.file(
                folder(),
                "organisations.csv",
                "name\nIHK Lindenfurt\nIndustrie- und Handelskammer Lindenfurt\nVerein Neustart e.V.\nNeustart\nVolkshochschule Kupferland\n"
                        + "Volkshochschulle Kupferland\nJobcenter Wiesgrund\nJobcenter Kupferland\nBerufsschule I (Technik)\nBerufsschule II (Handel)\n");
        assertThat(LikelyDuplicates.of(reading(file).tables().organisations()))
                .extracting(it -> it.other().name())
                .containsExactly("Industrie- und Handelskammer Lindenfurt", "Neustart", "Volkshochschulle Kupferland");
    }

    @Test
    void the_habits_of_an_office_are_understood() {
        var tables = reading(Given.file(
                        folder(),
                        "Verteiler.csv",
                        "Einrichtung;Name;Leitung/Arbeitsebene;E-Mail;PLZ Ort;dabei seit\n"
                                + "IHK Lindenfurt;Petra Groß;Arbeitsebene;gross @ihk.example;00110 Lindenfurt;03/22\n"
                                + "Caritasverband;Nadine Küster;GF;kuester(at)caritas.example;D-00210 Kupferau;2021\n"))
                .tables();
        assertThat(tables.organisations())
                .extracting(it -> it.contact().postcode() + "/" + it.contact().city())
                .containsExactly("00110/Lindenfurt", "00210/Kupferau");
        assertThat(tables.people())
                .extracting(PersonRow::email)
                .containsExactly("gross@ihk.example", "kuester@caritas.example");
        assertThat(tables.mandates())
                .extracting(MandateRow::level)
                .containsExactly(MandateRow.Level.OPERATIONAL, MandateRow.Level.LEADERSHIP);
    }

    @Test
    void since_when_a_partner_is_there_belongs_to_its_membership() {
        for (var heading : List.of("dabei seit", "Mitglied seit", "Partner seit")) {
            var tables = reading(Given.file(
                            folder(),
                            "Verteiler.csv",
                            "Einrichtung;Ansprechpartner;" + heading + "\nIHK Lindenfurt;Petra Groß;01.03.2022\n"
                                    + "IHK Lindenfurt;Jonas Weber;01.09.2020\n"))
                    .tables();
            assertThat(tables.organisations())
                    .as(heading)
                    .extracting(OrganisationRow::member)
                    .containsExactly(new Period(LocalDate.of(2020, 9, 1), null));
            assertThat(tables.mandates())
                    .as(heading)
                    .extracting(it -> it.period().from())
                    .containsExactly(null, null);
        }
    }

    @Test
    void the_total_under_a_list_is_no_organisation() {
        var reading = reading(Given.file(
                folder(), "Verteiler.csv", "Nr;Einrichtung;Name\n1;IHK Lindenfurt;Petra Groß\n;;\nSumme:;59;\n"));
        assertThat(reading.tables().organisations())
                .extracting(OrganisationRow::name)
                .containsExactly("IHK Lindenfurt");
        assertThat(reading.sentences()).singleElement().asString().contains("Zeile 4", "„59“");
    }

    @Test
    void a_total_that_speaks_of_contacts_or_stands_in_other_columns_is_nobody() {
        var reading = reading(Given.file(folder(), "Verteiler.csv", """
                Nr;Einrichtung;Name;E-Mail
                1;IHK Lindenfurt;Petra Groß;gross@ihk.example
                Summe;59 Kontakte;;
                Total;2;2;
                ;Gesamt Metall GmbH;Emre Yıldız;
                """));
        assertThat(reading.tables().organisations())
                .extracting(OrganisationRow::name)
                .containsExactly("IHK Lindenfurt", "Gesamt Metall GmbH");
        assertThat(reading.tables().people()).hasSize(2);
        assertThat(reading.sentences().toString()).contains("„59 Kontakte“", "„2“");
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("duplicates");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// As offices write it: a title, merged headings of groups, two words for one thing, a total at the end.
    @Test
    void headings_below_others_and_with_two_words_are_found() {
        var file = Given.file(folder, "Partnerliste.csv", """
                Fachkräftebündnis Waldenau – Partnerliste;;;;;;
                ;;;;;;
                ;Organisation;Organisation;Kontakt;Kontakt;Mitgliedschaft;Mitgliedschaft
                Lfd. Nr.;Institution / Firma;Art;Ansprechpartner/in;E-Mail;dabei seit;Status
                1;IHK Waldenau;Kammer;Petra Köhler;koehler@ihk.example;01.05.2019;aktiv
                2;Metallbau Yıldız GmbH;Unternehmen;Emre Yıldız;yildiz@metall.example;2020;ruhend
                3;Volkshochschule;Verein;Olga Petrenko;petrenko@vhs.example;2021;seit Corona nicht mehr da
                Summe:;61;;;;;
                ;Summe: 61;;;;;
                """);
        var read = reading(file);
        assertThat(read.findings().refuse()).as(read.sentences().toString()).isFalse();
        assertThat(read.tables().organisations())
                .extracting(OrganisationRow::name)
                .containsExactly("IHK Waldenau", "Metallbau Yıldız GmbH", "Volkshochschule");
        assertThat(read.tables().organisations())
                .extracting(OrganisationRow::status)
                .containsExactly(MemberStatus.ACTIVE, MemberStatus.DORMANT, MemberStatus.LEFT);
        assertThat(read.tables().people()).hasSize(3);
        assertThat(read.sentences().toString())
                .contains("in Zeile 4", "„seit Corona nicht mehr da“ wurde als „ausgetreten“ gelesen");
    }

    /// One cell of the data says "Unternehmen", which is also a heading; the line of the headings has many more.
    @Test
    void a_word_in_the_data_is_no_line_of_headings() {
        var file = Given.file(folder, "Adressen.csv", """
                Haus;Straße;PLZ;Ort;Telefon;E-Mail;Art
                Jobcenter;Am Markt 3;02763;Waldenau;1;a@b.example;Amt
                Metallbau;Weg 1;02763;Waldenau;2;c@d.example;Unternehmen
                Caritasverband;Weg 2;02763;Waldenau;3;e@f.example;Verein
                """);
        var read = reading(file);
        assertThat(read.tables().organisations())
                .extracting(OrganisationRow::name)
                .containsExactly("Jobcenter", "Metallbau", "Caritasverband");
    }

    /// "Status" above something else stays what it was: a free field.
    @Test
    void a_status_of_something_else_is_no_membership() {
        var read = reading(Given.file(
                folder,
                "Partnerliste.csv",
                "Organisation;Status\nIHK Waldenau;Vertrag beim Justiziar\nJobcenter;Entwurf\n"));
        assertThat(read.findings().refuse()).isFalse();
        assertThat(read.tables().organisations())
                .extracting(it -> it.status() + " " + it.free())
                .containsExactly("null {Status=Vertrag beim Justiziar}", "null {Status=Entwurf}");
    }

    @Test
    void one_organisation_has_one_status() {
        var read = reading(Given.file(
                folder,
                "Verteiler.csv",
                "Einrichtung;Name;Status\nIHK;Petra Groß;aktiv\nIHK;Jonas Weber;ausgetreten\n"));
        assertThat(read.findings().refuse()).isTrue();
        assertThat(read.sentences().toString()).contains("Zeile 3, Spalte „Status“", "Verteiler.csv:2");
    }

    @Test
    void addresses_belong_to_people_in_their_order_or_to_whose_name_they_hold() {
        var read = reading(Given.file(folder, "Verteiler.csv", """
                Einrichtung;Ansprechpartner;E-Mail
                IHK;Anna Berg und Max Stolz;a@ihk.example, b@ihk.example
                Caritasverband;Eva Lind / Jan Roth;info@caritas.example, roth@caritas.example, x@caritas.example
                """));
        assertThat(read.tables().people())
                .extracting(it -> it.name() + " " + it.email())
                .containsExactly(
                        "Anna Berg a@ihk.example",
                        "Max Stolz b@ihk.example",
                        "Eva Lind ",
                        "Jan Roth roth@caritas.example");
        assertThat(read.sentences().toString())
                .contains("Zeile 3, Spalte „E-Mail“: Wem gehört „info@caritas.example, x@caritas.example“?");
    }
}
