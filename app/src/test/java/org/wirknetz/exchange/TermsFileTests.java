package org.wirknetz.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;

/// Lists of terms as files, friendly and hostile ones.
@RoomTest
class TermsFileTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    private Cast.Stage stage;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
    }

    @Test
    void an_excerpt_of_the_kldb_gets_its_levels_from_the_digits() throws Exception {
        upload("kldb.csv", """
                Schlüssel KldB 2010;Ebene;Titel
                513;3;Lagerwirtschaft, Post und Zustellung, Güterumschlag
                5131;4;Berufe in der Lagerwirtschaft
                51312;5;Berufe in der Lagerwirtschaft - fachlich ausgerichtete Tätigkeiten
                2;1;Rohstoffgewinnung
                """).andExpect(status().is3xxRedirection());
        assertThat(terms())
                .containsExactlyInAnyOrder(
                        "Lagerwirtschaft, Post und Zustellung, Güterumschlag < null [KldB 2010 513]",
                        "Berufe in der Lagerwirtschaft < Lagerwirtschaft, Post und Zustellung, Güterumschlag [KldB 2010 5131]",
                        "Berufe in der Lagerwirtschaft - fachlich ausgerichtete Tätigkeiten < Berufe in der Lagerwirtschaft"
                                + " [KldB 2010 51312]",
                        "Rohstoffgewinnung < null [KldB 2010 2]");
    }

    @Test
    void an_excerpt_of_esco_brings_its_other_labels_line_by_line() throws Exception {
        upload("occupations_de.csv", """
                conceptType,conceptUri,preferredLabel,altLabels
                Occupation,http://data.europa.eu/esco/occupation/1,Schweißer/Schweißerin,"MAG-Schweißer
                WIG-Schweißerin"
                """).andExpect(status().is3xxRedirection());
        assertThat(stage.<List<String>>ask(ask -> ask.sql(
                                "select label || ': ' || synonyms || ' ' || scheme from exchange.term where network = platform.network()")
                        .query(String.class)
                        .list()))
                .containsExactly("Schweißer/Schweißerin: MAG-Schweißer|WIG-Schweißerin ESCO");
    }

    @Test
    void a_workbook_is_read_like_a_table() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Test", null)) {
            var sheet = book.newWorksheet("Begriffe");
            sheet.value(0, 0, "Begriff");
            sheet.value(0, 1, "Oberbegriff");
            sheet.value(1, 0, "Russisch");
            sheet.value(1, 1, "Sprachen");
        }
        upload("begriffe.xlsx", bytes.toByteArray()).andExpect(status().is3xxRedirection());
        assertThat(terms()).containsExactlyInAnyOrder("Russisch < Sprachen [ ]", "Sprachen < null [ ]");
    }

    @Test
    void a_file_with_a_mistake_is_refused_with_its_line_and_nothing_is_kept() throws Exception {
        upload("lang.csv", "Begriff\nGut\n" + "x".repeat(201) + "\n")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("lang.csv, Zeile 3")));
        upload("ohne.csv", "Farbe;Form\nrot;rund\n")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("fehlt eine Spalte „Begriff“")));
        upload("kreis.csv", "Begriff;Oberbegriff\nA;B\nB;A\n").andExpect(status().isConflict());
        assertThat(terms()).isEmpty();
    }

    @Test
    void hostile_files_get_a_sentence() throws Exception {
        upload("bombe.xlsx", bomb()).andExpect(status().isUnprocessableContent());
        upload("x.csv", "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>")
                .andExpect(status().isUnprocessableContent());
        upload("leer.csv", "").andExpect(status().isUnprocessableContent());
        upload("../../weg.csv", "Begriff\nWeg\n").andExpect(status().is3xxRedirection());
        assertThat(terms()).containsExactly("Weg < null [ ]");
    }

    @Test
    void only_the_office_takes_lists_in() throws Exception {
        var olga = stage.sits("Olga Petrenko", Role.PARTNER_ADMIN, stage.organisation("Volkshochschule"));
        web.perform(multipart(stage.path("/terms/file"))
                        .file(file("a.csv", "Begriff\nA\n".getBytes(StandardCharsets.UTF_8)))
                        .with(Cast.signedIn(olga))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    private ResultActions upload(String name, String text) throws Exception {
        return upload(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private ResultActions upload(String name, byte[] bytes) throws Exception {
        return web.perform(multipart(stage.path("/terms/file"))
                .file(file(name, bytes))
                .with(stage.office())
                .with(csrf()));
    }

    private static MockMultipartFile file(String name, byte[] bytes) {
        return new MockMultipartFile("file", name, "application/octet-stream", bytes);
    }

    private List<String> terms() {
        return stage.ask(ask -> ask.sql("""
                        select t.label || ' < ' || coalesce(b.label, 'null') || ' [' || t.scheme || ' ' || t.code || ']'
                          from exchange.term t left join exchange.term b on b.network = t.network and b.id = t.broader
                         where t.network = platform.network()
                        """).query(String.class).list());
    }

    private static byte[] bomb() throws java.io.IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            var block = new byte[1 << 20];
            for (int n = 0; n < 80; n++) zip.write(block);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
