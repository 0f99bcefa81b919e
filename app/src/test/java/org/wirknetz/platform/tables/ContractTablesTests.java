package org.wirknetz.platform.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirknetz.platform.tables.Given.reading;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tables of the contract, as different offices write them.
class ContractTablesTests {
    private static final String GERMAN_ORGANISATIONS = """
            Gebiet;Name ;SCHLÜSSEL;Akteursgruppe;Koordinierung (ja/nein);Mitglied seit;Mitglied bis;Faxnummer
            Lindenfurt;Handwerkskammer Lindenfurt;HWK;Kammer;nein;1.3.24;;030 23125-100
            Kupferland;Koordinierungsstelle;KO;Koordination;x;März 2023;31.12.2026;
            """;
    private static final String GERMAN_TIES = """
            Von;An;Art;Stärke;gegenseitig;seit;bis;Kooperationsform
            HWK;KO;Vereinbarung;2,5;ja;03/2024;;integrativ
            """;

    @TempDir
    Path folder = Path.of("");

    @Test
    void german_headings_in_windows_1252_with_semicolons() {
        var windows = Charset.forName("windows-1252");
        Given.file(folder, "Organisationen.csv", GERMAN_ORGANISATIONS, windows);
        Given.file(folder, "Beziehungen.csv", GERMAN_TIES, windows);
        check(reading(folder));
    }

    @Test
    void utf_16_and_a_byte_order_mark_and_tabs() {
        Given.file(
                folder,
                "Organisationen.csv",
                "\uFEFF" + GERMAN_ORGANISATIONS.replace(';', '\t'),
                StandardCharsets.UTF_16LE);
        Given.file(folder, "Beziehungen.csv", "\uFEFF" + GERMAN_TIES, StandardCharsets.UTF_8);
        check(reading(folder));
    }

    @Test
    void utf_16_without_a_mark() {
        Given.file(folder, "Organisationen.csv", GERMAN_ORGANISATIONS, StandardCharsets.UTF_16BE);
        Given.file(folder, "Beziehungen.csv", GERMAN_TIES, StandardCharsets.UTF_16LE);
        check(reading(folder));
    }

    @Test
    void tables_without_telling_names_are_known_by_their_columns() {
        Given.file(folder, "a.csv", GERMAN_ORGANISATIONS);
        Given.file(folder, "b.csv", GERMAN_TIES);
        check(reading(folder));
    }

    @Test
    void a_zip_of_tables() {
        var zip = Given.zip(
                folder,
                "netz.zip",
                "daten/Organisationen.csv",
                GERMAN_ORGANISATIONS,
                "daten/Beziehungen.csv",
                GERMAN_TIES);
        check(reading(zip));
    }

    private static void check(Given.Reading reading) {
        assertThat(reading.sentences()).isEmpty();
        var tables = reading.tables();
        var hwk = tables.organisations().getFirst();
        assertThat(hwk.key()).isEqualTo("HWK");
        assertThat(hwk.name()).isEqualTo("Handwerkskammer Lindenfurt");
        assertThat(hwk.groups()).containsExactly("Kammer");
        assertThat(hwk.member()).isEqualTo(new Period(LocalDate.of(2024, 3, 1), null));
        assertThat(hwk.free()).isEqualTo(Map.of("Faxnummer", "030 23125-100"));
        var office = tables.organisations().get(1);
        assertThat(office.coordinator()).isTrue();
        assertThat(office.member()).isEqualTo(new Period(LocalDate.of(2023, 3, 1), LocalDate.of(2026, 12, 31)));
        var tie = tables.ties().getFirst();
        assertThat(tie.kind()).isEqualTo("AGREEMENT");
        assertThat(tie.strength()).isEqualByComparingTo("2.5");
        assertThat(tie.mutual()).isTrue();
        assertThat(tie.period().from()).isEqualTo("2024-03-01");
        assertThat(tie.form()).isEqualTo("integrativ");
    }

