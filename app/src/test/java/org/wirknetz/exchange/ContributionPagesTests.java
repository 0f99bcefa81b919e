package org.wirknetz.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;

/// Give and take through the web door and the API, by those it is for and by those it is not for.
@RoomTest
class ContributionPagesTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    private Cast.Stage stage;
    private UUID volkshochschule;
    private UUID jobcenter;
    private RequestPostProcessor olga;
    private RequestPostProcessor timo;
    private RequestPostProcessor carla;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        volkshochschule = stage.organisation("Volkshochschule");
        jobcenter = stage.organisation("Jobcenter");
        var caritas = stage.organisation("Caritasverband");
        olga = Cast.signedIn(stage.sits("Olga Petrenko", Role.PARTNER_STAFF, volkshochschule));
        timo = Cast.signedIn(stage.sits("Timo Lang", Role.PARTNER_STAFF, jobcenter));
        carla = Cast.signedIn(stage.sits("Carla Neri", Role.PARTNER_ADMIN, caritas));
    }

    @Test
    void a_partner_enters_a_favour_with_three_touches_and_the_other_confirms() throws Exception {
        web.perform(post(stage.path("/contributions"))
                        .with(timo)
                        .with(csrf())
                        .param("own", jobcenter.toString())
                        .param("direction", "gave")
                        .param("other", volkshochschule.toString())
                        .param("kind", "Raum überlassen")
                        .param("effort", "MEDIUM"))
                .andExpect(redirectedUrl(stage.path("/contributions")));
        var favour = only();
        web.perform(get(stage.path("/contributions")).with(olga))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Bitte bestätigen")))
                .andExpect(content().string(containsString("Jobcenter hat Volkshochschule geholfen: Raum überlassen")));
        web.perform(post(stage.path("/contributions/" + favour + "/confirmation"))
                        .with(olga)
                        .with(csrf()))
                .andExpect(redirectedUrl(stage.path("/contributions")));
        web.perform(get(stage.path("/contributions/" + favour)).with(timo))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Volkshochschule hat das bestätigt.")));
    }

    @Test
    void the_form_knows_whom_one_works_for_and_with_whom_one_dealt_last() throws Exception {
        favour();
        web.perform(get(stage.path("/contributions/new")).with(timo))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(containsString("<input type=\"hidden\" name=\"own\" value=\"" + jobcenter + "\">")))
                .andExpect(content().string(containsString("id=\"partner-" + volkshochschule + "\"")));
    }

    @Test
    void a_form_with_holes_comes_back_with_its_words() throws Exception {
        web.perform(post(stage.path("/contributions"))
                        .with(timo)
                        .with(csrf())
                        .param("own", jobcenter.toString())
                        .param("other", jobcenter.toString())
                        .param("kind", "Räume")
                        .param("hours", "viele")
                        .param("givenOn", "2027-01-01"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("kann sich nicht selbst helfen")))
                .andExpect(content().string(containsString("ist keine Stundenzahl")))
                .andExpect(content().string(containsString("liegt noch vor uns")))
                .andExpect(content().string(containsString("value=\"Räume\"")));
    }

    @Test
    void every_page_is_there_in_both_languages() throws Exception {
        favour();
        for (var page : List.of(
                "/contributions", "/contributions?state=OPEN&q=raum", "/contributions/new", "/contributions/" + only()))
            for (var who : List.of(stage.office(), timo))
                for (var language : List.of("de", "en"))
                    web.perform(get(stage.path(page)).with(who).cookie(new Cookie("lang", language)))
                            .andExpect(status().isOk())
                            .andExpect(content().string(not(containsString("?exchange."))))
                            .andExpect(content().string(containsString("lang=\"" + language + "\"")));
    }

    @Test
    void who_is_not_of_the_pair_finds_nothing_on_any_page() throws Exception {
        favour();
        var favour = only();
        web.perform(get(stage.path("/contributions")).with(carla))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Raum überlassen"))));
        web.perform(get(stage.path("/contributions/" + favour)).with(carla)).andExpect(status().isNotFound());
        for (var word : List.of("confirmation", "refusal", "waiver", "withdrawal"))
            web.perform(post(stage.path("/contributions/" + favour + "/" + word))
                            .with(carla)
                            .with(csrf()))
                    .andExpect(status().isNotFound());
        var funder = Cast.signedIn(stage.sits("Ute Brandt", Role.FUNDER, null));
        web.perform(get(stage.path("/contributions")).with(funder)).andExpect(status().isForbidden());
        web.perform(get(stage.path("/contributions/" + favour)).with(funder)).andExpect(status().isForbidden());
    }

    @Test
    void the_giver_cannot_confirm_for_the_receiver() throws Exception {
        favour();
        web.perform(post(stage.path("/contributions/" + only() + "/confirmation"))
                        .with(timo)
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void the_feed_shows_and_takes_no_more_than_the_pages() throws Exception {
        favour();
        var favour = only();
        var feed = "/api/v1/networks/" + stage.slug() + "/contributions";
        web.perform(get(feed).with(timo)).andExpect(jsonPath("$.items.length()").value(1));
        web.perform(get(feed).with(carla))
                .andExpect(jsonPath("$.items.length()").value(0));
        web.perform(get(feed + "/" + favour).with(carla)).andExpect(status().isNotFound());
        web.perform(patch(feed + "/" + favour)
                        .with(timo)
                        .with(csrf())
                        .contentType("application/json")
                        .content("{\"state\": \"CONFIRMED\"}"))
                .andExpect(status().is4xxClientError());
        web.perform(post(feed)
                        .with(carla)
                        .with(csrf())
                        .contentType("application/json")
                        .content("{\"giver\": \"%s\", \"receiver\": \"%s\"}".formatted(jobcenter, volkshochschule)))
                .andExpect(status().isForbidden());
        web.perform(delete(feed + "/" + favour).with(olga).with(csrf())).andExpect(status().isForbidden());
        List<String> states = stage.ask(ask -> ask.sql("select state from exchange.contribution")
                .query(String.class)
                .list());
        assertThat(states).containsExactly("OPEN");
    }

    private void favour() throws Exception {
        web.perform(post(stage.path("/contributions"))
                        .with(timo)
                        .with(csrf())
                        .param("own", jobcenter.toString())
                        .param("other", volkshochschule.toString())
                        .param("kind", "Raum überlassen"))
                .andExpect(status().is3xxRedirection());
    }

    private UUID only() {
        return stage.ask(ask -> ask.sql("select id from exchange.contribution")
                .query(UUID.class)
                .single());
    }
}
