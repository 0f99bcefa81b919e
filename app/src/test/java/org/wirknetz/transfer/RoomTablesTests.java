package org.wirknetz.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.platform.Scope;

/// Agreements, duties, needs, offers and products as tables, in and out.
@RoomTest
class RoomTablesTests {

    private static final Map<String, String> FILES = Map.of(
            "organisationen.csv", """
                    Schlüssel;Name
                    HWK;Handwerkskammer
                    VHS;Volkshochschule
                    JC;Jobcenter
                    """,
            "personen.csv", """
                    Schlüssel;Vorname;Nachname
                    jw;Jonas;Weber
                    """,
            "vereinbarungen.csv", """
                    Kürzel;Titel;Parteien;Kooperationsform;Stufe;Ebenen;gilt ab;gilt bis;Kündigungsfrist;Sichtbarkeit;geschlossen am;Zweck;Text
                    V-1;Anerkennung;"HWK; Volkshochschule";integrativ;3;Leitung, operativ;01.01.2026;01.01.2028;3;Netzwerk;15.12.2025;Anerkennen;"§ 1 Gegenstand

                    Sie erkennen an."
                    V-2;Prüfungsraum;"HWK; VHS; JC";;1;;;;;;;;
                    """,
            "verpflichtungen.csv", """
                    Vereinbarung;Organisation;Person;Pflicht;fällig;erledigt;Nachweis
                    V-1;HWK;jw;Raum stellen;01.02.2026;30.01.2026;Schlüssel übergeben
                    V-1;VHS;;Kurs ausschreiben;01.12.2026;;
                    Prüfungsraum;JC;;Termine nennen;;;
                    """,
            "bedarfe.csv", """
                    Organisation;Bedarf;Themen;Anzahl;Einheit;von;bis;Sichtbarkeit
                    HWK;Prüferinnen mit Russisch;Prüfung, Russisch;2;Personen;01.12.2026;01.07.2027;öffentlich
                    """,
            "angebote.csv", """
                    Organisation;Angebot;Art;Gebiet
                    VHS;Raum mit zwölf Plätzen;Ressource;Kupferland
                    JC;Beratung;Kompetenz;
                    """,
            "gruppen.csv", """
                    Gruppe;Art;gegründet am;Auftrag;Beschlussfähigkeit;Sichtbarkeit;Rhythmus;beendet am;Ergebnis
                    AG Module;Arbeitsgruppe;01.03.2026;Module ordnen;mehr als 1/2;Mitglieder;42;;
                    Lenkungskreis;Steuerungskreis;01.01.2026;;2/3;Netzwerk;;;
                    AG Räume;Arbeitsgruppe;01.01.2025;;;;;01.01.2026;Eine Raumliste
                    """,
            "gruppenmitglieder.csv", """
                    Gruppe;Organisation;Person;Rolle;Stimme;seit;bis
                    AG Module;HWK;jw;Leitung;ja;01.03.2026;
                    AG Module;VHS;;Mitglied;ja;01.03.2026;
                    AG Module;JC;;Gast;nein;01.04.2026;01.07.2026
                    """,
            "produkte.csv", """
                    Produkt;Art;Stufe;seit;Verantwortlich;Beteiligte;Nutzen
                    Teilqualifikation Lager;Dienstleistung;Erprobung;01.09.2026;VHS;"HWK; JC";Für Betriebe ohne Fachkräfte
                    """,
            "mittel.csv", """
                    source;amount;öffentlich;from;to
                    Land;40.000;ja;01.01.2026;01.01.2027
                    Gebühren;9.000,50;nein;;
                    Gebühren;9.000,50;nein;;
                    """);

    @Autowired
    Cast cast;

    @Autowired
    ConsoleImport imports;

    @Autowired
    NetworkExport export;

    @Autowired
    Archive archive;

    @Autowired
    JdbcClient db;

    @TempDir
    Path folder;

    private Cast.Stage stage;

    @BeforeEach
    void bring_the_lists() throws IOException {
        for (var file : FILES.entrySet()) Files.writeString(folder.resolve(file.getKey()), file.getValue());
        stage = cast.network();
        var said = run(stage, folder, false);
        assertThat(said.refused()).as(said.findings().toString()).isFalse();
    }

