package org.wirknetz.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.wirknetz.agreements.Desks.terms;

import jakarta.servlet.http.Cookie;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.StatementCount;
import org.wirknetz.platform.Scope;

@RoomTest
class AgreementPagesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Agreements agreements;

    private Desks desks;

    @BeforeEach
    void set_the_table() {
        desks = new Desks(cast);
    }

    @Test
    void the_office_drafts_one_and_finds_it_in_the_list_and_in_the_search() throws Exception {
        var answer = mvc.perform(post(desks.stage.path("/agreements"))
                        .with(desks.stage.office())
                        .with(csrf())
                        .param("title", "Anerkennung von Teilqualifikationen")
                        .param("party", desks.handwerkskammer.toString(), desks.volkshochschule.toString(), "")
                        .param("form", "INTEGRATIVE")
                        .param("binding", "3")
                        .param("level", "PROFESSIONAL")
                        .param("from", "2026-12-01")
                        .param("last", "2027-11-30")
                        .param("notice", "3")
                        .param("body", "Erster Absatz.\n\nZweiter Absatz."))
                .andExpect(status().is3xxRedirection())
                .andReturn();
        var path = answer.getResponse().getRedirectedUrl();
        mvc.perform(get(java.util.Objects.requireNonNull(path)).with(desks.stage.office()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Ein Entwurf zwischen Handwerkskammer, Volkshochschule")))
                .andExpect(content().string(containsString("30.11.2027")))
                .andExpect(content().string(containsString("Zweiter Absatz.")))
                .andExpect(content().string(containsString("3 Kooperationsverpflichtung")));
        mvc.perform(get(desks.stage.path("/agreements?q=volks&standing=open&binding=3&sort=-title"))
                        .with(desks.stage.office()))
                .andExpect(content().string(containsString("Anerkennung von Teilqualifikationen")));
        mvc.perform(get(desks.stage.path("/agreements?standing=CONCLUDED")).with(desks.stage.office()))
                .andExpect(content().string(not(containsString("Anerkennung von Teilqualifikationen"))));
        mvc.perform(get(desks.stage.path("/agreements/export")).with(desks.stage.office()))
                .andExpect(content().string(containsString("Anerkennung von Teilqualifikationen")));
        mvc.perform(get(desks.stage.path("/search?q=teilqualifikation")).with(desks.stage.office()))
                .andExpect(content().string(containsString(path)));
    }

    @Test
    void a_form_with_holes_comes_back_with_its_words() throws Exception {
        mvc.perform(post(desks.stage.path("/agreements"))
                        .with(desks.stage.office())
                        .with(csrf())
                        .param("party", desks.handwerkskammer.toString())
                        .param("from", "2027-01-01")
                        .param("last", "2026-01-01")
                        .param("purpose", "Damit es vorangeht"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("mindestens zwei Parteien")))
                .andExpect(content().string(containsString("liegt vor dem ersten")))
                .andExpect(content().string(containsString("Damit es vorangeht")));
    }

    @Test
    void what_somebody_may_not_read_is_not_there_for_them() throws Exception {
        var path = desks.stage.path("/agreements/" + drafted("Unter uns").value());
        mvc.perform(get(path).with(as(desks.stranger))).andExpect(status().isNotFound());
        mvc.perform(get(path).with(as(desks.funder))).andExpect(status().isNotFound());
        mvc.perform(post(path + "/offer")
                        .param("version", "1")
                        .with(as(desks.stranger))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        mvc.perform(get(desks.stage.path("/agreements")).with(as(desks.stranger)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Unter uns"))));
        mvc.perform(get(path).with(as(desks.school)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Zur Unterschrift vorlegen")));
    }

    @Test
    void a_partner_cannot_bind_others_without_being_a_party() throws Exception {
        mvc.perform(post(desks.stage.path("/agreements"))
                        .with(as(desks.stranger))
                        .with(csrf())
                        .param("title", "Über eure Köpfe")
                        .param("party", desks.handwerkskammer.toString(), desks.volkshochschule.toString()))
                .andExpect(status().isForbidden());
    }

    @Test
    void its_course_is_steered_from_its_page() throws Exception {
        var path = desks.stage.path("/agreements/" + drafted("Anerkennung").value());
        send(path + "/offer", "version", "1", 302);
        mvc.perform(get(path).with(desks.stage.office()))
                .andExpect(content().string(containsString("liegt der Text zur Unterschrift vor")));
        send(path + "/reopening", "x", "", 302);
        send(path + "/offer", "version", "3", 302);
        send(path + "/discarding", "x", "", 409);
        send(path + "/end", "reason", "", 409);
        send(path + "/end", "reason", "Kein Bedarf", 302);
        mvc.perform(get(path).with(desks.stage.office()))
                .andExpect(content().string(containsString("zurückgezogen. Grund: Kein Bedarf")));
    }

    @Test
    void every_page_is_there_in_both_languages() throws Exception {
        var path = "/agreements/" + drafted("Anerkennung").value();
        for (var page : List.of("/agreements", "/agreements/new", path, path + "/edit", "/agreements?within=90")) {
            for (var language : List.of("de", "en")) {
                mvc.perform(get(desks.stage.path(page))
                                .with(desks.stage.office())
                                .cookie(new Cookie("lang", language)))
                        .andExpect(status().isOk())
                        .andExpect(content().string(not(containsString("?agreements."))))
                        .andExpect(content().string(containsString("lang=\"" + language + "\"")));
            }
        }
    }

    @Test
    void the_list_asks_as_much_for_one_as_for_ten() throws Exception {
        drafted("Nummer null");
        var list = get(desks.stage.path("/agreements")).with(desks.stage.office());
        mvc.perform(list);
        int before = StatementCount.during(() -> mvc.perform(list)).size();
        for (int number = 1; number < 10; number++) drafted("Nummer " + number);
        assertThat(StatementCount.during(() -> mvc.perform(list))).hasSize(before);
    }

    private void send(String path, String name, String value, int expected) throws Exception {
        mvc.perform(post(path).with(desks.stage.office()).with(csrf()).param(name, value))
                .andExpect(status().is(expected));
    }

    private AgreementId drafted(String title) {
        return desks.office.call(() -> agreements.draft(terms(title), desks.both()));
    }

    private static RequestPostProcessor as(Scope scope) {
        return Cast.signedIn(scope.account().orElseThrow());
    }
}
