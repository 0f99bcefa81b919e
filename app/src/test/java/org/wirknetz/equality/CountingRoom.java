package org.wirknetz.equality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;

/// Members that count, and the pages they and the office use for it.
class CountingRoom {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    Cast.Stage stage;
    final List<UUID> members = new ArrayList<>();

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        members.clear();
        for (var name : List.of(
                "Handwerkskammer",
                "Volkshochschule",
                "Jobcenter",
                "Caritasverband",
                "Metallbau Yıldız GmbH",
                "Kreishandwerkerschaft",
                "Frauen & Beruf e.V.",
                "Migrant*innenrat")) {
            members.add(member(name, null));
        }
    }

    UUID member(String name, java.time.@org.jspecify.annotations.Nullable LocalDate since) {
        var id = stage.organisation(name);
        stage.ask(db -> db.sql("""
                        insert into directory.membership (network, organisation, status, valid_from)
                        values (platform.network(), ?, 'ACTIVE', ?)
                        """).params(id, since).update());
        return id;
    }

    String bodies(String reporting, long... counts) throws Exception {
        var collection = begun(reporting, "COUNTS", "BODIES", "Steuerungskreis\nAG Finanzierung\nAG Module");
        spread(collection, counts);
        return collection;
    }

    String begun(String reporting, String mode, String subject, String lines) throws Exception {
        return redirected(write("/equality", stage.office())
                .param("definition", "GESCHLECHT-1")
                .param("subject", subject)
                .param("mode", mode)
                .param("reporting", reporting)
                .param("lines", lines));
    }

    /// Women and men of each line, over the organisations as evenly as it goes.
    void spread(String collection, long... counts) throws Exception {
        var lines = lines(collection);
        for (int n = 0; n < members.size(); n++) {
            var request = counts(collection, members.get(n));
            for (int l = 0; l < lines.size(); l++) {
                request.param("n-" + lines.get(l) + "-FEMALE", "" + part(counts[2 * l], n));
                request.param("n-" + lines.get(l) + "-MALE", "" + part(counts[2 * l + 1], n));
            }
            redirected(request);
        }
    }

    long part(long whole, int n) {
        return whole / members.size() + (n < whole % members.size() ? 1 : 0);
    }

    MockHttpServletRequestBuilder counts(String collection, UUID organisation) {
        return write(collection + "/organisations/" + organisation, stage.office());
    }

    List<String> slips(String collection, int number) throws Exception {
        var page = mvc.perform(write(collection + "/slips", stage.office())
                        .param("line", lines(collection).getFirst().toString())
                        .param("number", "" + number))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return Pattern.compile("href=\"http://localhost(/n/[a-z0-9]+/equality/[A-Za-z0-9_-]{43})\"")
                .matcher(page)
                .results()
                .map(it -> it.group(1))
                .toList();
    }

    int formsNoted() {
        return stage.<Integer>ask(db -> db.sql("select count(*) from platform.sent_form")
                .query(Integer.class)
                .single());
    }

    String published(String collection) throws Exception {
        redirected(write(collection + "/closing", stage.office()));
        return redirected(write(collection + "/release", stage.office()));
    }

    /// The rows of the published table as they are printed, without the shares.
    static List<String> rows(String page) {
        var body = page.substring(page.indexOf("<tbody>"), page.indexOf("</tbody>"));
        return Pattern.compile("<tr>(.*?)<td class=\"brief\">", Pattern.DOTALL)
                .matcher(body)
                .results()
                .map(it -> it.group(1)
                        .replaceAll("<small>.*?</small>", "")
                        .replaceAll("<span class=\"visually-hidden\">.*?</span>", "")
                        .replaceAll("<[^>]*>", " ")
                        .replaceAll("[ \n]+", " ")
                        .strip())
                .toList();
    }

    List<UUID> lines(String collection) {
        return stage.ask(db -> db.sql("select id from equality.line where collection = ? order by position")
                .param(id(collection))
                .query(UUID.class)
                .list());
    }

    static UUID id(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    String text(String path) throws Exception {
        return mvc.perform(get(path).with(stage.office()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    MockHttpServletRequestBuilder write(String path, RequestPostProcessor who) {
        return post(path.startsWith("/w/") ? path : stage.path(path)).with(who).with(csrf());
    }

    String redirected(MockHttpServletRequestBuilder request) throws Exception {
        var answer = mvc.perform(request).andReturn().getResponse();
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
        return String.valueOf(answer.getRedirectedUrl());
    }
}
