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
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;

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
        for (var part : parts.values()) {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newDocumentBuilder().parse(new ByteArrayInputStream(part.getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(parts.get("word/document.xml")).contains("Handwerkskammer", "&lt;script", "Yıldız", "Heading1");
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
                .andExpect(content().string(containsString("Version 1 vom 2026-11-23")));
    }

    private byte[] fetched(String format) throws Exception {
        return mvc.perform(get(path).param("format", format).with(desks.stage.office()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }
}
