package org.wirknetz.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;
import org.wirknetz.networkcheck.HalfYear;
import org.wirknetz.platform.Refused;
import org.wirknetz.reports.HalfYearReports;

/// An archive that somebody wrote into before it is read elsewhere.
@RoomTest
class TamperedArchiveTests {

    private static final String TEXT = "Die Werkstatt steht donnerstags offen.";

    @Autowired
    Cast cast;

    @Autowired
    Archive archive;

    @Autowired
    HalfYearReports reports;

    @Autowired
    MockMvc mvc;

    private Cast.Stage there;
    private UUID agreement;

    @BeforeEach
    void a_signed_agreement_with_its_scan() {
        there = cast.network();
        agreement = UUID.randomUUID();
        var parties = List.of(there.organisation("Handwerkskammer"), there.organisation("Metallbau Yıldız GmbH"));
        var wording = UUID.randomUUID();
        var scan = UUID.randomUUID();
        there.inside(() -> {
            write(
                    "insert into agreements.agreement (network, id, title) values (platform.network(), ?, 'Werkstatt')",
                    agreement);
            write(
                    "insert into agreements.wording (network, id, agreement, number, body, sealed, sha256, written_at)"
                            + " values (platform.network(), ?, ?, 1, ?, ?, ?, now())",
                    wording,
                    agreement,
                    TEXT,
                    TEXT,
                    fingerprint(TEXT));
            write(
                    "insert into agreements.document (network, id, agreement, kind, name, media_type, size, sha256, uploaded_at)"
                            + " values (platform.network(), ?, ?, 'SCAN', 'scan.pdf', 'application/pdf', 4, ?, now())",
                    scan,
                    agreement,
                    fingerprint("scan"));
            write(
                    "insert into agreements.document_part (network, agreement, document, position, content)"
                            + " values (platform.network(), ?, ?, 0, convert_to('scan', 'UTF8'))",
                    agreement,
                    scan);
            for (var organisation : parties) {
                var party = UUID.randomUUID();
                write(
                        "insert into agreements.party (network, id, agreement, organisation) values (platform.network(), ?, ?, ?)",
                        party,
                        agreement,
                        organisation);
                write(
                        "insert into agreements.signature (network, agreement, wording, party, name, kind, signed_on, account, sha256,"
                                + " entered_at) values (platform.network(), ?, ?, ?, 'Jonas Weber', 'SIMPLE', current_date, ?, ?, now())",
                        agreement,
                        wording,
                        party,
                        there.officeAccount().value(),
                        fingerprint(TEXT));
            }
        });
    }

    @Test
    void a_text_beneath_its_signatures_is_not_another_one() {
        refused(row -> row.replace("donnerstags", "niemals"));
    }

    @Test
    void a_text_with_a_fingerprint_of_its_own_does_not_take_the_signatures_along() {
        var other = TEXT.replace("donnerstags", "niemals");
        refused(row -> row.contains("\"sealed\"")
                ? row.replace(TEXT, other).replace(fingerprint(TEXT), fingerprint(other))
                : row);
    }

    @Test
    void a_scan_is_not_another_file() {
        refused(row -> row.replace(hex("scan"), hex("scam")));
    }

    @Test
    void nobody_here_is_named_as_the_account_that_signed() {
        var somebody = cast.network().sits("Aylin Demir", Role.OFFICE, null);
        var here = cast.network();
        var named = there.officeAccount().value().toString();
        here.inside(
                () -> read(rewritten(row -> row.replace(named, somebody.value().toString()))));
        int nobodys = here.ask(db -> db.sql("select count(*) from agreements.signature where account is null")
                .query(Integer.class)
                .single());
        assertThat(nobodys).isEqualTo(2);
    }

