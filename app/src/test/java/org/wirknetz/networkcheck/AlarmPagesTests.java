package org.wirknetz.networkcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;

@RoomTest
class AlarmPagesTests {

    private static final String ALARM = "Eine einzige Verbindung (F – A) hält F, G und H am Netz.";

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    private Cast.Stage stage;
    private M8 network;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        network = M8.in(stage);
    }

    @Test
    void an_alarm_names_rule_numbers_period_evidence_and_what_switches_it_off() throws Exception {
        assertThat(words("/check/alarms", stage.office()))
                .contains("Ein Anlass wartet auf Ihre Einschätzung")
                .contains(ALARM)
                .contains("Regel F4")
                .contains("E-I-Index der Gruppe heute: −0,33")
                .contains("Betrachtet:")
                .contains("1 nach außen, 2 untereinander, E-I −0,33")
                .contains("noch verbunden: F – A")
                .contains("Verstummt, sobald eine zweite Verbindung hinausführt.");
        assertThat(words("", stage.office())).as("Heute").contains(ALARM);
    }

    @Test
    void known_keeps_it_quiet_until_it_grows_and_the_answer_can_be_taken_back() throws Exception {
        answer("KNOWN", "", "Das ist so gewollt").andExpect(redirectedUrl(stage.path("/check/alarms")));
        assertThat(words("/check/alarms", stage.office()))
                .contains("Nichts wartet auf Ihre Einschätzung")
                .contains("als bekannt beantwortet: Das ist so gewollt");
        assertThat(words("", stage.office())).as("Heute").doesNotContain(ALARM);
        var id = stage.<UUID>ask(db ->
                db.sql("select id from networkcheck.answer").query(UUID.class).single());
        mvc.perform(post(stage.path("/check/alarms/answers/" + id + "/withdrawal"))
                        .with(stage.office())
                        .with(csrf()))
                .andExpect(redirectedUrl(stage.path("/check/alarms")));
        assertThat(words("/check/alarms", stage.office())).contains("Ein Anlass wartet");
        assertThat(words("", stage.office())).as("Heute").contains(ALARM);
    }

    @Test
    void planned_rests_until_its_day_and_needs_one() throws Exception {
        answer("PLANNED", "", "").andExpect(status().isConflict());
        answer("PLANNED", "2026-11-01", "").andExpect(status().isConflict());
        answer("PLANNED", "2036-11-01", "").andExpect(status().isConflict());
        answer("PLANNED", "morgen", "").andExpect(status().isConflict());
        answer("PLANNED", "2027-01-31", "").andExpect(redirectedUrl(stage.path("/check/alarms")));
        assertThat(words("/check/alarms", stage.office()))
                .contains("Nichts wartet")
                .contains("als geplant beantwortet, bis 31.01.2027");
        network.write("update networkcheck.answer set answered_on = '2026-01-01', until = '2026-11-22'");
        assertThat(words("/check/alarms", stage.office()))
                .contains("Ein Anlass wartet", "Darauf haben Sie schon geantwortet");
    }

    @Test
    void wrong_makes_the_rule_stricter() throws Exception {
        answer("WRONG", "", "").andExpect(redirectedUrl(stage.path("/check/alarms")));
        assertThat(words("/check/alarms", stage.office()))
                .contains("Nichts wartet")
                .contains("um mehr als 0,25")
                .contains("Einmal als falsch beantwortet");
        network.write("update networkcheck.answer set figure = figure - 0.21");
        assertThat(words("/check/alarms", stage.office()))
                .as("worse than what was called wrong")
                .contains("Ein Anlass wartet", "Darauf haben Sie schon geantwortet");
    }

    @Test
    void only_what_is_raised_can_be_answered_and_only_in_three_words() throws Exception {
        answer("PERHAPS", "", "").andExpect(status().isConflict());
        answer("KNOWN", "", "x".repeat(1001)).andExpect(status().isConflict());
        mvc.perform(post(stage.path("/check/alarms/answers"))
                        .with(stage.office())
                        .with(csrf())
                        .param("rule", "FISSION")
                        .param("subject", "somebody")
                        .param("verdict", "KNOWN"))
                .andExpect(status().isConflict());
        assertThat(stage.<Integer>ask(db -> db.sql("select count(*) from networkcheck.answer")
                        .query(Integer.class)
                        .single()))
                .isZero();
    }

    @Test
    void the_office_reads_open_alarms_as_signals_of_the_api_and_no_partner_does() throws Exception {
        var api = "/api/v1/networks/" + stage.slug() + "/checks/2026-11-23";
        var signal = "$.signals[?(@.rule=='F4')]";
        mvc.perform(get(api).with(stage.office()))
                .andExpect(jsonPath(signal + ".subject.length()").value(3))
                .andExpect(jsonPath(signal + ".evidence").value(Matchers.hasItem(Matchers.startsWith(ALARM))))
                .andExpect(jsonPath(signal + ".period").value("Betrachtet: 23.11.2026 bis 23.11.2026."))
                .andExpect(
                        jsonPath(signal + ".switchOff").value("Verstummt, sobald eine zweite Verbindung hinausführt."));
        var partner = stage.sits("Jonas Weber", Role.PARTNER_ADMIN, network.id("B"));
        mvc.perform(get(api).with(Cast.signedIn(partner)))
                .andExpect(jsonPath(signal).isEmpty());
        answer("KNOWN", "", "").andExpect(status().is3xxRedirection());
        mvc.perform(get(api).with(stage.office())).andExpect(jsonPath(signal).isEmpty());
    }

    /// The check tells roles and give and take from tables, the alarms tell them from rooms: one answer is for both.
    @Test
    void an_answered_role_or_pair_is_no_signal_of_the_api_any_more() throws Exception {
        var model = UUID.randomUUID();
        network.write(
                "insert into directory.target_model (network, id, name, number, valid_from) values (platform.network(), ?, 'Soll', 900, '2024-01-01')",
                model);
        for (var role : List.of("UNION", "EQUALITY")) {
            var group = UUID.randomUUID();
            network.write(
                    "insert into directory.actor_group (network, id, key, name_de, name_en) values (platform.network(), ?, ?, ?, ?)",
                    group,
                    "TEST_" + role,
                    role,
                    role);
            network.write(
                    "insert into directory.target_role (network, model, actor_group, minimum, weight) values (platform.network(), ?, ?, 1, 2)",
                    model,
                    group);
        }
        network.gave("F", "G", 30, java.time.LocalDate.of(2026, 1, 10));
        network.gave("B", "C", 10, java.time.LocalDate.of(2026, 1, 10));
        assertThat(subjects("M1")).contains(List.of("UNION"), List.of("EQUALITY"));
        assertThat(subjects("F1")).containsExactlyInAnyOrder(keys("B", "C"), keys("F", "G"));
        var pair = new TreeSet<>(List.of(network.id("F"), network.id("G")));
        answered("ONE_SIDEDNESS", pair.stream().map(UUID::toString).collect(Collectors.joining(",")), "KNOWN");
        answered("MISSING_ROLE", "TEST_UNION|", "KNOWN");
        assertThat(subjects("F1")).containsExactly(keys("B", "C"));
        assertThat(subjects("M1")).contains(List.of("EQUALITY")).doesNotContain(List.of("UNION"));
        network.write("update networkcheck.answer set verdict = 'WRONG' where rule = 'ONE_SIDEDNESS'");
        assertThat(subjects("F1"))
                .as("called wrong once, the rule asks for twelve hours")
                .isEmpty();
        network.write("delete from networkcheck.answer where network = platform.network()");
        assertThat(subjects("F1")).hasSize(2);
    }

    private void answered(String rule, String subject, String verdict) throws Exception {
        mvc.perform(post(stage.path("/check/alarms/answers"))
                        .with(stage.office())
                        .with(csrf())
                        .param("rule", rule)
                        .param("subject", subject)
                        .param("verdict", verdict))
                .andExpect(redirectedUrl(stage.path("/check/alarms")));
    }

    private List<List<String>> subjects(String rule) throws Exception {
        var check = mvc.perform(get("/api/v1/networks/" + stage.slug() + "/checks/2026-11-23")
                        .with(stage.office()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return com.jayway.jsonpath.JsonPath.read(check, "$.signals[?(@.rule=='" + rule + "')].subject");
    }

    private List<String> keys(String one, String other) {
        return stage.<List<String>>ask(db -> db.sql(
                        "select key from directory.organisation where id = any (:ids) order by key")
                .param("ids", new UUID[] {network.id(one), network.id(other)})
                .query(String.class)
                .list());
    }

    @Test
    void nobody_but_the_office_reads_alarms_or_answers() throws Exception {
        answer("KNOWN", "", "geheim").andExpect(status().is3xxRedirection());
        var partner = stage.sits("Jonas Weber", Role.PARTNER_ADMIN, network.id("B"));
        for (var page : List.of("/check/alarms", "/check/steps"))
            mvc.perform(get(stage.path(page)).with(Cast.signedIn(partner))).andExpect(status().isForbidden());
        assertThat(stage.<Integer>as(
                        partner,
                        db -> db.sql("select count(*) from networkcheck.answer")
                                .query(Integer.class)
                                .single()))
                .isZero();
        var other = cast.network();
        mvc.perform(get(stage.path("/check/alarms")).with(other.office())).andExpect(status().isNotFound());
    }

    @Test
    void three_steps_follow_with_reasons_and_one_click() throws Exception {
        listing("INTEREST", "H", "Sprache im Beruf", "Sprache");
        listing("INTEREST", "B", "Deutsch am Arbeitsplatz", "Sprache");
        var need = listing("NEED", "G", "Raum für Kurse", "Räume");
        var offer = listing("OFFER", "D", "Werkstatt am Abend", "Räume");
        network.write("""
                insert into meetings.meeting (network, title, kind, circle, starts_at, ends_at, state)
                values (platform.network(), 'Steuerungskreis Dezember', 'STEERING', 'NETWORK',
                        '2026-12-02 10:00+01', '2026-12-02 12:00+01', 'INVITED')
                """);
        var page = words("/check/steps", stage.office());
        assertThat(page)
                .contains("Eine zweite Verbindung zu F, G und H knüpfen")
                .contains("Gemeinsames Interesse: Sprache.")
                .contains("G sucht „Raum für Kurse“, D bietet „Werkstatt am Abend“.")
                .contains("Auf die Tagesordnung: Steuerungskreis Dezember, 02.12.2026")
                .contains("keine offene Aufgabe und keinen Sitz");
        mvc.perform(post(stage.path("/introductions"))
                        .with(stage.office())
                        .with(csrf())
                        .param("need", need.toString())
                        .param("offer", offer.toString()))
                .andExpect(status().is3xxRedirection());
        assertThat(html("/check/steps", stage.office()))
                .contains("name=\"need\" value=\"" + need + "\"")
                .contains("name=\"offer\" value=\"" + offer + "\"")
                .contains("name=\"title\" value=\"Eine zweite Verbindung zu F, G und H knüpfen\"");
        mvc.perform(get(stage.path("/check/steps")).with(stage.office()).cookie(new Cookie("lang", "en")))
                .andExpect(result -> assertThat(result.getResponse().getContentAsString())
                        .contains("Make a second tie to F, G and H")
                        .doesNotContain("?networkcheck."));
    }

    /// Without A there are three parts: B and C, D and E, and F, G and H.
    @Test
    void introductions_are_chosen_by_what_they_are_to_bring_about_and_say_how_good_the_choice_is() throws Exception {
        assertThat(words("/check/steps", stage.office()))
                .contains("rückten alle näher zusammen: von 60 auf")
                .contains("Keine andere Auswahl brächte mehr.")
                .contains("statt 60 von hundert.");
        assertThat(words("/check/steps?aim=together", stage.office()))
                .contains("Mit diesen 2 Vorstellungen fänden 100 statt 24 von hundert Paaren zueinander")
                .contains("Diese eine brächte 52 statt 24 von hundert Paaren zueinander.")
                .contains("Keine andere Auswahl brächte mehr.");
        assertThat(words("/check/steps?aim=independence", stage.office()))
                .contains("Fehlte A, blieben die anderen mit diesen 3 Vorstellungen näher beisammen:")
                .contains("statt 21 von hundert, wobei");
        assertThat(html("/check/steps?aim=independence", stage.office()))
                .contains("<option value=\"independence\" selected>");
        network.tie("B", "D", "INFO", null, null);
        network.tie("D", "F", "INFO", null, null);
        assertThat(words("/check/steps?aim=together", stage.office())).contains("Es gibt nichts zusammenzubringen");
    }

    @Test
    void an_empty_network_has_no_step_and_no_alarm() throws Exception {
        stage = cast.network();
        assertThat(words("/check/steps", stage.office())).contains("Zurzeit folgt aus dem Check kein Schritt.");
        assertThat(words("/check/alarms", stage.office())).contains("Nichts wartet auf Ihre Einschätzung");
    }

    private UUID listing(String sort, String organisation, String title, String topics) {
        var id = UUID.randomUUID();
        network.write(
                "insert into exchange.listing (network, id, organisation, sort, title, topics) values (platform.network(), ?, ?, ?, ?, ?)",
                id,
                network.id(organisation),
                sort,
                title,
                topics);
        return id;
    }

    private ResultActions answer(String verdict, String until, String note) throws Exception {
        var group = new TreeSet<>(List.of(network.id("F"), network.id("G"), network.id("H")));
        return mvc.perform(post(stage.path("/check/alarms/answers"))
                .with(stage.office())
                .with(csrf())
                .param("rule", "FISSION")
                .param("subject", group.stream().map(UUID::toString).collect(Collectors.joining(",")))
                .param("verdict", verdict)
                .param("until", until)
                .param("note", note));
    }

    private String html(String path, RequestPostProcessor who) throws Exception {
        return mvc.perform(get(stage.path(path)).with(who))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String words(String path, RequestPostProcessor who) throws Exception {
        return html(path, who).replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }
}