    @Test
    void lists_become_agreements_duties_needs_offers_and_products() {
        assertThat(texts("""
                        select a.title || ' ' || a.binding || ' ' || coalesce(a.form, '-') || ' ' || a.leadership || a.operational || ' '
                               || a.visibility || ' ' || coalesce(a.concluded_on::text, '-')
                               || ' ' || (select count(*) from agreements.party p where p.agreement = a.id)
                          from agreements.agreement a order by a.title
                        """))
                .containsExactly(
                        "Anerkennung 3 INTEGRATIVE truetrue NETWORK 2025-12-15 2",
                        "Prüfungsraum 1 - falsefalse PARTIES - 3");
        assertThat(texts("select sealed from agreements.wording where number = 1 and body <> ''"))
                .singleElement()
                .asString()
                .contains("§ 1 Gegenstand\n\nSie erkennen an.", "Handwerkskammer: Raum stellen – 01.02.2026");
        assertThat(
                        texts(
                                "select title || ' ' || coalesce(done_on::text, '-') || evidence from agreements.obligation order by title"))
                .containsExactly(
                        "Kurs ausschreiben -", "Raum stellen 2026-01-30Schlüssel übergeben", "Termine nennen -");
        assertThat(texts("select sort || ' ' || title || ' ' || visibility from exchange.listing order by title"))
                .containsExactly(
                        "COMPETENCE Beratung NETWORK",
                        "NEED Prüferinnen mit Russisch PUBLIC",
                        "RESOURCE Raum mit zwölf Plätzen NETWORK");
        assertThat(texts("""
                        select p.name || ' ' || p.kind || ' ' || products.stage_of(p.id) || ' '
                               || (select count(*) from products.partner t where t.product = p.id) from products.product p
                        """)).containsExactly("Teilqualifikation Lager SERVICE PILOT 3");
    }

    @Test
    void lists_become_groups_and_who_sits_in_them() {
        assertThat(texts("""
                        select name || ' ' || kind || ' ' || founded_on || ' ' || visibility || ' ' || coalesce(rhythm_days::text, '-') || ' '
                               || coalesce(case when quorum_above then '>' else '' end || quorum_numerator || '/' || quorum_denominator, '-')
                               || ' ' || coalesce(result, '-') from groups.body order by name
                        """))
                .containsExactly(
                        "AG Module WORKING_GROUP 2026-03-01 MEMBERS 42 >1/2 -",
                        "AG Räume WORKING_GROUP 2025-01-01 NETWORK - - Eine Raumliste",
                        "Lenkungskreis STEERING 2026-01-01 NETWORK - 2/3 -");
        assertThat(texts("""
                        select o.key || ' ' || m.part || ' ' || m.votes || ' ' || coalesce(m.until::text, '-') from groups.member m
                          join directory.organisation o on o.network = m.network and o.id = m.organisation order by o.key
                        """)).containsExactly("HWK LEAD true -", "JC GUEST false 2026-07-01", "VHS MEMBER true -");
    }

    /// Two equal lines are two commitments; another amount of the same source from the same day replaces the one there.
    @Test
    void funding_comes_in_once_and_is_changed_by_source_and_first_day() throws IOException {
        var lines =
                "select source || ' ' || amount || ' ' || public || ' ' || coalesce(valid_to::text, '-') from networkcheck.funding"
                        + " order by source, amount, valid_from";
        assertThat(texts(lines))
                .containsExactly(
                        "Gebühren 9000.50 false -", "Gebühren 9000.50 false -", "Land 40000.00 true 2027-01-01");
        var file = folder.resolve("mittel.csv");
        Files.writeString(file, """
                source;amount;public;from;to
                LAND;60000;x;2026-01-01;2027-07-01
                Land;40000;x;2027-01-01;
                Gebühren;9000.50;;;
                """);
        assertThat(run(stage, file, false).refused()).isFalse();
        assertThat(texts(lines))
                .containsExactly(
                        "Gebühren 9000.50 false -",
                        "Gebühren 9000.50 false -",
                        "Land 40000.00 true -",
                        "Land 60000.00 true 2027-07-01");
        refused("mittel.csv", "source;amount\nLand;0\n", "Zeile 2", "Spalte „Betrag“", "0 ist kein Betrag");
        refused(
                "mittel.csv",
                "source;amount;from;to\nBund;5;2026-01-01;2026-01-01\n",
                "Zeile 2",
                "gelten an keinem Tag");
        assertThat(texts(lines)).hasSize(4);
    }

