package org.wirknetz.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;

@RoomTest
class AgreementsApiTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    private Cast.Stage stage;
    private UUID handwerkskammer;
    private UUID volkshochschule;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        handwerkskammer = stage.organisation("Handwerkskammer");
        volkshochschule = stage.organisation("Volkshochschule");
    }

    @Test
    void a_call_drafts_revises_offers_and_ends_by_the_rules_of_the_room() throws Exception {
        var place = drafted("Anerkennung");
        mvc.perform(get(place).with(stage.office()))
                .andExpect(jsonPath("$.parties", hasSize(2)))
                .andExpect(jsonPath("$.standing").value("DRAFT"))
                .andExpect(jsonPath("$.sha256").isNotEmpty());
        mvc.perform(sent(patch(place), stage.office(), "{\"body\":\"Neu.\",\"standing\":\"OFFERED\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.standing").value("OFFERED"))
                .andExpect(jsonPath("$.body").value("Neu."));
        mvc.perform(sent(delete(place), stage.office(), "")).andExpect(status().isConflict());
        mvc.perform(sent(patch(place), stage.office(), "{\"endedOn\":\"2026-11-23\"}"))
                .andExpect(status().isConflict());
        mvc.perform(sent(patch(place), stage.office(), "{\"endedOn\":\"2026-11-23\",\"endReason\":\"Vorbei\"}"))
                .andExpect(jsonPath("$.standing").value("ENDED"));
    }

    @Test
    void a_duty_is_named_and_changed_by_call_and_needs_a_party() throws Exception {
        var agreement = drafted("Anerkennung").replaceFirst(".*/", "");
        var place = path("").replace("/agreements", "/obligations");
        var body = "{\"agreement\":\"" + agreement
                + "\",\"title\":\"Raum stellen\",\"due\":\"2026-12-01\",\"organisation\":\"";
        mvc.perform(sent(post(place), stage.office(), body + stage.organisation("Jobcenter") + "\"}"))
                .andExpect(status().isConflict());
        var duty = Objects.requireNonNull(mvc.perform(sent(post(place), stage.office(), body + handwerkskammer + "\"}"))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getHeader("Location"));
        mvc.perform(sent(patch(duty), stage.office(), "{\"title\":\"Zwei Räume stellen\"}"))
                .andExpect(jsonPath("$.title").value("Zwei Räume stellen"))
                .andExpect(jsonPath("$.due").value("2026-12-01"));
        mvc.perform(sent(patch(duty), stage.office(), "{\"doneOn\":\"2026-11-23\"}"))
                .andExpect(status().isConflict());
        mvc.perform(sent(delete(duty), stage.office(), "")).andExpect(status().isNoContent());
    }

    @Test
    void what_cannot_be_is_refused_with_a_sentence() throws Exception {
        for (var body : new String[] {
            "{\"title\":\"Allein\",\"parties\":[\"" + handwerkskammer + "\"]}",
            "{\"title\":\"Doppelt\",\"parties\":[\"" + handwerkskammer + "\",\"" + handwerkskammer + "\"]}",
            "{\"title\":\"Verkehrt\",\"validFrom\":\"2027-01-01\",\"validTo\":\"2026-01-01\",\"parties\":" + both()
                    + "}"
        }) {
            mvc.perform(sent(post(path("")), stage.office(), body))
                    .andExpect(status().isConflict())
                    .andExpect(jsonPath("$.detail").isNotEmpty());
        }
        mvc.perform(sent(post(path("")), stage.office(), "{\"title\":\"x\",\"parties\":\"y\"}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.field").value("parties"));
    }

    @Test
    void a_stranger_neither_finds_nor_touches_it() throws Exception {
        var jobcenter = stage.organisation("Jobcenter");
        var stranger = Cast.signedIn(stage.sits("Jörg Kranz", Role.PARTNER_ADMIN, jobcenter));
        var place = drafted("Unter uns");
        mvc.perform(get(path("")).with(stranger)).andExpect(jsonPath("$.items", hasSize(0)));
        mvc.perform(get(place).with(stranger)).andExpect(status().isNotFound());
        mvc.perform(sent(patch(place), stranger, "{\"title\":\"Meins\"}")).andExpect(status().isNotFound());
        mvc.perform(sent(post(path("")), stranger, "{\"title\":\"Eures\",\"parties\":" + both() + "}"))
                .andExpect(status().isForbidden());
        assertThat(stage.<String>ask(ask -> ask.sql("select title from agreements.agreement")
                        .query(String.class)
                        .single()))
                .isEqualTo("Unter uns");
    }

    private String drafted(String title) throws Exception {
        var body =
                "{\"title\":\"" + title + "\",\"form\":\"INTEGRATIVE\",\"body\":\"Text.\",\"parties\":" + both() + "}";
        return Objects.requireNonNull(mvc.perform(sent(post(path("")), stage.office(), body))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getHeader("Location"));
    }

    private String both() {
        return "[\"" + handwerkskammer + "\",\"" + volkshochschule + "\"]";
    }

    private String path(String rest) {
        return "/api/v1/networks/" + stage.slug() + "/agreements" + rest;
    }

    private static MockHttpServletRequestBuilder sent(
            MockHttpServletRequestBuilder request, RequestPostProcessor who, String body) {
        return request.with(who)
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }
}
