package org.wirknetz.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;

/// What is too much of a good thing: parameters by the hundred thousand, JSON without end or bottom, archives that
/// unpack
/// to a gigabyte. Each is answered with a sentence, and nothing of it is kept.
@RoomTest
class HugeRequestsTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    private Cast.Stage stage;
    private String place;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        place = "/api/v1/networks/" + stage.slug() + "/organisations";
    }

    private MockHttpServletResponse send(String json) throws Exception {
        return web.perform(post(place)
                        .with(stage.office())
                        .contentType("application/json")
                        .content(json))
                .andReturn()
                .getResponse();
    }

    private int organisations() {
        return stage.ask(db -> db.sql("select count(*) from directory.organisation")
                .query(Integer.class)
                .single());
    }

    private static void isProblem(MockHttpServletResponse answer, int status) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(String.valueOf(answer.getContentType())).startsWith("application/problem+json");
        assertThat(answer.getContentAsString()).contains("\"detail\"").doesNotContain("Exception", "at org.");
    }

    @Test
    void json_without_end_or_bottom() throws Exception {
        isProblem(send("{\"key\":\"a\",\"name\":\"" + "n".repeat(2_000_000) + "\"}"), 413);
        isProblem(send("{\"key\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"), 400);
        isProblem(send("{\"key\":" + "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000) + "}"), 400);
        isProblem(send("{\"key\":1" + "0".repeat(900_000) + "}"), 400);
        assertThat(organisations()).isZero();
    }

    @Test
    void a_hundred_thousand_parameters_of_a_call() throws Exception {
        var asked = get(place).with(stage.office());
        for (int n = 0; n < 100_000; n++) asked.param("p" + n, "x");
        isProblem(web.perform(asked).andReturn().getResponse(), 400);
        var repeated = get(place).with(stage.office());
        for (int n = 0; n < 100_000; n++) repeated.param("city", "x");
        isProblem(web.perform(repeated).andReturn().getResponse(), 400);
    }

    /// @param megabytes of zeros, which pack to a thousandth
    private static byte[] packed(String name, int megabytes, String... others) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var other : others) {
                zip.putNextEntry(new ZipEntry(other));
                zip.write("<x/>".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            }
            zip.putNextEntry(new ZipEntry(name));
            var zeros = new byte[1 << 20];
            for (int n = 0; n < megabytes; n++) zip.write(zeros);
        }
        return bytes.toByteArray();
    }

    private MockHttpServletResponse upload(String path, String name, byte[] bytes) throws Exception {
        return web.perform(multipart(stage.path(path))
                        .file(new MockMultipartFile("file", name, "application/zip", bytes))
                        .with(stage.office())
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    @Test
    void an_archive_that_unpacks_to_a_gigabyte() throws Exception {
        var bomb = packed("directory.organisation.json", 1_024, "manifest.json");
        var answer = upload("/exports/network", "netz.wirknetz.zip", bomb);
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getContentAsString()).contains("class=\"lead\"").doesNotContain("Exception");
        assertThat(organisations()).isZero();
    }

    @Test
    void a_workbook_that_unpacks_to_a_gigabyte_or_brings_a_program() throws Exception {
        for (var file : new byte[][] {
            packed("xl/worksheets/sheet1.xml", 1_024, "[Content_Types].xml", "xl/workbook.xml"),
            packed("xl/vbaProject.bin", 1, "[Content_Types].xml", "xl/workbook.xml")
        }) {
            var answer = upload("/imports", "partner.xlsx", file);
            assertThat(answer.getStatus()).isIn(302, 409, 413);
            if (answer.getStatus() != 302) {
                assertThat(answer.getContentAsString()).contains("partner.xlsx").doesNotContain("Exception");
            } else {
                var page = web.perform(
                                get(String.valueOf(answer.getRedirectedUrl())).with(stage.office()))
                        .andReturn()
                        .getResponse();
                assertThat(page.getStatus()).isIn(200, 409);
                assertThat(page.getContentAsString()).contains("partner.xlsx").doesNotContain("Exception");
            }
        }
        assertThat(organisations()).isZero();
    }
}
