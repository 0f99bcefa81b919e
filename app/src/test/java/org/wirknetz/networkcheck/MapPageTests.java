package org.wirknetz.networkcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.StatementCount;
import org.wirknetz.access.Role;

/// The map as it is without script: layers, days, changes, ways and tables by the address alone.
@RoomTest
class MapPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    private Cast.Stage stage;
    private UUID handwerkskammer;
    private UUID volkshochschule;
    private UUID jobcenter;
    private UUID caritas;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        handwerkskammer = member("Handwerkskammer");
        volkshochschule = member("Volkshochschule");
        jobcenter = member("Jobcenter");
        caritas = member("Caritasverband");
        tie(handwerkskammer, volkshochschule, "INFO", "DECLARED", null, null);
        tie(volkshochschule, jobcenter, "AGREEMENT", "OBSERVED", LocalDate.of(2025, 7, 1), null);
        tie(handwerkskammer, caritas, "REFERRAL", "DECLARED", null, LocalDate.of(2025, 8, 1));
    }

    private UUID member(String name) {
        var organisation = stage.organisation(name);
        stage.ask(ask -> ask.sql(
                        "insert into directory.membership (network, organisation, status) values (?, ?, 'ACTIVE')")
                .params(stage.network().value(), organisation)
                .update());
        return organisation;
    }

    private void tie(
            UUID from, UUID to, String kind, String source, @Nullable LocalDate start, @Nullable LocalDate end) {
        stage.ask(ask -> ask.sql("""
                        insert into networkcheck.tie (network, from_organisation, to_organisation, kind, source, valid_from, valid_to)
                        values (:network, :from, :to, :kind, :source, cast(:start as date), cast(:end as date))
                        """)
                .param("network", stage.network().value())
                .param("from", from)
                .param("to", to)
                .param("kind", kind)
                .param("source", source)
                .param("start", start)
                .param("end", end)
                .update());
    }

    private String map(String query) throws Exception {
        return map(query, stage.office());
    }

    private String map(String query, RequestPostProcessor who) throws Exception {
        return mvc.perform(get(stage.path("/check/map" + query)).with(who))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    /// The table of ties, as words.
    private static String ties(String page) {
        int begin = page.indexOf("id=\"ties\"");
        assertThat(begin).isPositive();
        return page.substring(begin, page.indexOf("id=\"organisations\""))
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ");
    }

    private static int lines(String page) {
        return (int)
                Pattern.compile("<line class=\"map-tie").matcher(page).results().count();
    }

    @Test
    void picture_and_table_show_the_ties_of_the_chosen_layer_and_no_other() throws Exception {
        var all = map("?asOf=2025-07-15");
        assertThat(lines(all)).isEqualTo(3);
        assertThat(ties(all)).contains("Austausch", "Vereinbarung", "Vermittlung");
        var observed = map("?asOf=2025-07-15&said=observed");
        assertThat(lines(observed)).isOne();
        assertThat(ties(observed)).contains("Jobcenter", "beobachtet").doesNotContain("Caritasverband");
        var informal = map("?asOf=2025-07-15&form=informal");
        assertThat(lines(informal)).isEqualTo(2);
        assertThat(ties(informal)).doesNotContain("Jobcenter");
        var chosen = map("?asOf=2025-07-15&kind=REFERRAL");
        assertThat(ties(chosen)).contains("Caritasverband").doesNotContain("Volkshochschule");
        assertThat(map("?asOf=2025-07-15&kind=FUNDING")).contains("keine Verbindung zu sehen");
        assertThat(lines(map("?asOf=2025-07-15&kind=%27;drop&said=rubbish&form=x&strength=99999999999&steps=-1")))
                .as("what makes no sense narrows nothing")
                .isEqualTo(3);
    }

    @Test
    void what_came_and_what_went_is_drawn_and_listed() throws Exception {
        var page = map("?asOf=2025-09-30&since=2025-06-30");
        assertThat(page)
                .contains("eine neue Verbindung", "eine beendet", "class=\"map-sign is-new\"")
                .contains("class=\"map-sign is-gone\"", "map-tie is-gone", "01.07.2025", "01.08.2025");
        var beside = map("?asOf=2025-09-30&since=2025-06-30&beside=true");
        assertThat(Pattern.compile("<svg class=\"map-picture\"").matcher(beside).results())
                .hasSize(2);
        assertThat(map("?asOf=2025-06-30&since=2025-09-30"))
                .as("a day to compare with lies before")
                .doesNotContain("map-sign");
    }

    @Test
    void everybody_stands_at_the_same_place_on_every_day() throws Exception {
        assertThat(places("2025-06-30")).hasSize(4).isEqualTo(places("2025-09-30"));
    }

    private java.util.List<String> places(String day) throws Exception {
        var data = mvc.perform(get(stage.path("/check/map.json?asOf=" + day)).with(stage.office()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return Pattern.compile("\"x\":[\\d.]+,\"y\":[\\d.]+")
                .matcher(data)
                .results()
                .map(java.util.regex.MatchResult::group)
                .toList();
    }

    @Test
    void the_map_says_who_can_introduce() throws Exception {
        var page = map("?asOf=2025-07-15&centre=" + handwerkskammer + "&to=" + jobcenter);
        assertThat(page)
                .contains("Wer kann Handwerkskammer bei Jobcenter vorstellen?", "Vorstellen kann: Volkshochschule.");
        assertThat(map("?asOf=2025-06-30&centre=" + handwerkskammer + "&to=" + jobcenter))
                .contains("führt kein Weg");
        var around = map("?asOf=2025-07-15&centre=" + jobcenter + "&steps=1");
        assertThat(ties(around)).contains("Volkshochschule").doesNotContain("Caritasverband", "Handwerkskammer");
    }

    @Test
    void sub_networks_come_for_every_day_of_the_slider_and_to_those_inside_only() throws Exception {
        for (int at = 0; at < 20; at++) member("Partner Nummer " + at);
        mvc.perform(get(stage.path("/check/map/circles.json?asOf=2025-09-30")).with(stage.office()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$['2025-09-30'].groups").isArray());
        assertThat(map("?circles=true")).contains("Teilnetz", "letzte Brücke");
        var funder = Cast.signedIn(stage.sits("Stefan Thalheim", Role.FUNDER, null));
        mvc.perform(get(stage.path("/check/map/circles.json")).with(funder)).andExpect(status().isForbidden());
        mvc.perform(get(stage.path("/check/map/circles.json"))
                        .with(cast.network().office()))
                .andExpect(status().isNotFound());
    }

    /// As the map leaves the office out, so do the sub-networks and last bridges that are drawn on it.
    @Test
    void sub_networks_leave_the_office_out_where_the_map_does() throws Exception {
        stage.ask(ask -> ask.sql("update directory.organisation set coordinator = true where id = ?")
                .param(handwerkskammer)
                .update());
        for (var part : java.util.List.of("Nord", "Sued")) {
            var three = java.util.stream.Stream.of("1", "2", "3")
                    .map(it -> member("Werkhaus " + part + it))
                    .toList();
            tie(three.get(0), three.get(1), "INFO", "DECLARED", null, null);
            tie(three.get(1), three.get(2), "INFO", "DECLARED", null, null);
            tie(three.get(2), three.get(0), "INFO", "DECLARED", null, null);
            tie(handwerkskammer, three.get(0), "INFO", "DECLARED", null, null);
        }
        assertThat(circles("?asOf=2025-09-30")).contains(handwerkskammer.toString());
        assertThat(circles("?asOf=2025-09-30&without=coordinator"))
                .contains("\"bridges\"")
                .doesNotContain(handwerkskammer.toString());
    }

    @Test
    void a_large_network_is_looked_at_for_the_day_at_which_the_slider_rests() throws Exception {
        stage.ask(ask -> ask.sql("""
                        with new as (insert into directory.organisation (network, id, key, name)
                                     select :network, gen_random_uuid(), 'many-' || n, 'Betrieb ' || n from generate_series(1, 200) n
                                     returning network, id)
                        insert into directory.membership (network, organisation, status) select network, id, 'ACTIVE' from new
                        """).param("network", stage.network().value()).update());
        assertThat(circles("?asOf=2025-09-30&day=2025-06-30"))
                .contains("2025-06-30")
                .doesNotContain("2025-09-30");
    }

    private String circles(String query) throws Exception {
        return mvc.perform(get(stage.path("/check/map/circles.json" + query)).with(stage.office()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    /// Whoever sees the live map day after day, and knows the list of organisations, needs no names on it.
    @Test
    void a_funder_gets_no_live_map_however_many_there_are_to_hide_among() throws Exception {
        for (int at = 0; at < 20; at++) member("Partner Nummer " + at);
        var funder = Cast.signedIn(stage.sits("Stefan Thalheim", Role.FUNDER, null));
        for (var path : java.util.List.of("/check/map", "/check/map.json", "/check/map?form=formal"))
            mvc.perform(get(stage.path(path)).with(funder)).andExpect(status().isForbidden());
        var member = Cast.signedIn(stage.sits("Jonas Weber", Role.GROUP_MEMBER, null));
        assertThat(map("", member)).contains("Handwerkskammer");
    }

    @Test
    void a_map_asks_as_often_for_many_as_for_few() throws Exception {
        map("?circles=true");
        int few = asked();
        for (int at = 0; at < 8; at++) tie(member("Betrieb " + at), jobcenter, "INFO", "DECLARED", null, null);
        map("?circles=true");
        assertThat(asked()).isEqualTo(few);
    }

    private int asked() throws Exception {
        return StatementCount.during(() -> mvc.perform(get(stage.path("/check/map?since=2025-06-30&circles=true"))
                                .with(stage.office()))
                        .andExpect(org.springframework.test.web.servlet.result.MockMvcResultMatchers.content()
                                .string(containsString("map-picture"))))
                .size();
    }
}