    @Test
    void every_table_of_the_contract_in_english() {
        Given.file(
                folder,
                "organisations.csv",
                "key,name,group,coordinator\nA,Coordination,Office,yes\nB,Jobcenter,Public,no\n");
        Given.file(
                folder,
                "people.csv",
                "key,given_name,family_name,email\np1,Aylin,Demir,aylin.demir@netz.example\n,Jonas,Weber,\n");
        Given.file(
                folder,
                "mandates.csv",
                "person,organisation,function,level,from,to\np1,A,lead,LEADERSHIP,2024-01-01,\nJonas Weber,jobcenter,adviser,operativ,,2026-07-01\n");
        Given.file(folder, "ties.csv", "from,to,kind,strength,mutual\nA,B,REFERRAL,3,x\n");
        Given.file(
                folder,
                "contributions.csv",
                "giver,receiver,kind,effort,hours,requested,date\nA,B,room,large,,yes,2026-01-02\nB,A,advice,,2.5,no,\n");
        Given.file(folder, "targets.csv", "group,minimum,weight,area\nOffice,1,3,\n");
        Given.file(folder, "activities.csv", "organisation,kind,date,count\nA,agenda item,2026-02-03,12\n");
        Given.file(
                folder,
                "funding.csv",
                "source,amount,public,from,to,probability\nESF,\"120,000.00\",yes,2026-01-01,2027-08-01,80 %\n");
        var reading = reading(folder);
        assertThat(reading.sentences()).isEmpty();
        var tables = reading.tables();
        assertThat(tables.mandates()).extracting(MandateRow::person).containsExactly("p1", "Jonas Weber");
        assertThat(tables.mandates()).extracting(MandateRow::organisation).containsExactly("A", "B");
        assertThat(tables.mandates())
                .extracting(MandateRow::level)
                .containsExactly(MandateRow.Level.LEADERSHIP, MandateRow.Level.OPERATIONAL);
        assertThat(tables.contributions()).extracting(ContributionRow::weight).containsExactly(5.0, 2.5);
        assertThat(tables.contributions())
                .extracting(ContributionRow::requested)
                .containsExactly(true, false);
        assertThat(tables.targets().getFirst().weight()).isEqualByComparingTo("3");
        assertThat(tables.activities().getFirst().count()).isEqualByComparingTo("12");
        assertThat(tables.funding().getFirst().amount()).isEqualByComparingTo("120000");
        assertThat(tables.funding().getFirst().probability()).isEqualByComparingTo("0.8");
        assertThat(tables.present()).hasSize(8);
    }

    @Test
    void a_workbook_that_we_wrote_comes_back_unchanged() throws Exception {
        var file = folder.resolve("netz.xlsx");
        try (var out = new XlsxTables(Files.newOutputStream(file))) {
            out.table("Organisationen", List.of("Schlüssel", "Name", "Mitglied seit", "Budget", "Anmerkung"));
            out.row(List.of(
                    Cell.of("VHS"),
                    Cell.of("Volkshochschule"),
                    new Cell.Day(LocalDate.of(2024, 3, 1)),
                    new Cell.Amount(new java.math.BigDecimal("1234.5")),
                    Cell.of("=1+1")));
        }
        var row = reading(file).tables().organisations().getFirst();
        assertThat(row.member().from()).isEqualTo("2024-03-01");
        assertThat(row.free()).containsEntry("Budget", "1234.5").containsEntry("Anmerkung", "=1+1");
    }

    @Test
    void csv_that_we_wrote_is_safe_and_comes_back_unchanged() throws Exception {
        var texts =
                List.of("=cmd", "'=cmd", "+49 30 23125-100", "-5", "@x", "a;b", "\"q\"", "zwei\nZeilen", "''", "Ünï");
        var file = folder.resolve("texte.csv");
        try (var out = new CsvTables(it -> open(file))) {
            out.table("texte", List.of("Name", "Ort"));
            for (var text : texts) out.row(List.of(Cell.of(text), Cell.of("x")));
        }
        var written = Files.readString(file);
        assertThat(written)
                .startsWith(
                        "\uFEFFName;Ort\r\n'=cmd;x\r\n''=cmd;x\r\n'+49 30 23125-100;x\r\n-5;x\r\n'@x;x\r\n\"a;b\";x\r\n");
        var table = CsvTable.open(() -> Files.newInputStream(file), Place.file("texte.csv"), Limits.usual());
        try (var rows = table.rows()) {
            assertThat(rows.skip(1).map(it -> it.cell(0).text()).toList()).isEqualTo(texts);
        }
    }

