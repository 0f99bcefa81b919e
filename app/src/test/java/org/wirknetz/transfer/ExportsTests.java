package org.wirknetz.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.tables.Findings;
import org.wirknetz.platform.tables.Limits;
import org.wirknetz.platform.tables.NetworkTablesReader;
import org.wirknetz.platform.tables.TableFiles;

@RoomTest
class ExportsTests {

    private static final String FOLDER = "../docs/examples/lindenfurt";

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient db;

    @Autowired
    NetworkExport export;

    @Autowired
    VisitingCards cards;

    @Autowired
    NetworkCalendar calendar;

    @Autowired
    Archive archive;

    @Autowired
    ImportChecking checking;

    @TempDir
    Path folder;

    @Test
    void the_workbook_comes_back_without_a_change() throws Exception {
        var stage = filled();
        var file = folder.resolve("tables.xlsx");
        stage.inside(() -> written(file, export::xlsx));
        assertThat(imported(stage, List.of(file), false).changesNothing()).isTrue();
    }

    @Test
    void the_csv_tables_come_back_without_a_change() throws Exception {
        var stage = filled();
        var file = folder.resolve("tables.zip");
        stage.inside(() -> written(file, export::csv));
        assertThat(imported(stage, List.of(file), false).changesNothing()).isTrue();
    }