    /// Nobody there has vouched for its numbers, so the office reads it again before those outside do.
    @Test
    void a_released_report_comes_back_unreleased() {
        frozen();
        there.inside(() -> write("update reports.report set released_on = '2026-07-02'"));
        var here = cast.network();
        here.inside(() -> read(rewritten(row -> row.replace("2026-07-02", "2026-07-03"))));
        int unreleased = here.ask(db -> db.sql("select count(*) from reports.report where released_on is null")
                .query(Integer.class)
                .single());
        assertThat(unreleased).isOne();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    wirknetz-report/1           | wirknetz-report/2                 | de.schema
                    'language':'en'             | 'language':'fr'                   | en.language
                    'period':'2026-1'           | 'period':'2025-1'                 | de.period
                    'key':'reasons'             | 'key':'other'                     | de.chapters
                    'board':''                  | 'board':null                      | de.board
                    'comment':''                | 'comment':'%LONG%'                | de.standards.comment
                    'asOf':'2026-06-30'}        | 'asOf':'+99999-06-30'}            | de.standards.completeness.asOf
                    'notes':[                   | 'notes':[null,                    | content
                    'organisations':            | 'secret':1,'organisations':       | content
                    'organisations':            | 'organisations':[{}],'was':       | content
                    {'de':                      | {'fr':                            | content
                    "as_of": "2026-06-30"       | "as_of": "2026-06-29"             | as_of
                    "frozen_on": "2026-07-01"   | "frozen_on": "infinity"           | frozen_on
                    """)
    void a_report_that_is_not_built_as_one_is_refused_with_its_half_year_and_the_place(
            String was, String becomes, String place) {
        frozen();
        var here = cast.network();
        var file = rewritten(row -> row.replace(inside(was), inside(becomes).replace("%LONG%", "x".repeat(4001))));
        assertThatThrownBy(() -> here.inside(() -> read(file)))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.values()).containsExactly("2026-1", place))
                .hasMessageContaining("reports.archive-unfit");
        assertThat(here.<Integer>ask(db -> db.sql("select count(*) from directory.organisation")
                        .query(Integer.class)
                        .single()))
                .isZero();
    }

    /// As quotes stand in JSON that is a text in JSON.
    private static String inside(String json) {
        return json.replace("'", "\\\"");
    }

    @Test
    void hostile_words_in_a_restored_report_break_no_page_and_no_paper() throws Exception {
        frozen();
        var hostile = "<script>alert(1)</script> ]]> =1+1 \\\\u0001 \\\\ud800 \\\\u202e &#0; ${7*7} ";
        var here = cast.network();
        here.inside(() -> read(rewritten(
                row -> row.replace(inside("'introduction':''"), inside("'introduction':'") + hostile + inside("'"))
                        .replace(inside("'sentence':'"), inside("'sentence':'") + hostile))));
        var path = here.path("/check/report/")
                + here.<String>ask(db -> db.sql("select id::text from reports.report")
                        .query(String.class)
                        .single());
        assertThat(answer(path, here)).contains("&lt;script&gt;").doesNotContain("<script>alert");
        for (var format : List.of("pdf", "odt", "docx", "json"))
            for (var edition : List.of("whole", "board"))
                assertThat(answer(path + "/paper?format=" + format + "&edition=" + edition, here))
                        .as(format)
                        .isNotEmpty();
    }

    private String answer(String path, Cast.Stage here) throws Exception {
        return mvc.perform(get(path).with(here.office()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private void frozen() {
        var day = LocalDate.of(2026, 7, 1);
        there.inside(() -> reports.freeze(HalfYear.of(day).before(), "Netz", day));
    }

    @Test
    void what_calls_were_answered_stays_behind() {
        there.inside(() -> write(
                "insert into api.answer (network, account, key, request, location, body)"
                        + " values (platform.network(), ?, 'k', 'r', '/', '{}')",
                there.officeAccount().value()));
        assertThat(entries(written())).noneMatch(it -> it.contains("api.answer"));
    }

    private void refused(UnaryOperator<String> tampering) {
        var here = cast.network();
        assertThatThrownBy(() -> here.inside(() -> read(rewritten(tampering))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("transfer.archive.fingerprint");
        int stored = here.ask(db -> db.sql("select count(*) from agreements.agreement")
                .query(Integer.class)
                .single());
        assertThat(stored).isZero();
    }

    private void write(String sql, Object... values) {
        there.ask(db -> db.sql(sql).params(values).update());
    }

    private void read(byte[] file) {
        try {
            archive.read(new ByteArrayInputStream(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private byte[] written() {
        var out = new ByteArrayOutputStream();
        there.inside(() -> {
            try {
                archive.write(out);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        return out.toByteArray();
    }

    private byte[] rewritten(UnaryOperator<String> tampering) {
        var out = new ByteArrayOutputStream();
        var file = written();
        try (var in = new ZipInputStream(new ByteArrayInputStream(file));
                var zip = new ZipOutputStream(out)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(tampering
                        .apply(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static List<String> entries(byte[] file) {
        var names = new java.util.ArrayList<String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) names.add(entry.getName());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return names;
    }

    private static String fingerprint(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
