package org.wirknetz.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.wirknetz.agreements.Desks.MONDAY;
import static org.wirknetz.agreements.Desks.terms;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.platform.Changes;
import org.wirknetz.platform.Document;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;

@RoomTest
class AnnexesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Agreements agreements;

    @Autowired
    Annexes annexes;

    @Autowired
    Documents documents;

    @Autowired
    Changes changes;

    @Autowired
    JdbcClient db;

    private Desks desks;
    private AgreementId id;

    @BeforeEach
    void draft() {
        desks = new Desks(cast);
        id = desks.office.call(() -> agreements.draft(terms("Anerkennung"), desks.both()));
    }

    @Test
    void an_annex_is_signed_with_the_text_and_a_changed_one_is_a_new_version() {
        var first = add(pdf("Plan A"));
        assertThat(sealed())
                .contains("Anlagen\n– plan.pdf (SHA-256: " + pdf("Plan A").sha256() + ")");
        desks.office.run(() -> agreements.offer(id, agreements.read(id).version()));
        add(pdf("Plan B"));
        assertThat(sealed())
                .contains(pdf("Plan B").sha256())
                .doesNotContain(pdf("Plan A").sha256());
        assertThat(desks.office.<Integer, RuntimeException>call(
                        () -> db.sql("select count(*) from agreements.agreement where id = ? and offered_on is null")
                                .param(id.value())
                                .query(Integer.class)
                                .single()))
                .as("another text must be offered again")
                .isOne();
        assertThat(desks.school.<byte[], RuntimeException>call(
                        () -> documents.read(id, first).whole()))
                .as("the former one stays")
                .isEqualTo(pdf("Plan A").bytes());
    }

    @Test
    void taking_one_out_can_be_taken_back() {
        var annex = add(pdf("Plan A"));
        var scope = Scope.of(desks.stage.network(), desks.stage.officeAccount());
        scope.run(() -> annexes.drop(id, annex));
        assertThat(sealed()).doesNotContain("plan.pdf");
        scope.run(() -> changes.undo(scope.lastChange().orElseThrow()));
        assertThat(sealed()).contains("plan.pdf");
    }

    @Test
    void the_same_file_twice_and_any_after_the_end_of_talks_are_refused() {
        var annex = add(pdf("Plan A"));
        refused("agreements.annex.same", () -> annexes.add(id, pdf("Plan A")));
        desks.office.run(() -> db.sql("update agreements.agreement set concluded_on = ? where id = ?")
                .params(MONDAY, id.value())
                .update());
        refused("agreements.fixed", () -> annexes.add(id, pdf("Plan B")));
        refused("agreements.fixed", () -> annexes.drop(id, annex));
    }

    @Test
    void parties_add_them_on_the_page_and_strangers_do_not() throws Exception {
        var path = desks.stage.path("/agreements/" + id.value());
        var file = new MockMultipartFile(
                "annex", "plan.pdf", "application/pdf", pdf("Plan A").bytes());
        mvc.perform(multipart(path + "/annexes")
                        .file(file)
                        .with(as(desks.stranger))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        mvc.perform(multipart(path + "/annexes")
                        .file(file)
                        .with(as(desks.chamber))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get(path).with(as(desks.school)))
                .andExpect(content().string(containsString("plan.pdf")))
                .andExpect(content().string(containsString(pdf("Plan A").sha256())));
        var page = new MockMultipartFile("annex", "plan.html", "text/html", "<html>".getBytes(StandardCharsets.UTF_8));
        mvc.perform(multipart(path + "/annexes")
                        .file(page)
                        .with(as(desks.chamber))
                        .with(csrf()))
                .andExpect(status().isConflict());
    }

    private UUID add(Document document) {
        return desks.chamber.call(() -> annexes.add(id, document));
    }

    private static Document pdf(String text) {
        return Document.of("plan.pdf", ("%PDF-1.7\n% " + text + "\n%%EOF\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    private String sealed() {
        return desks.office.call(
                () -> db.sql("select sealed from agreements.wording where agreement = ? order by number desc limit 1")
                        .param(id.value())
                        .query(String.class)
                        .single());
    }

    private void refused(String key, Runnable work) {
        assertThatThrownBy(() -> desks.office.run(work))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.key()).isEqualTo(key));
    }

    private static RequestPostProcessor as(Scope scope) {
        return Cast.signedIn(scope.account().orElseThrow());
    }
}
