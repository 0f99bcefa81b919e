package org.wirknetz.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.wirknetz.agreements.Desks.terms;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.directory.PersonId;
import org.wirknetz.platform.Document;

@RoomTest
class PaperTests {

    private static final String NASTY =
            "§ 1 <script>alert(1)</script> & \"Yıldız\"\u0007 \u202e𝄞\n\nZweiter Absatz mit <img src=\"file:///etc/passwd\">.";

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Agreements agreements;

    @Autowired
    Templates templates;

    @Autowired
    Signatures signatures;

    @Autowired
    JdbcClient db;

    private Desks desks;
    private String path;

    @BeforeEach
    void draft() {
        desks = new Desks(cast);
        var id = desks.office.<AgreementId, RuntimeException>call(
                () -> agreements.draft(terms("Anerkennung", Circle.PARTIES, NASTY), desks.both()));
        path = desks.stage.path("/agreements/" + id.value() + "/paper");
    }

    @Test
    void the_pdf_is_accessible_and_says_what_is_signed() throws Exception {
        var pdf = fetched("pdf");
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "Anerkennung", "Handwerkskammer", "Zweiter Absatz", "Ort, Datum, Unterschrift", "SHA-256");
        }
        VeraGreenfieldFoundryProvider.initialise();
        for (var flavour : List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_3_U)) {
            try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                    var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                var result = validator.validate(parser);
                assertThat(result.getTestAssertions()).as(flavour.getId()).isEmpty();
            }
        }
    }

    @Test
    void the_word_file_is_whole_and_holds_the_text() throws Exception {
        Map<String, String> parts = new HashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(fetched("docx")))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(parts).containsKeys("[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml");
        for (var part : parts.values()) parsed(part);
        assertThat(parts.get("word/document.xml")).contains("Handwerkskammer", "&lt;script", "Yıldız", "Heading1");
    }

    /// ODF 1.3, part 2 (packages): the type comes first and is not compressed, the manifest names every part.
    @Test
    void the_open_document_is_whole_and_holds_the_text() throws Exception {
        var odt = fetched("odt");
        assertThat(new String(odt, 30, 47, StandardCharsets.US_ASCII))
                .isEqualTo("mimetypeapplication/vnd.oasis.opendocument.text");
        Map<String, String> parts = new HashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(odt))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(parts.keySet())
                .containsExactlyInAnyOrder(
                        "mimetype", "META-INF/manifest.xml", "content.xml", "styles.xml", "meta.xml");
        for (var part : List.of("content.xml", "styles.xml", "meta.xml")) {
            assertThat(parts.get("META-INF/manifest.xml")).contains("full-path=\"" + part + "\"");
            assertThat(parsed(parts.get(part)).getDocumentElement().getAttribute("office:version"))
                    .isEqualTo("1.3");
        }
        var content = parsed(parts.get("content.xml"));
        assertThat(content.getElementsByTagName("text:h").item(0).getTextContent())
                .isEqualTo("Anerkennung");
        assertThat(content.getDocumentElement().getTextContent())
                .contains("§ 1 <script>alert(1)</script> & \"Yıldız\"", "Handwerkskammer", "SHA-256");
        assertThat(parts.get("content.xml")).doesNotContain("office:script").doesNotContain("xlink:href");
        assertThat(styles(content)).allMatch(it -> parts.get("styles.xml").contains("style:name=\"" + it + "\""));
    }

    @Test
    void spaces_and_tabs_of_a_text_are_kept_in_the_open_document() throws Exception {
        var id = desks.office.<AgreementId, RuntimeException>call(() ->
                agreements.draft(terms("Abstände", Circle.PARTIES, "Betrag:\t100   Euro\n  eingerückt"), desks.both()));
        var odt = mvc.perform(get(desks.stage.path("/agreements/" + id.value() + "/paper"))
                        .param("format", "odt")
                        .with(desks.stage.office()))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(odt))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.getName().equals("content.xml")) continue;
                assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                        .contains(
                                "Betrag:<text:tab/>100 <text:s/><text:s/>Euro<text:line-break/><text:s/><text:s/>eingerückt");
            }
        }
    }

    @Test
    void what_was_signed_is_taken_along_with_its_proof_in_every_format() throws Exception {
        var id = new AgreementId(UUID.fromString(path.split("/")[4]));
        Desks.mandated(
                desks.stage,
                db,
                "Jonas",
                "jonas@" + desks.stage.slug() + ".example",
                desks.handwerkskammer,
                null,
                null);
        var olga = new PersonId(
                Desks.mandated(desks.stage, db, "Olga", "olga@x.example", desks.volkshochschule, null, null));
        desks.office.run(() -> agreements.offer(id, 1));
        var sha = new String(fetched("txt"), StandardCharsets.UTF_8);
        var fingerprint = SealedText.fingerprint(sha.getBytes(StandardCharsets.UTF_8));
        desks.chamber.run(() -> signatures.sign(
                id,
                new OrganisationId(desks.handwerkskammer),
                "jonas@" + desks.stage.slug() + ".example",
                fingerprint));
        var scan = Document.of("unterschrift.pdf", "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.ISO_8859_1));
        desks.office.run(() -> signatures.enterPaper(
                id, new OrganisationId(desks.volkshochschule), olga, Desks.MONDAY, scan, fingerprint));
        String pdf;
        try (var document = Loader.loadPDF(fetched("pdf"))) {
            pdf = new PDFTextStripper().getText(document).replaceAll("\\s+", "");
        }
        for (var text : List.of(pdf, texts(fetched("docx")), texts(fetched("odt")))) {
            assertThat(text)
                    .contains(
                            "JonasCast,Vertretung,unterschriebenam23.11.2026",
                            "EinfacheelektronischeSignaturmitdemKontovonJonasWeber",
                            "OlgaCast",
                            "unterschrift.pdf,SHA-256derDatei:" + scan.sha256(),
                            fingerprint,
                            "geschlossen")
                    .doesNotContain("Ort,Datum,Unterschrift");
        }
    }

    private static String texts(byte[] zipped) throws Exception {
        var texts = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith("content.xml") || entry.getName().endsWith("document.xml"))
                    texts.append(parsed(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                            .getDocumentElement()
                            .getTextContent());
            }
        }
        return texts.toString().replaceAll("\\s+", "");
    }

    private static List<String> styles(org.w3c.dom.Document content) {
        var styles = new java.util.ArrayList<String>();
        for (var name : List.of("text:p", "text:h")) {
            var nodes = content.getElementsByTagName(name);
            for (int at = 0; at < nodes.getLength(); at++)
                styles.add(((org.w3c.dom.Element) nodes.item(at)).getAttribute("text:style-name"));
        }
        return styles;
    }

    private static org.w3c.dom.Document parsed(String xml) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void it_is_for_the_parties_alone() throws Exception {
        mvc.perform(get(path).with(Cast.signedIn(desks.stranger.account().orElseThrow())))
                .andExpect(status().isNotFound());
        mvc.perform(get(path).param("format", "exe").with(desks.stage.office())).andExpect(status().isNotFound());
    }

    @Test
    void a_draft_begins_with_a_template_that_names_its_source() throws Exception {
        assertThat(templates.all()).hasSize(4).allSatisfy(it -> {
            assertThat(it.source()).isNotBlank();
            assertThat(it.body()).startsWith("§ 1").doesNotContain("# ");
        });
        mvc.perform(get(desks.stage.path("/agreements/new?template=joint-controllers"))
                        .with(desks.stage.office()))
                .andExpect(content().string(containsString("Art. 26 Abs. 3 DSGVO")))
                .andExpect(content().string(containsString("Version 1 vom 23.11.2026")));
    }

    private byte[] fetched(String format) throws Exception {
        return mvc.perform(get(path).param("format", format).with(desks.stage.office()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }
}