    @Test
    void the_same_lists_again_change_nothing() throws IOException {
        var again = run(stage, folder, false);
        assertThat(again.refused()).as(again.findings().toString()).isFalse();
        assertThat(again.summary()).isNotEmpty().noneMatch(it -> it.matches(".*\\b[1-9]\\d* neu.*"));
    }

    @Test
    void tables_of_another_network_make_the_same_tables_there() throws IOException {
        var file = folder.resolve("alles.xlsx");
        written(stage, file, export::xlsx);
        var again = run(stage, file, true);
        assertThat(again.summary()).noneMatch(it -> it.matches(".*\\b[1-9]\\d* neu.*"));
        var other = cast.network();
        var said = run(other, file, false);
        assertThat(said.refused()).as(said.findings().toString()).isFalse();
        var here = new ByteArrayOutputStream();
        stage.inside(() -> unchecked(() -> export.csv(here)));
        var there = new ByteArrayOutputStream();
        other.inside(() -> unchecked(() -> export.csv(there)));
        for (var table : List.of(
                "agreements.csv",
                "obligations.csv",
                "needs.csv",
                "offers.csv",
                "products.csv",
                "groups.csv",
                "group_members.csv",
                "funding.csv"))
            assertThat(entries(there.toByteArray()).get(table))
                    .as(table)
                    .isEqualTo(entries(here.toByteArray()).get(table));
    }

    /// Signatures, scans, comments and all: row by row as they were.
    @Test
    void an_archive_moves_signed_agreements_to_the_identical_state() throws IOException {
        stage.inside(() -> {
            db.sql("""
                            insert into agreements.document (network, id, agreement, kind, name, media_type, size, sha256, uploaded_at)
                            select network, gen_random_uuid(), id, 'SCAN', 'scan.pdf', 'application/pdf', 3,
                                   encode(sha256('\\x00ff0a'::bytea), 'hex'), now()
                              from agreements.agreement where title = 'Anerkennung'
                            """).update();
            db.sql("""
                            insert into agreements.document_part (network, agreement, document, position, content)
                            select network, agreement, id, 0, '\\x00ff0a'::bytea from agreements.document
                            """).update();
            db.sql("""
                            insert into agreements.signature (network, agreement, wording, party, name, kind, document, signed_on, sha256,
                                   entered_at)
                            select p.network, p.agreement, w.id, p.id, 'Jonas Weber', 'PAPER', d.id, '2025-12-15', w.sha256, now()
                              from agreements.document d
                              join agreements.party p on p.agreement = d.agreement
                              join agreements.wording w on w.agreement = d.agreement
                            """).update();
            db.sql("""
                            insert into agreements.comment (network, agreement, version, body, written_at)
                            select network, id, 1, 'Einverstanden.', now() from agreements.agreement
                            """).update();
        });
        var first = archived(stage);
        var other = cast.network();
        other.inside(() -> unchecked(() -> archive.read(new ByteArrayInputStream(first))));
        assertThat(entries(archived(other)))
                .containsKeys("rows/agreements.signature.ndjson", "rows/agreements.document_part.ndjson")
                .satisfies(it ->
                        assertThat(it.get("rows/agreements.signature.ndjson")).contains("Jonas Weber"));
        var before = entries(first);
        var after = entries(archived(other));
        before.keySet().stream()
                .filter(it -> it.startsWith("rows/"))
                .forEach(it -> assertThat(after.get(it)).as(it).isEqualTo(before.get(it)));
    }

