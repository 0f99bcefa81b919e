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