    private static java.io.OutputStream open(Path file) {
        try {
            return Files.newOutputStream(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void graphml_and_gexf_bring_organisations_and_ties() {
        var graphml = Given.file(folder, "netz.graphml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
                  <key id="d0" for="node" attr.name="name" attr.type="string"/>
                  <key id="d1" for="edge" attr.name="strength" attr.type="double"/>
                  <graph edgedefault="directed">
                    <node id="A"><data key="d0">Jobcenter</data></node><node id="B"><data key="d0">Volkshochschule</data></node>
                    <edge source="A" target="B"><data key="d1">2.5</data></edge>
                  </graph>
                </graphml>
                """);
        var gexf = Given.file(folder, "netz.gexf", """
                <?xml version="1.0" encoding="UTF-8"?>
                <gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="undirected" timeformat="date">
                  <attributes class="node"><attribute id="0" title="group" type="string"/></attributes>
                  <nodes><node id="A" label="Jobcenter"><attvalues><attvalue for="0" value="Amt"/></attvalues></node><node id="B" label="VHS"/></nodes>
                  <edges><edge id="0" source="A" target="B" weight="2" start="2024-01-01"/></edges></graph></gexf>
                """);
        var one = reading(graphml);
        assertThat(one.sentences()).isEmpty();
        assertThat(one.tables().organisations())
                .extracting(OrganisationRow::name)
                .containsExactly("Jobcenter", "Volkshochschule");
        assertThat(one.tables().ties().getFirst().strength()).isEqualByComparingTo("2.5");
        assertThat(one.tables().ties().getFirst().mutual()).isFalse();
        var two = reading(gexf);
        assertThat(two.sentences()).isEmpty();
        assertThat(two.tables().organisations().getFirst().groups()).containsExactly("Amt");
        assertThat(two.tables().ties().getFirst().mutual()).isTrue();
        assertThat(two.tables().ties().getFirst().period().from()).isEqualTo("2024-01-01");
    }

    /// By key, and by name where the graph numbers its nodes itself; what the graph alone knows is new.
    @Test
    void ties_of_a_graph_join_the_organisations_of_another_table() {
        Given.file(
                folder,
                "organisationen.csv",
                "key,name,group\nA,Jobcenter,Amt\nB,Volkshochschule,Träger\nn9,Caritas,Träger\n");
        Given.file(folder, "netz.graphml", """
                <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
                  <key id="d0" for="node" attr.name="name"/><key id="d1" for="node" attr.name="area"/>
                  <graph edgedefault="directed">
                    <node id="A"><data key="d0">Jobcenter</data><data key="d1">Nord</data></node>
                    <node id="n1"><data key="d0">volkshochschule</data></node>
                    <node id="n2"><data key="d0">Innung</data></node>
                    <edge source="A" target="n1"/><edge source="n1" target="n2"/>
                  </graph>
                </graphml>
                """);
        var read = reading(folder);
        assertThat(read.findings().refuse()).as(read.sentences().toString()).isFalse();
        assertThat(read.tables().organisations())
                .extracting(OrganisationRow::key)
                .containsExactly("A", "B", "n9", "n2");
        assertThat(read.tables().organisations().getFirst().area()).isEqualTo("Nord");
        assertThat(read.tables().organisations().getFirst().groups()).containsExactly("Amt");
        assertThat(read.tables().ties()).extracting(it -> it.from() + it.to()).containsExactly("AB", "Bn2");
    }

    /// Another organisation that happens to have the number of a node is not taken for it.
    @Test
    void a_node_with_the_key_of_another_organisation_is_refused() {
        Given.file(folder, "organisationen.csv", "key,name\n1,Caritas\n2,Jobcenter\n");
        Given.file(folder, "netz.gexf", """
                <gexf xmlns="http://gexf.net/1.3" version="1.3"><graph>
                  <nodes><node id="1" label="Jobcenter"/><node id="2" label="Jobcenter"/></nodes>
                  <edges><edge id="0" source="1" target="2"/></edges></graph></gexf>
                """);
        assertThat(reading(folder).findings().refuse()).isTrue();
    }

    /// yEd keeps a drawing in each node; its label is the name.
    @Test
    void a_drawn_graph_is_read_by_its_labels() {
        var read = reading(Given.file(folder, "yed.graphml", """
                <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
                  <key for="node" id="d6" yfiles.type="nodegraphics"/><key for="edge" id="d10" yfiles.type="edgegraphics"/>
                  <key attr.name="group" for="node" id="d7"/>
                  <graph edgedefault="directed">
                    <node id="n0"><data key="d7">Amt</data><data key="d6"><y:ShapeNode><y:Geometry height="30"/><y:NodeLabel
                      alignment="center">Jobcenter<y:LabelModel><y:Smart/></y:LabelModel></y:NodeLabel></y:ShapeNode></data></node>
                    <node id="n1"><data key="d6"><y:ShapeNode><y:NodeLabel>VHS</y:NodeLabel></y:ShapeNode></data></node>
                    <edge id="e0" source="n0" target="n1"><data key="d10"><y:PolyLineEdge><y:EdgeLabel>kennt</y:EdgeLabel></y:PolyLineEdge></data></edge>
                  </graph>
                </graphml>
                """));
        assertThat(read.findings().refuse()).as(read.sentences().toString()).isFalse();
        assertThat(read.tables().organisations())
                .extracting(OrganisationRow::name)
                .containsExactly("Jobcenter", "VHS");
        assertThat(read.tables().organisations().getFirst().groups()).containsExactly("Amt");
        assertThat(read.tables().ties()).hasSize(1);
    }

    @Test
    void a_list_of_offers_beside_the_ties_does_not_stop_a_check() throws Exception {
        Given.file(folder, "organisations.csv", "key,name\nA,Alpha\nB,Beta\n");
        Given.file(folder, "ties.csv", "from,to\nA,B\n");
        Given.file(folder, "Angebote.csv", "Organisation;Titel\nUnbekannt;Raum\n");
        var reading = reading(folder);
        assertThat(reading.findings().refuse()).isFalse();
        assertThat(reading.findings().warn()).isTrue();
        assertThat(reading.tables().ties()).hasSize(1);
    }

    @Test
    void the_partner_list_of_an_office_is_split() {
        var file = Given.file(folder, "Kontakte Stand Mai.csv", """
                Netzwerk Lindenfurt – Ansprechpartner;;;;;
                ;;;;;
                Firma;Ansprechpartner/in;E-Mail;Funktion;seit;bis
                Handwerkskammer;"Dr. Yılmaz, Ayşe";a.yilmaz@hwk.example;Leitung;2019;
                Handwerkskammer ;Frau Ayşe Yılmaz;;Beirat;03/2024;
                HANDWERKSKAMMER;Jonas Weber (ehemalig);;Ausbildungsberatung;;
                Volkshochschule;N.N.;info@vhs.example;;;
                """);
        var reading = reading(file);
        assertThat(reading.sentences()).isEmpty();
        var tables = reading.tables();
        assertThat(tables.organisations())
                .extracting(OrganisationRow::name)
                .containsExactly("Handwerkskammer", "Volkshochschule");
        assertThat(tables.organisations().get(1).contact().email()).isEqualTo("info@vhs.example");
        assertThat(tables.people()).extracting(PersonRow::title).containsExactly("Dr.", "");
        assertThat(tables.people()).extracting(PersonRow::name).containsExactly("Ayşe Yılmaz", "Jonas Weber");
        assertThat(tables.mandates())
                .extracting(MandateRow::function)
                .containsExactly("Leitung", "Beirat", "Ausbildungsberatung");
        assertThat(tables.mandates()).extracting(MandateRow::former).containsExactly(false, false, true);
    }
}