    /// What an office brought in columns of its own is on the card, and goes out under the same headings.
    @Test
    void columns_that_are_no_field_are_seen_and_go_out_again() throws Exception {
        var stage = cast.network();
        var chamber = stage.organisation("Handwerkskammer");
        stage.inside(() -> db.sql("update directory.organisation set free = '{\"Status\": \"ruhend\"}' where id = ?")
                .param(chamber)
                .update());
        mvc.perform(get(stage.path("/organisations/" + chamber)).with(stage.office()))
                .andExpect(content().string(containsString("ruhend")));
        var file = folder.resolve("tables.zip");
        stage.inside(() -> written(file, export::csv));
        try (var zip = new java.util.zip.ZipFile(file.toFile());
                var table = zip.getInputStream(zip.getEntry("organisations.csv"))) {
            assertThat(new String(table.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("Status", "ruhend");
        }
        assertThat(imported(stage, List.of(file), false).changesNothing()).isTrue();
    }

    @Test
    void our_own_vcards_come_back_without_a_change() throws Exception {
        var stage = filled();
        var file = folder.resolve("cards.vcf");
        stage.inside(() -> written(file, cards::write));
        assertThat(Files.readString(file)).contains("VERSION:4.0").contains("Handwerkskammer".substring(0, 4));
        var counts = imported(stage, VisitingCards.asTables(file), false);
        assertThat(counts.changesNothing()).as(counts.toString()).isTrue();
    }

    @Test
    void what_ends_within_a_year_stands_in_the_calendar_on_its_last_day() throws Exception {
        var stage = cast.network();
        var chamber = stage.organisation("Handwerkskammer; Lindenfurt, Süd");
        stage.ask(db -> db.sql("""
                        insert into directory.membership (network, organisation, status, valid_from, valid_to)
                        values (?, ?, 'ACTIVE', '2024-01-01', '2027-01-01')
                        """).params(stage.network().value(), chamber).update());
        stage.ask(db -> db.sql("""
                        insert into directory.membership (network, organisation, status, valid_from, valid_to)
                        values (?, ?, 'ACTIVE', '2027-01-01', '2029-01-01')
                        """).params(stage.network().value(), chamber).update());
        var file = folder.resolve("dates.ics");
        stage.inside(() -> written(file, out -> calendar.write(out, "Netz", java.util.Locale.GERMAN)));
        var lines = Files.readString(file).replace("\r\n ", "").split("\r\n");
        assertThat(lines).startsWith("BEGIN:VCALENDAR", "VERSION:2.0").endsWith("END:VCALENDAR");
        assertThat(lines)
                .containsOnlyOnce("BEGIN:VEVENT")
                .contains(
                        "DTSTART;VALUE=DATE:20261231",
                        "SUMMARY:Mitgliedschaft endet: Handwerkskammer\\; Lindenfurt\\, Süd");
        assertThat(Files.readAllLines(file)).allMatch(it -> it.getBytes(StandardCharsets.UTF_8).length <= 75);
    }

    @Test
    void an_archive_makes_the_same_state_in_another_network() throws Exception {
        var stage = filled();
        var first = new ByteArrayOutputStream();
        stage.inside(() -> unchecked(() -> archive.write(first)));
        var other = cast.network();
        other.inside(() -> unchecked(() -> archive.read(new ByteArrayInputStream(first.toByteArray()))));
        var second = new ByteArrayOutputStream();
        other.inside(() -> unchecked(() -> archive.write(second)));
        assertThat(rows(second.toByteArray())).isEqualTo(rows(first.toByteArray()));
    }

    @Test
    void an_archive_is_not_read_into_a_network_in_use_and_nonsense_is_refused() throws Exception {
        var stage = filled();
        assertThatThrownBy(() ->
                        stage.inside(() -> unchecked(() -> archive.read(new ByteArrayInputStream(new byte[0])))))
                .isInstanceOf(Refused.class);
        var empty = cast.network();
        for (var nonsense : List.of("", "PK", "not a zip at all")) {
            assertThatThrownBy(() -> empty.inside(() -> unchecked(
                            () -> archive.read(new ByteArrayInputStream(nonsense.getBytes(StandardCharsets.UTF_8))))))
                    .isInstanceOf(Refused.class);
        }
    }

    /// Each would need several times the heap the launcher gives.
    @Test
    void cards_and_archives_made_to_fill_the_memory_are_refused() throws Exception {
        var letters = folder.resolve("letters.vcf");
        Files.writeString(letters, "BEGIN:VCARD\nVERSION:4.0\n" + "N:a\n".repeat(100_000) + "END:VCARD\n");
        var endless = folder.resolve("endless.vcf");
        Files.writeString(endless, "BEGIN:VCARD\nVERSION:4.0\nNOTE:" + "a".repeat(2 << 20) + "\nEND:VCARD\n");
        var many = folder.resolve("many.vcf");
        Files.writeString(many, "BEGIN:VCARD\nFN:A\nEND:VCARD\n".repeat(20_001));
        for (var file : List.of(letters, endless, many)) {
            assertThatThrownBy(() -> VisitingCards.asTables(file)).isInstanceOf(Refused.class);
        }
        var bomb = new ByteArrayOutputStream();
        try (var zip = new java.util.zip.ZipOutputStream(bomb)) {
            zip.putNextEntry(new java.util.zip.ZipEntry("manifest.json"));
            zip.write("{\"format\":\"wirknetz-network/1\"}".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new java.util.zip.ZipEntry("rows/directory.organisation.ndjson"));
            for (int mebibyte = 0; mebibyte < 8; mebibyte++) zip.write(new byte[1 << 20]);
        }
        var empty = cast.network();
        assertThatThrownBy(() ->
                        empty.inside(() -> unchecked(() -> archive.read(new ByteArrayInputStream(bomb.toByteArray())))))
                .hasMessageContaining("transfer.archive.too-big");
        var half = java.util.Arrays.copyOf(bomb.toByteArray(), bomb.size() / 2);
        assertThatThrownBy(() -> empty.inside(() -> unchecked(() -> archive.read(new ByteArrayInputStream(half)))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void cards_of_a_windows_address_book_keep_their_umlauts() throws Exception {
        var file = folder.resolve("windows.vcf");
        Files.write(
                file,
                "BEGIN:VCARD\nVERSION:3.0\nKIND:org\nFN:Müller & Söhne\nEND:VCARD\n"
                        .getBytes(java.nio.charset.Charset.forName("windows-1252")));
        assertThat(Files.readString(VisitingCards.asTables(file).getFirst())).contains("Müller & Söhne");
    }

    @Test
    void only_the_office_takes_everything_out() throws Exception {
        var stage = filled();
        var organisation = stage.ask(ask -> ask.sql("select id from directory.organisation limit 1")
                .query(UUID.class)
                .single());
        for (var rest : List.of(
                "/exports",
                "/exports/tables.xlsx",
                "/exports/tables.zip",
                "/exports/cards.vcf",
                "/exports/calendar.ics",
                "/exports/network.zip")) {
            mvc.perform(get(stage.path(rest)).with(stage.office())).andExpect(status().isOk());
            for (var role : List.of(Role.PARTNER_ADMIN, Role.PARTNER_STAFF, Role.GROUP_MEMBER, Role.FUNDER)) {
                var seat = role == Role.PARTNER_ADMIN || role == Role.PARTNER_STAFF ? organisation : null;
                mvc.perform(get(stage.path(rest)).with(Cast.signedIn(stage.sits("Jonas Weber", role, seat))))
                        .andExpect(status().isForbidden());
            }
        }
    }

    private Cast.Stage filled() throws Exception {
        var stage = cast.network();
        var counts = imported(stage, List.of(Path.of(FOLDER)), true);
        assertThat(counts.organisations().added()).isGreaterThan(40);
        assertThat(counts.contributions().added()).isGreaterThan(90);
        return stage;
    }

    private ImportCounts imported(Cast.Stage stage, List<Path> files, boolean keep) throws IOException {
        var findings = new Findings();
        try (var opened = TableFiles.open(files, Limits.usual(), findings)) {
            var recognised = NetworkTablesReader.recognise(opened.tables(), findings);
            var report = org.wirknetz.platform.Scope.of(stage.network())
                    .call(() -> checking.on(recognised, findings, ImportChoices.OPEN, Progress.SILENT, keep));
            assertThat(report.refuses()).as(report.findings().toString()).isFalse();
            return java.util.Objects.requireNonNull(report.counts());
        }
    }

    private interface Writing {
        void to(java.io.OutputStream out) throws IOException;
    }

    private static void written(Path file, Writing writing) {
        try (var out = Files.newOutputStream(file)) {
            writing.to(out);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
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

    private static Map<String, String> rows(byte[] zip) throws IOException {
        var rows = new java.util.TreeMap<String, String>();
        try (var in = new java.util.zip.ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().startsWith("rows/"))
                    rows.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(rows.get("rows/directory.organisation.ndjson")).isNotBlank();
        return rows;
    }
}
