package org.wirknetz.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.wirknetz.AtOnce;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;
import org.wirknetz.platform.AccountId;

/// A half-year report from the first word to the reader outside, and what a reader outside may try.
@RoomTest
class ReportRoomTests {

    private static final List<String> NAMES = List.of(
            "Handwerkskammer",
            "Volkshochschule",
            "Jobcenter",
            "Caritasverband",
            "Metallbau Yıldız GmbH",
            "Lernzentrum Süd",
            "Bildungswerk Nord",
            "Wohnstift Abendruh",
            "Sozialkontor Falenau",
            "Kreishandwerkerschaft",
            "Migrationsrat Lindenfurt",
            "Gewerkschaftshaus");

    private static final String SPEAKING = "Handschlag statt Papier.";

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    private Cast.Stage stage;
    private RequestPostProcessor funder;
    private final List<UUID> members = new ArrayList<>();

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        funder = Cast.signedIn(stage.sits("Stefan Thalheim", Role.FUNDER, null));
        members.clear();
    }

    private void members(int many) {
        for (var name : NAMES.subList(0, many)) {
            var id = stage.organisation(name);
            write(
                    "insert into directory.membership (network, organisation, status) values (platform.network(), ?, 'ACTIVE')",
                    id);
            members.add(id);
        }
    }

    private void tie(int one, int other) {
        write("""
                insert into networkcheck.tie (network, from_organisation, to_organisation, kind, strength, valid_from)
                values (platform.network(), ?, ?, 'INFO', 3, '2025-01-01')
                """, members.get(one), members.get(other));
    }

    /// All tied in a ring but the last, which has no tie at all.
    private void ring() {
        for (int n = 0; n < members.size() - 1; n++) tie(n, (n + 1) % (members.size() - 1));
    }

    private void person(String given, String family, String email) {
        var id = UUID.randomUUID();
        write("""
                insert into directory.person (network, id, key, given_name, family_name, email)
                values (platform.network(), ?, ?, ?, ?, ?)
                """, id, id.toString(), given, family, email);
    }

    private void write(String sql, Object... values) {
        stage.ask(db -> db.sql(sql).params(values).update());
    }

    @Test
    void a_report_is_prepared_frozen_released_and_then_stays_as_it_is() throws Exception {
        members(12);
        ring();
        assertThat(text("/check/report?period=2026-1", stage.office()))
                .contains("Vorschau: 1. Halbjahr 2026", "Zum Netzwerk gehören 12 Organisationen");
        sends("/check/report/passages", 302, "period", "2026-1", "place", "introduction", "words", SPEAKING);
        sends("/check/report/passages", 302, "period", "2026-1", "place", "board", "words", "Bitte entsenden Sie.");
        var report = freeze();
        mvc.perform(get(stage.path(report)).with(funder)).andExpect(status().isNotFound());
        assertThat(text("/check/report", funder)).doesNotContain("1. Halbjahr 2026");
        sends(report + "/release", 302);
        assertThat(text("/check/report", funder)).contains("Bericht 1. Halbjahr 2026");
        var before = text(report, funder);
        assertThat(before).contains(SPEAKING, "30.06.2026", "So gerechnet");
        var papers = new LinkedHashMap<String, byte[]>();
        for (var format : List.of("pdf", "odt", "docx", "json"))
            papers.put(format, bytes(report + "/paper?format=" + format));

        for (int n = 3; n < 9; n++) tie(1, n);
        write("update directory.organisation set name = 'Umbenannt' where id = ?", members.get(3));
        assertThat(text("/check/report?period=2026-1", stage.office())).contains("ist der Bericht festgehalten");
        assertThat(main(text(report, funder))).isEqualTo(main(before));
        for (var paper : papers.entrySet())
            assertThat(bytes(report + "/paper?format=" + paper.getKey()))
                    .as(paper.getKey())
                    .isEqualTo(paper.getValue());
        sends(report + "/removal", 409);
        sends(report + "/release", 409);
        sends("/check/report/passages", 409, "period", "2026-1", "place", "introduction", "words", "Anders");
        sends("/check/report/freezing", 409, "period", "2026-1");
        assertThatThrownBy(() -> write("update reports.report set content = '{}'"))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> write("update reports.report set released_on = null"))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void papers_are_accessible_and_speak_with_one_voice() throws Exception {
        members(12);
        ring();
        sends("/check/report/passages", 302, "period", "2026-1", "place", "introduction", "words", SPEAKING);
        sends("/check/report/passages", 302, "period", "2026-1", "place", "board", "words", "Wort ".repeat(119));
        var report = freeze();
        sends(report + "/release", 302);
        for (var edition : List.of("whole", "board")) {
            var paper = bytes(report + "/paper?format=pdf&edition=" + edition);
            compliant(paper, PDFAFlavour.PDFUA_1);
            try (var pdf = Loader.loadPDF(paper)) {
                if (edition.equals("board")) assertThat(pdf.getNumberOfPages()).isEqualTo(1);
                assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                        .contains("12 Organisationen");
            }
        }
        var word = parts(bytes(report + "/paper?format=docx"));
        assertThat(word.get("word/document.xml"))
                .contains("<w:tblHeader", "w:tblDescription", "Heading2", SPEAKING, "Zum Netzwerk gehören 12");
        assertThat(word.get("word/styles.xml")).contains("w:lang w:val=\"de-DE\"");
        var open = parts(bytes(report + "/paper?format=odt"));
        assertThat(open.get("content.xml"))
                .contains("table:table-header-rows", "table:desc", "text:outline-level=\"2\"", SPEAKING)
                .doesNotContain("table:formula");
        assertThat(open.get("styles.xml")).contains("fo:language=\"de\" fo:country=\"DE\"");
        assertThat(text(report + "/paper?format=json", funder, "en")).contains("The network has 12 organisations");
    }

    @Test
    void the_offices_words_name_nobody() throws Exception {
        members(5);
        person("Olga", "Petrenko", "olga.petrenko@vhs.example");
        person("Jürgen", "Müller", "jm@vhs.example");
        stage.organisation("IGM");
        for (var naming : List.of(
                "Dank an Olga Petrenko.",
                "Dank an Petrenko, Olga.",
                "Dank an Petrenko Olga.",
                "Olga Petrenkos Arbeit trägt.",
                "Olga Pet\u00ADrenko trägt.",
                Normalizer.normalize("Jürgen Müller trägt.", Normalizer.Form.NFD),
                "Die Räume des Caritasverbandes halfen.",
                "Die IGM ist neu.",
                "Fragen an info@koordination.example.",
                "Rufen Sie an: 0355 12 34 56 7.",
                "Frau Yilmaz leitet die Gruppe.",
                "Der Caritasverband ist neu.")) {
            sends("/check/report/passages", 409, "period", "2026-1", "place", "work", "words", naming);
        }
        sends("/check/report/passages", 409, "period", "2026-1", "place", "nowhere", "words", "x");
        sends("/check/report/passages", 409, "period", "2026-1", "place", "board", "words", "x".repeat(601));
        sends(
                "/check/report/passages",
                302,
                "period",
                "2026-1",
                "place",
                "work",
                "words",
                "=SUM(1) <b>wir</b> 2026 Migmatit");
        var report = freeze();
        assertThat(text(report, stage.office())).contains("=SUM(1) &lt;b&gt;wir&lt;/b&gt; 2026");
        assertThat(parts(bytes(report + "/paper?format=odt", stage.office())).get("content.xml"))
                .contains("=SUM(1) &lt;b");
        // Somebody comes into the directory after the words were written.
        sends(report + "/removal", 302);
        person("SUM", "1 b wir b", "a@b.example");
        sends("/check/report/freezing", 409, "period", "2026-1");
    }

    @Test
    void a_half_year_that_lasts_is_shown_and_not_frozen() throws Exception {
        members(5);
        assertThat(text("/check/report?period=2026-2", stage.office())).contains("Das Halbjahr läuft noch");
        sends("/check/report/freezing", 409, "period", "2026-2");
        mvc.perform(get(stage.path("/check/report?period=2099-1")).with(stage.office()))
                .andExpect(status().isConflict());
    }

    @Test
    void a_network_of_three_and_one_of_nobody_get_sentences() throws Exception {
        for (int many : List.of(0, 3)) {
            if (many > 0) members(many);
            for (var language : List.of("de", "en")) {
                var page = text("/check/report?period=2026-1", stage.office(), language);
                assertThat(page).doesNotContain("NaN", "Infinity", "∞", "\uFFFD");
                assertThat(page).doesNotContainPattern("\\?[a-z]+\\.[a-z.-]+\\?");
            }
        }
        assertThat(text("/check/report?period=2026-1", stage.office()))
                .contains("Zum Netzwerk gehören 3 Organisationen; wie viele Paare verbunden sind, wird");
        var report = freeze();
        sends(report + "/release", 302);
        var whole = text(report, funder);
        assertThat(whole).contains("Eine Zahl würde mehr verraten, als sie sagt");
        assertThat(bytes(report + "/paper")).isNotEmpty();
    }

    @Test
    void the_database_keeps_drafts_from_funders() throws Exception {
        members(5);
        sends("/check/report/passages", 302, "period", "2026-1", "place", "work", "words", "Entwurf");
        freeze();
        var account = stage.sits("Wilma Wirth", Role.FUNDER, null);
        // The memory behind undo holds the draft too.
        assertThat(revisions(stage.officeAccount())).isPositive();
        assertThat(revisions(account)).isZero();
        assertThat(stage.<Integer>as(
                        account,
                        db -> db.sql("select count(*) from reports.report")
                                .query(Integer.class)
                                .single()))
                .isZero();
        assertThat(stage.<Integer>as(
                        account,
                        db -> db.sql("select count(*) from reports.passage")
                                .query(Integer.class)
                                .single()))
                .isZero();
        assertThatThrownBy(() -> stage.as(account, db -> db.sql("""
                        insert into reports.report (network, half_year, as_of, frozen_on, content)
                        values (platform.network(), '2025-1', '2025-06-30', '2026-01-01', '{}')
                        """).update())).isInstanceOf(DataAccessException.class);
    }

    private int revisions(AccountId account) {
        return stage.<Integer>as(
                account,
                db -> db.sql("select count(*) from platform.revision where starts_with(relation, 'reports.')")
                        .query(Integer.class)
                        .single());
    }

    /// The second waits for the first, and then finds nothing to do.
    @Test
    void of_two_who_release_at_once_one_comes_too_late() throws Exception {
        members(5);
        var path = stage.path(freeze() + "/release");
        assertThat(AtOnce.twice(() -> mvc.perform(post(path).with(csrf()).with(stage.office()))
                        .andReturn()
                        .getResponse()
                        .getStatus()))
                .containsExactlyInAnyOrder(302, 409);
    }

    private String freeze() throws Exception {
        var location = sends("/check/report/freezing", 302, "period", "2026-1");
        return location.substring(location.indexOf("/check/report/"));
    }

    private String sends(String path, int expected, String... values) throws Exception {
        var request = post(stage.path(path)).with(csrf()).with(stage.office());
        for (int n = 0; n < values.length; n += 2) request.param(values[n], values[n + 1]);
        var answer = mvc.perform(request)
                .andExpect(status().is(expected))
                .andReturn()
                .getResponse();
        return String.valueOf(answer.getHeader("Location"));
    }

    private String text(String path, RequestPostProcessor who) throws Exception {
        return text(path, who, "de");
    }

    private String text(String path, RequestPostProcessor who, String language) throws Exception {
        return mvc.perform(get(stage.path(path)).with(who).header("Accept-Language", language))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private byte[] bytes(String path) throws Exception {
        return bytes(path, funder);
    }

    private byte[] bytes(String path, RequestPostProcessor who) throws Exception {
        return mvc.perform(get(stage.path(path)).with(who).header("Accept-Language", "de"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    /// What the page is about; around it each page carries marks of its own.
    private static String main(String page) {
        return page.substring(page.indexOf("<main"), page.indexOf("</main>"));
    }

    private static void compliant(byte[] paper, PDFAFlavour flavour) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(paper), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            var result = validator.validate(parser);
            assertThat(result.isCompliant())
                    .as("%s", result.getTestAssertions())
                    .isTrue();
        }
    }

    /// Every part is well-formed, or this fails.
    private static Map<String, String> parts(byte[] zipped) throws Exception {
        var parts = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        for (var part : parts.entrySet()) {
            if (!part.getValue().startsWith("<")) continue;
            try {
                factory.newDocumentBuilder()
                        .parse(new ByteArrayInputStream(part.getValue().getBytes(StandardCharsets.UTF_8)));
            } catch (IOException | org.xml.sax.SAXException broken) {
                throw new AssertionError(part.getKey(), broken);
            }
        }
        return parts;
    }
}
