package org.wirknetz.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
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
    void what_was_said_written_and_signed_is_read_by_call() throws Exception {
        var jonas = Cast.signedIn(stage.sits("Jonas Weber", Role.PARTNER_ADMIN, handwerkskammer));
        var stranger = Cast.signedIn(stage.sits("Jörg Kranz", Role.PARTNER_ADMIN, stage.organisation("Jobcenter")));
        var agreement = drafted("Anerkennung").replaceFirst(".*/", "");
        var comments = path("").replace("/agreements", "/agreement-comments");
        var said = "{\"agreement\":\"" + agreement + "\",\"organisation\":\"" + handwerkskammer
                + "\",\"body\":\"Zwei Räume.\",\"concession\":true}";
        mvc.perform(sent(post(comments), stranger, said)).andExpect(status().isNotFound());
        var comment = Objects.requireNonNull(
                mvc.perform(sent(post(comments), jonas, said).header("Idempotency-Key", "einmal"))
                        .andExpect(status().isCreated())
                        .andExpect(jsonPath("$.concession").value(true))
                        .andReturn()
                        .getResponse()
                        .getHeader("Location"));
        mvc.perform(sent(post(comments), jonas, said).header("Idempotency-Key", "einmal"))
                .andExpect(header().string("Location", comment));
        mvc.perform(sent(patch(comment), jonas, "{\"body\":\"Anders.\"}")).andExpect(status().isForbidden());
        mvc.perform(get(comments).with(stranger)).andExpect(jsonPath("$.items", hasSize(0)));
        mvc.perform(get(comments + "?agreement=" + agreement).with(jonas))
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].body").value("Zwei Räume."));
        mvc.perform(get(path("").replace("/agreements", "/agreement-wordings?agreement=" + agreement))
                        .with(jonas))
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].sealed").isNotEmpty());
        mvc.perform(get(path("").replace("/agreements", "/agreement-signatures"))
                        .with(stage.office()))
                .andExpect(jsonPath("$.items", hasSize(0)));
        mvc.perform(get("/api/v1/openapi.json").with(stage.office()))
                .andExpect(jsonPath("$.paths['/networks/{network}/agreement-signatures'].get")
                        .exists())
                .andExpect(jsonPath("$.paths['/networks/{network}/agreement-signatures'].post")
                        .doesNotExist());
    }

    @Test
    void a_favour_is_answered_by_its_receiver_and_a_correction_asks_again() throws Exception {
        var jonas = Cast.signedIn(stage.sits("Jonas Weber", Role.PARTNER_ADMIN, handwerkskammer));
        var olga = Cast.signedIn(stage.sits("Olga Petrenko", Role.PARTNER_ADMIN, volkshochschule));
        var contributions = path("").replace("/agreements", "/contributions");
        var body = "{\"giver\":\"" + handwerkskammer + "\",\"receiver\":\"" + volkshochschule
                + "\",\"kind\":\"Raum\",\"hours\":3,\"givenOn\":\"2026-11-20\"}";
        var favour = Objects.requireNonNull(mvc.perform(sent(post(contributions), jonas, body))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("OPEN"))
                .andReturn()
                .getResponse()
                .getHeader("Location"));
        mvc.perform(sent(patch(favour), jonas, "{\"state\":\"CONFIRMED\"}")).andExpect(status().isForbidden());
        mvc.perform(sent(patch(favour), olga, "{\"state\":\"CONFIRMED\"}"))
                .andExpect(jsonPath("$.state").value("CONFIRMED"));
        mvc.perform(sent(patch(favour), jonas, "{\"hours\":300}"))
                .andExpect(jsonPath("$.state").value("OPEN"))
                .andExpect(jsonPath("$.kind").value("Raum"));
        mvc.perform(sent(
                        post(contributions),
                        jonas,
                        body.replace(volkshochschule.toString(), handwerkskammer.toString())))
                .andExpect(status().isConflict());
        mvc.perform(sent(delete(favour), olga, "")).andExpect(status().isForbidden());
        mvc.perform(sent(delete(favour), jonas, "")).andExpect(status().isNoContent());
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
