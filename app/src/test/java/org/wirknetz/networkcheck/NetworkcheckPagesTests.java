package org.wirknetz.networkcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.StatementCount;
import org.wirknetz.access.Role;
import org.wirknetz.networkcheck.NewTie.SaidBy;
import org.wirknetz.platform.Scope;

@RoomTest
class NetworkcheckPagesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Ties ties;

    private Cast.Stage stage;
    private UUID handwerkskammer;
    private UUID volkshochschule;
    private UUID jobcenter;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        handwerkskammer = member(stage, "Handwerkskammer");
        volkshochschule = member(stage, "Volkshochschule");
        jobcenter = member(stage, "Jobcenter");
    }

    @Test
    void the_office_enters_a_tie_and_finds_it_in_list_map_and_check() throws Exception {
        mvc.perform(post(stage.path("/ties"))
                        .with(stage.office())
                        .with(csrf())
                        .param("from", handwerkskammer.toString())
                        .param("to", volkshochschule.toString())
                        .param("kind", "REFERRAL")
                        .param("strength", "4"))
                .andExpect(redirectedUrl(stage.path("/ties")));
        mvc.perform(get(stage.path("/ties")).with(stage.office()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Volkshochschule")))
                .andExpect(content().string(containsString("erst von einer Seite")));
        mvc.perform(get(stage.path("/check/map.json")).with(stage.office()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.nodes.length()").value(3))
                .andExpect(jsonPath("$.ties[0].kind").value("REFERRAL"))
                .andExpect(jsonPath("$.ties[0].confirmed").value("one"));
        mvc.perform(get(stage.path("/check")).with(stage.office()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("0 von 1 verbundenen Paaren")));
    }

    @Test
    void a_tie_tells_its_history_to_those_who_may_change_it() throws Exception {
        var admin = Cast.signedIn(stage.sits("Jonas Weber", Role.PARTNER_ADMIN, volkshochschule));
        var reader = Cast.signedIn(stage.sits("Olga Petrenko", Role.PARTNER_STAFF, jobcenter));
        mvc.perform(post(stage.path("/ties"))
                .with(stage.office())
                .with(csrf())
                .param("from", handwerkskammer.toString())
                .param("to", volkshochschule.toString())
                .param("kind", "REFERRAL")
                .param("strength", "4"));
        var tie = stage.<UUID>ask(db ->
                db.sql("select id from networkcheck.tie").query(UUID.class).single());
        var page = stage.path("/ties/" + tie);
        mvc.perform(post(page + "/strength")
                .with(stage.office())
                .with(csrf())
                .param("version", "1")
                .param("value", "2"));
        mvc.perform(post(page + "/confirmation")
                .with(admin)
                .with(csrf())
                .param("organisation", volkshochschule.toString()));
        var told = words(page, admin);
        assertThat(told)
                .contains("Eingetragen von Aylin Demir")
                .contains("Stärke vorher: 4 – eng → nachher: 2 – gelegentlich")
                .contains("Geändert von Jonas Weber Volkshochschule vorher: nicht bestätigt → nachher: bestätigt");
        assertThat(words(page, reader)).contains("2 – gelegentlich").doesNotContain("Aylin Demir", "vorher");
    }

    private String words(String path, org.springframework.test.web.servlet.request.RequestPostProcessor who)
            throws Exception {
        var page = mvc.perform(get(path).with(who)).andReturn().getResponse().getContentAsString();
        return page.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ").replace(" : ", ": ");
    }

    @Test
    void an_organisation_shows_whom_it_works_with_as_a_drawing_and_as_a_table() throws Exception {
        tie(handwerkskammer, volkshochschule);
        tie(handwerkskammer, jobcenter);
        tie(volkshochschule, jobcenter);
        var page = stage.path("/organisations/" + handwerkskammer);
        var body = mvc.perform(get(page).with(stage.office()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(body)
                .contains("Mit 2 Organisationen verbunden; gezeichnet sind 2")
                .containsPattern("<figure class=\"ego\">(?s:.)*?<title>Volkshochschule</title>")
                .containsPattern("<th scope=\"row\"><a href=\"[^\"]*" + jobcenter + "\">Jobcenter</a></th>")
                .contains(stage.path("/ties/new?from=" + handwerkskammer));
        assertThat(body.substring(body.indexOf("<figure class=\"ego\">"), body.indexOf("</figure>"))
                        .split("<line ", -1))
                .as("two ties of its own and one between its partners")
                .hasSize(4);
        var funder = Cast.signedIn(stage.sits("Stefan Thalheim", Role.FUNDER, null));
        mvc.perform(get(page).with(funder))
                .andExpect(content().string(not(containsString("class=\"ego\""))))
                .andExpect(content().string(not(containsString("Jobcenter"))));
    }

    @Test
    void every_page_is_there_in_both_languages() throws Exception {
        tie(handwerkskammer, volkshochschule);
        for (var page : List.of(
                "/ties",
                "/ties/new",
                "/ties/matrix",
                "/check",
                "/check?coordinator=without",
                "/check/map",
                "/check/table",
                "/check/areas",
                "/ties?q=hand&kind=INFO&confirmed=one&standing=all&sort=-strength&page=2")) {
            for (var language : List.of("de", "en")) {
                mvc.perform(get(stage.path(page))
                                .with(stage.office())
                                .cookie(new jakarta.servlet.http.Cookie("lang", language)))
                        .andExpect(status().isOk())
                        .andExpect(content().string(not(containsString("?networkcheck."))))
                        .andExpect(content().string(containsString("lang=\"" + language + "\"")));
            }
        }
    }

    @Test
    void a_form_with_holes_comes_back_with_its_words() throws Exception {
        mvc.perform(post(stage.path("/ties"))
                        .with(stage.office())
                        .with(csrf())
                        .param("from", handwerkskammer.toString())
                        .param("to", handwerkskammer.toString())
                        .param("start", "gestern")
                        .param("note", "Sie kennen sich"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("nicht mit sich selbst")))
                .andExpect(content().string(containsString("gestern")))
                .andExpect(content().string(containsString("Sie kennen sich")));
        assertThat(count()).isZero();
    }

    @Test
    void a_partner_confirms_the_own_side_and_no_other() throws Exception {
        var tie = tie(handwerkskammer, volkshochschule);
        var olga = Cast.signedIn(stage.sits("Olga Petrenko", Role.PARTNER_STAFF, volkshochschule));
        mvc.perform(confirmation(tie, handwerkskammer).with(olga)).andExpect(status().isForbidden());
        mvc.perform(confirmation(tie, volkshochschule).with(olga)).andExpect(status().is3xxRedirection());
        assertThat(stage.<Boolean>ask(ask -> ask.sql("select confirmed_by_both from networkcheck.tie_card where id = ?")
                        .param(tie.value())
                        .query(Boolean.class)
                        .single()))
                .isTrue();
    }

    @Test
    void a_partner_cannot_touch_ties_of_others() throws Exception {
        var tie = tie(handwerkskammer, volkshochschule);
        var stranger = Cast.signedIn(stage.sits("Jörg Kranz", Role.PARTNER_ADMIN, jobcenter));
        mvc.perform(post(stage.path("/ties/" + tie.value() + "/withdrawal"))
                        .with(stranger)
                        .with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(post(stage.path("/ties/" + tie.value() + "/end"))
                        .with(stranger)
                        .with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(post(stage.path("/ties/selection/end"))
                        .with(stranger)
                        .with(csrf())
                        .param("selected", tie.value().toString()))
                .andExpect(status().isForbidden());
        mvc.perform(post(stage.path("/ties/" + tie.value() + "/strength?version=1"))
                        .with(stranger)
                        .with(csrf())
                        .param("value", "5"))
                .andExpect(status().isForbidden());
        mvc.perform(post(stage.path("/ties/matrix"))
                        .with(stranger)
                        .with(csrf())
                        .param("kind", "INFO")
                        .param("cell", volkshochschule + " " + handwerkskammer))
                .andExpect(status().isForbidden());
        assertThat(count()).isOne();
    }

    @Test
    void another_network_sees_and_changes_nothing() throws Exception {
        var tie = tie(handwerkskammer, volkshochschule);
        var other = cast.network();
        mvc.perform(get(stage.path("/check/map.json")).with(other.office())).andExpect(status().isNotFound());
        mvc.perform(get(other.path("/ties/" + tie.value())).with(other.office()))
                .andExpect(status().isNotFound());
        mvc.perform(post(other.path("/ties/" + tie.value() + "/withdrawal"))
                        .with(other.office())
                        .with(csrf()))
                .andExpect(status().isNotFound());
        mvc.perform(post(other.path("/ties"))
                        .with(other.office())
                        .with(csrf())
                        .param("from", handwerkskammer.toString())
                        .param("to", volkshochschule.toString())
                        .param("kind", "INFO"))
                .andExpect(status().isNotFound());
        mvc.perform(get(other.path("/check/map.json")).with(other.office()))
                .andExpect(jsonPath("$.nodes.length()").value(0));
        assertThat(count()).isOne();
    }

    @Test
    void without_a_session_or_a_token_nothing_happens() throws Exception {
        mvc.perform(get(stage.path("/check/map.json"))).andExpect(status().is3xxRedirection());
        mvc.perform(post(stage.path("/ties")).with(stage.office()).param("from", handwerkskammer.toString()))
                .andExpect(status().isForbidden());
    }

    @Test
    void a_funder_is_led_to_what_was_released_and_reads_nothing_of_today() throws Exception {
        for (int at = 0; at < 20; at++) member(stage, "Partner Nummer " + at);
        var first = tie(handwerkskammer, volkshochschule);
        var funder = Cast.signedIn(stage.sits("Stefan Thalheim", Role.FUNDER, null));
        for (var page : List.of("/check", "/check/reading", "/check/frozen")) {
            mvc.perform(get(stage.path(page)).with(funder))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("Handwerkskammer"))))
                    .andExpect(content().string(not(containsString("Partner Nummer"))))
                    .andExpect(content().string(not(containsString(handwerkskammer.toString()))))
                    .andExpect(content().string(not(containsString(first.value().toString()))));
        }
        for (var page : List.of(
                "/ties",
                "/ties/" + first.value(),
                "/ties/export",
                "/ties/new",
                "/ties/matrix",
                "/check/map",
                "/check/map.json",
                "/check/standards",
                "/check/shaping",
                "/check/sustaining",
                "/check/questions",
                "/check/progress",
                "/check/table",
                "/check/areas",
                "/check/files/json")) {
            mvc.perform(get(stage.path(page)).with(funder)).andExpect(status().isForbidden());
        }
    }

    /// One tie and one organisation more change nothing that is read from outside: no difference tells who it was.
    @Test
    void from_outside_the_check_reads_the_same_whoever_comes_and_whatever_is_tied() throws Exception {
        var funder = Cast.signedIn(stage.sits("Stefan Thalheim", Role.FUNDER, null));
        var before = main("/check", funder);
        assertThat(before)
                .contains(stage.path("/check/report"), stage.path("/check/frozen"))
                .doesNotContain(stage.path("/check/map"), stage.path("/check/shaping"));
        tie(handwerkskammer, volkshochschule);
        member(stage, "Partner Nummer 1");
        assertThat(main("/check", funder)).isEqualTo(before);
        assertThat(main("/check", stage.office())).contains(stage.path("/check/map"), stage.path("/check/shaping"));
    }

    private String main(String path, org.springframework.test.web.servlet.request.RequestPostProcessor who)
            throws Exception {
        var page = mvc.perform(get(stage.path(path)).with(who))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return page.substring(page.indexOf("<main"), page.indexOf("</main>"));
    }

    @Test
    void a_map_that_has_not_changed_is_not_sent_again() throws Exception {
        tie(handwerkskammer, volkshochschule);
        var tag = mvc.perform(get(stage.path("/check/map.json")).with(stage.office()))
                .andReturn()
                .getResponse()
                .getHeader("ETag");
        mvc.perform(get(stage.path("/check/map.json"))
                        .with(stage.office())
                        .header("If-None-Match", String.valueOf(tag)))
                .andExpect(status().isNotModified());
        tie(volkshochschule, jobcenter);
        mvc.perform(get(stage.path("/check/map.json"))
                        .with(stage.office())
                        .header("If-None-Match", String.valueOf(tag)))
                .andExpect(status().isOk());
    }

    @Test
    void nobody_jumps_when_a_tie_is_added() throws Exception {
        var members = new ArrayList<>(List.of(handwerkskammer, volkshochschule, jobcenter));
        for (int at = 0; at < 9; at++) members.add(member(stage, "Betrieb " + at));
        for (int at = 1; at < members.size(); at++) tie(members.get(at - 1), members.get(at));
        var before = places();
        tie(members.get(0), members.get(5));
        var after = places();
        double moved = 0;
        for (int at = 0; at < before.size(); at++) {
            moved += Math.hypot(before.get(at)[0] - after.get(at)[0], before.get(at)[1] - after.get(at)[1]);
        }
        assertThat(moved / before.size()).as("mean shift on a map 1000 wide").isLessThan(150);
    }

    @Test
    void a_page_asks_as_often_for_many_ties_as_for_few() throws Exception {
        tie(handwerkskammer, volkshochschule);
        for (var page : List.of("/ties", "/ties/matrix", "/check/table", "/check/areas", "/ties/new")) {
            mvc.perform(get(stage.path(page)).with(stage.office()));
        }
        var few = asked();
        var others = new ArrayList<UUID>();
        for (int at = 0; at < 12; at++) others.add(member(stage, "Betrieb " + at));
        for (var other : others) tie(handwerkskammer, other);
        // What was read anew: members, umbrellas, ties, evidence, groups, targets.
        assertThat(asked()).isLessThanOrEqualTo(few + 6);
    }

    @Test
    void a_cell_of_the_matrix_is_saved_at_once_with_and_without_script() throws Exception {
        mvc.perform(post(stage.path("/ties/matrix"))
                        .with(stage.office())
                        .with(csrf())
                        .header("HX-Request", "true")
                        .param("kind", "INFO")
                        .param("cell", handwerkskammer + " " + volkshochschule))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("class=\"tied claimed\"")));
        mvc.perform(post(stage.path("/ties/matrix"))
                        .with(stage.office())
                        .with(csrf())
                        .param("kind", "INFO")
                        .param("cell", volkshochschule + " " + jobcenter))
                .andExpect(status().is3xxRedirection());
        mvc.perform(post(stage.path("/ties/matrix"))
                        .with(stage.office())
                        .with(csrf())
                        .param("kind", "INFO")
                        .param("cell", "1 2"))
                .andExpect(status().isNotFound());
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void names_are_text_and_never_mark_up() throws Exception {
        var hostile = member(stage, "<script>alert(1)</script>\" onload=\"x");
        tie(hostile, volkshochschule);
        for (var page : List.of("/ties", "/check", "/check/map", "/check/table", "/ties/matrix")) {
            mvc.perform(get(stage.path(page)).with(stage.office()))
                    .andExpect(content().string(not(containsString("<script>alert"))))
                    .andExpect(content().string(not(matchesPattern("(?s).*<[^>]* onload=.*"))));
        }
    }

    @Test
    void the_check_comes_as_the_same_file_as_on_the_command_line() throws Exception {
        tie(handwerkskammer, volkshochschule);
        mvc.perform(get(stage.path("/check/files/json")).with(stage.office()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.schema").value("wirknetz-check/1"))
                .andExpect(jsonPath("$.network.ties").value(1));
        mvc.perform(get("/api/v1/networks/" + stage.slug() + "/checks/2026-11-23")
                        .with(stage.office()))
                .andExpect(status().isOk())
                .andExpect(header().exists("ETag"))
                .andExpect(jsonPath("$.network.asOf").value("2026-11-23"));
        var funder = Cast.signedIn(stage.sits("Stefan Thalheim", Role.FUNDER, null));
        mvc.perform(get("/api/v1/networks/" + stage.slug() + "/checks/2026-11-23")
                        .with(funder))
                .andExpect(status().isForbidden());
        mvc.perform(get("/api/v1/networks/" + cast.network().slug() + "/checks/2026-11-23")
                        .with(stage.office()))
                .andExpect(status().isNotFound());
        for (var format : List.of("html", "pdf", "graphml", "gexf", "csv")) {
            mvc.perform(get(stage.path("/check/files/" + format)).with(stage.office()))
                    .andExpect(status().isOk())
                    .andExpect(header().string("Content-Disposition", containsString("attachment")));
        }
        mvc.perform(get(stage.path("/check/files/exe")).with(stage.office())).andExpect(status().isNotFound());
    }

    @Test
    void the_modules_of_the_map_are_served_under_one_version() throws Exception {
        var page = mvc.perform(get(stage.path("/check/map")).with(stage.office()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var script = page.replaceAll("(?s).*src=\"(/map/v[0-9a-f]+/network-map\\.js)\".*", "$1");
        mvc.perform(get(script)).andExpect(status().isOk());
        mvc.perform(get(script.replace("network-map.js", "graph.js"))).andExpect(status().isOk());
    }

    private List<double[]> places() throws Exception {
        var json = mvc.perform(get(stage.path("/check/map.json")).with(stage.office()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        List<Number> xs = com.jayway.jsonpath.JsonPath.read(json, "$.nodes[*].x");
        List<Number> ys = com.jayway.jsonpath.JsonPath.read(json, "$.nodes[*].y");
        var places = new ArrayList<double[]>();
        for (int at = 0; at < xs.size(); at++)
            places.add(new double[] {xs.get(at).doubleValue(), ys.get(at).doubleValue()});
        return places;
    }

    private int asked() throws Exception {
        return StatementCount.during(() -> {
                    for (var page : List.of("/ties", "/ties/matrix", "/check/table", "/check/areas", "/ties/new")) {
                        mvc.perform(get(stage.path(page)).with(stage.office())).andExpect(status().isOk());
                    }
                })
                .size();
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder confirmation(
            TieId tie, UUID organisation) {
        return post(stage.path("/ties/" + tie.value() + "/confirmation"))
                .with(csrf())
                .param("organisation", organisation.toString());
    }

    private TieId tie(UUID from, UUID to) {
        return Scope.of(stage.network())
                .call(() -> ties.declare(new NewTie(from, to, TieTerms.of("INFO", 2, false), SaidBy.FROM)));
    }

    private static UUID member(Cast.Stage stage, String name) {
        var organisation = stage.organisation(name);
        stage.ask(ask -> ask.sql(
                        "insert into directory.membership (network, organisation, status) values (?, ?, 'ACTIVE')")
                .params(stage.network().value(), organisation)
                .update());
        return organisation;
    }

    private int count() {
        return stage.ask(ask -> ask.sql("select count(*) from networkcheck.tie")
                .query(Integer.class)
                .single());
    }
}