    @Test
    void what_contradicts_itself_is_refused_with_its_place_and_nothing_is_stored() throws IOException {
        refused("vereinbarungen.csv", "Titel;Parteien\nAlleingang;HWK\n", "Zeile 2", "weniger als zwei");
        refused(
                "vereinbarungen.csv",
                "Titel;Parteien;gilt ab;gilt bis\nRückwärts;\"HWK; VHS\";01.01.2027;01.01.2026\n",
                "Zeile 2",
                "01.01.2026");
        refused(
                "vereinbarungen.csv",
                "Titel;Parteien;gilt ab;gilt bis\nAnerkennung;\"VHS; HWK\";01.06.2027;01.06.2029\n",
                "Zeile 2",
                "Anerkennung");
        refused("vereinbarungen.csv", "Titel;Parteien;Stufe\nZu hoch;\"VHS; HWK\";9\n", "Zeile 2", "0", "5");
        refused(
                "vereinbarungen.csv",
                "Titel;Parteien;geschlossen am\nMorgen;\"VHS; HWK\";24.12.2026\n",
                "Zeile 2",
                "24.12.2026");
        refused(
                "verpflichtungen.csv",
                "Vereinbarung;Organisation;Pflicht\nUnbekannt;HWK;Raum\n",
                "Zeile 2",
                "gehört zu keiner Vereinbarung");
        refused("produkte.csv", "Produkt;Verantwortlich\nHerrenlos;\n", "Zeile 2", "verantwortet");
        refused("gruppen.csv", "Gruppe;Beschlussfähigkeit\nNeu;zwei Drittel\n", "Zeile 2");
        refused("gruppen.csv", "Gruppe;beendet am\nNeu;01.01.2026\n", "Zeile 2", "herausgekommen");
        refused("gruppenmitglieder.csv", "Gruppe;Organisation\nUnbekannt;HWK\n", "Zeile 2", "Unbekannt");
        refused("gruppenmitglieder.csv", "Gruppe;Organisation;Rolle\nLenkungskreis;VHS;Leitung\n", "Zeile 2");
        assertThat(texts("select title from agreements.agreement")).hasSize(2);
        assertThat(texts("select name from products.product")).hasSize(1);
    }

    @Test
    void a_duty_of_somebody_who_is_no_party_is_refused() throws IOException {
        var two = Files.createDirectory(folder.resolve("zwei"));
        Files.writeString(two.resolve("organisationen.csv"), FILES.get("organisationen.csv"));
        Files.writeString(two.resolve("vereinbarungen.csv"), "Nr;Titel;Parteien\nV-9;Neu;\"HWK; VHS\"\n");
        Files.writeString(two.resolve("verpflichtungen.csv"), "Vereinbarung;Organisation;Pflicht\nV-9;JC;Raum\n");
        var said = run(stage, two, false);
        assertThat(said.refused()).isTrue();
        assertThat(said.findings()).anyMatch(it -> it.contains("Eine Pflicht gehört immer einer Partei"));
        assertThat(texts("select title from agreements.agreement where title = 'Neu'"))
                .isEmpty();
    }

    private void refused(String name, String content, String... words) throws IOException {
        var bad = Files.createTempDirectory(folder, "bad");
        Files.writeString(bad.resolve("organisationen.csv"), FILES.get("organisationen.csv"));
        Files.writeString(bad.resolve(name), content);
        var said = run(stage, bad, false);
        assertThat(said.refused()).as(content).isTrue();
        assertThat(said.findings())
                .as(content)
                .anySatisfy(it -> assertThat(it).contains(name).contains(words));
    }

    private ConsoleImport.Said run(Cast.Stage stage, Path files, boolean dryRun) throws IOException {
        return Scope.of(stage.network())
                .<ConsoleImport.Said, RuntimeException>call(() -> imports.run(List.of(files), dryRun, Locale.GERMAN));
    }

    private List<String> texts(String sql) {
        return stage.ask(ask -> ask.sql(sql).query(String.class).list());
    }

    private byte[] archived(Cast.Stage stage) {
        var out = new ByteArrayOutputStream();
        stage.inside(() -> unchecked(() -> archive.write(out)));
        return out.toByteArray();
    }

    private interface Writing {
        void to(java.io.OutputStream out) throws IOException;
    }

    private static void written(Cast.Stage stage, Path file, Writing writing) {
        stage.inside(() -> unchecked(() -> {
            try (var out = Files.newOutputStream(file)) {
                writing.to(out);
            }
        }));
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void unchecked(Work work) {
        try {
            work.run();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static Map<String, String> entries(byte[] zip) throws IOException {
        var entries = new TreeMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry())
                entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        return entries;
    }
}
