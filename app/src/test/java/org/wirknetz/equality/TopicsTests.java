package org.wirknetz.equality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;

/// C4.4: who answers for a topic, who stands in, and the reason to talk where nobody does. Today is 23 November 2026.
@RoomTest
class TopicsTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    private Cast.Stage stage;
    private UUID school;
    private UUID aylin;
    private UUID jonas;

    @BeforeEach
    void set_the_stage() throws Exception {
        stage = cast.network();
        school = stage.organisation("Volkshochschule");
        aylin = works("Demir");
        jonas = works("Weber");
        send("/equality/topics", "title", "Gender und Cultural Mainstreaming");
    }

    private UUID works(String name) {
        return stage.ask(
                db -> db.sql("""
                        with p as (insert into directory.person (network, key, family_name) values (platform.network(), ?, ?) returning id)
                        insert into directory.position (network, person, organisation) select platform.network(), id, ? from p returning person
                        """).params(name, name, school).query(UUID.class).single());
    }

    private void send(String path, String... fields) throws Exception {
        var request = post(stage.path(path)).with(stage.office()).with(csrf());
        for (int n = 0; n < fields.length; n += 2) request.param(fields[n], fields[n + 1]);
        web.perform(request).andExpect(status().is3xxRedirection());
    }

    private String page(String path) throws Exception {
        return web.perform(get(stage.path(path)).with(stage.office()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private UUID only(String table) {
        return stage.ask(db ->
                db.sql("select id from equality." + table).query(UUID.class).single());
    }

    private void name(String from, String to) throws Exception {
        send(
                "/equality/topics/" + only("topic") + "/responsibilities",
                "holder",
                aylin + " " + school,
                "from",
                from,
                "to",
                to);
    }

    @Test
    void a_topic_raises_a_reason_to_talk_until_somebody_answers_and_somebody_stands_in() throws Exception {
        assertThat(page("/equality/topics"))
                .contains("niemand benannt")
                .contains("Für eines ist niemand verantwortlich.");
        assertThat(page("/check/alarms"))
                .contains("Für das Thema „Gender und Cultural Mainstreaming“ steht seit dem 23.11.2026 niemand ein.");

        name("2026-10-01", "");
        assertThat(page("/check/alarms"))
                .contains("steht eine Person ein, aber niemand vertritt.")
                .contains("Demir seit 01.10.2026, ohne Stellvertretung")
                .doesNotContain("steht seit dem");
        web.perform(get("/api/v1/networks/" + stage.slug() + "/checks/2026-11-23")
                        .with(stage.office()))
                .andExpect(jsonPath("$.signals[?(@.rule=='C4.4')].subject[0]")
                        .value(only("topic").toString()));

        send("/equality/responsibilities/" + only("responsibility") + "/deputy", "deputy", jonas.toString());
        assertThat(page("/equality/topics")).contains("benannt und vertreten").contains("Weber");
        assertThat(page("/check/alarms")).doesNotContain("aber niemand vertritt");
    }

    @Test
    void a_term_that_is_over_leaves_the_topic_without_anybody() throws Exception {
        name("2025-01-01", "2026-11-01");
        assertThat(page("/equality/topics/" + only("topic"))).contains("Für das Thema steht heute niemand ein.");
        assertThat(page("/check/alarms")).contains("niemand seit 23.11.2026");
    }

    @Test
    void what_the_office_calls_known_is_quiet_until_it_grows_worse() throws Exception {
        name("2026-10-01", "");
        send(
                "/check/alarms/answers",
                "rule",
                "RESPONSIBILITY",
                "subject",
                only("topic").toString(),
                "verdict",
                "KNOWN");
        assertThat(open()).doesNotContain("aber niemand vertritt");
        send("/equality/responsibilities/" + only("responsibility") + "/end", "on", "2026-11-23");
        assertThat(open()).contains("niemand ein.");
    }

    private String open() throws Exception {
        return web.perform(get("/api/v1/networks/" + stage.slug() + "/checks/2026-11-23")
                        .with(stage.office())
                        .header("Accept-Language", "de"))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    /// Ahrens left in June; her term is over, she is still the deputy of Demir's and still named for a criterion.
    @Test
    void former_people_and_former_terms_are_for_the_office_alone() throws Exception {
        var ahrens = works("Ahrens");
        stage.ask(db -> db.sql("update directory.position set valid_to = '2026-06-30' where person = ?")
                .param(ahrens)
                .update());
        var topic = "/equality/topics/" + only("topic");
        send(topic + "/responsibilities", "holder", ahrens + " " + school, "from", "2025-01-01", "to", "2026-06-30");
        send(
                topic + "/responsibilities",
                "holder",
                aylin + " " + school,
                "from",
                "2026-07-01",
                "deputy",
                ahrens.toString());
        stage.as(
                stage.officeAccount(),
                db -> db.sql(
                                "insert into equality.criterion (network, title, since, person) values (platform.network(), 'Eigenes', '2026-01-01', ?)")
                        .param(ahrens)
                        .update());
        var criterion = "/equality/standard/" + only("criterion");
        var partner = Cast.signedIn(stage.sits("Jonas Weber", Role.PARTNER_ADMIN, school));
        for (var page : java.util.List.of(topic, "/equality/topics", "/equality/standard", criterion)) {
            if (!page.equals(criterion)) assertThat(page(page)).as(page).contains("Ahrens");
            web.perform(get(stage.path(page)).with(partner))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("Ahrens"))))
                    .andExpect(content().string(not(containsString(ahrens.toString()))));
        }
        web.perform(get(stage.path(topic)).with(partner)).andExpect(content().string(containsString("Demir")));
        var responsibilities = "/api/v1/networks/" + stage.slug() + "/responsibilities";
        web.perform(get(responsibilities).with(stage.office()))
                .andExpect(jsonPath("$.items.length()").value(2))
                .andExpect(content().string(containsString(ahrens.toString())));
        web.perform(get(responsibilities).with(partner))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].person").value(aylin.toString()))
                .andExpect(content().string(not(containsString(ahrens.toString()))));
        web.perform(get("/api/v1/networks/" + stage.slug() + "/criteria").with(partner))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(content().string(not(containsString(ahrens.toString()))));
    }

    @Test
    void an_end_sent_as_nothing_opens_the_term_again() throws Exception {
        name("2026-10-01", "2026-12-31");
        var address = "/api/v1/networks/" + stage.slug() + "/responsibilities/" + only("responsibility");
        for (var sent : java.util.List.of("{\"deputy\":\"" + jonas + "\"}", "{\"validTo\":null}"))
            web.perform(patch(address)
                            .with(stage.office())
                            .with(csrf())
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(sent))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.validTo").value(sent.contains("validTo") ? null : "2026-12-31"))
                    .andExpect(jsonPath("$.deputy").value(jonas.toString()));
        assertThat(stage.<Long>ask(db -> db.sql("select count(*) from directory.mandate where valid_to is not null")
                        .query(Long.class)
                        .single()))
                .isZero();
    }

    private String function() {
        return stage.ask(db -> db.sql("select function from directory.mandate")
                .query(String.class)
                .single());
    }

    private int refused(String path, String... fields) throws Exception {
        var request = post(stage.path(path)).with(stage.office()).with(csrf());
        for (int n = 0; n < fields.length; n += 2) request.param(fields[n], fields[n + 1]);
        return web.perform(request).andReturn().getResponse().getStatus();
    }

    @Test
    void a_renamed_topic_is_called_so_at_the_mandate_unless_that_was_worded_otherwise() throws Exception {
        name("2026-10-01", "");
        var topic = "/equality/topics/" + only("topic");
        send(topic, "title", "Vielfalt", "version", "1");
        assertThat(function()).isEqualTo("Vielfalt");
        stage.ask(db ->
                db.sql("update directory.mandate set function = 'Beauftragte'").update());
        send(topic, "title", "Gleichstellung", "version", "2");
        assertThat(function()).isEqualTo("Beauftragte");
    }

    @Test
    void of_two_who_rename_or_name_a_deputy_at_once_the_second_is_told() throws Exception {
        name("2026-10-01", "");
        var topic = "/equality/topics/" + only("topic");
        send(topic, "title", "Vielfalt", "version", "1");
        assertThat(refused(topic, "title", "Anders", "version", "1")).isEqualTo(409);
        assertThat(function()).isEqualTo("Vielfalt");
        var responsibility = "/equality/responsibilities/" + only("responsibility");
        send(responsibility + "/deputy", "seen", "", "deputy", jonas.toString());
        assertThat(refused(responsibility + "/deputy", "seen", "", "deputy", ""))
                .isEqualTo(409);
        assertThat(page(topic)).contains("Weber").contains("name=\"seen\" value=\"" + jonas + "\"");
        send(responsibility + "/end", "seen", "", "on", "2026-12-01");
        assertThat(refused(responsibility + "/end", "seen", "", "on", "2027-01-01"))
                .isEqualTo(409);
    }

    @Test
    void nobody_stands_in_for_themselves() throws Exception {
        web.perform(post(stage.path("/equality/topics/" + only("topic") + "/responsibilities"))
                        .with(stage.office())
                        .with(csrf())
                        .param("holder", aylin + " " + school)
                        .param("deputy", aylin.toString())
                        .param("from", "2026-10-01"))
                .andExpect(status().isConflict());
        assertThat(stage.<Integer>ask(db -> db.sql("select count(*) from directory.mandate")
                        .query(Integer.class)
                        .single()))
                .isZero();
    }
}
