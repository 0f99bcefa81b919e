package org.wirknetz.networkcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;

/// The worked example of M6, in thousands of euros: ESF 120 ends in eight months, the Land's 40 in two, the town's 15
/// do
/// not end, fees 16, services 9.
@RoomTest
class FundingTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

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

    private void the_worked_example() throws Exception {
        enter("ESF Plus", "120.000", "yes", MONDAY.plusMonths(8).toString());
        enter("Land", "40 000,00", "yes", MONDAY.plusMonths(2).toString());
        enter("Kommune", "15000", "yes", "");
        enter("Beiträge", "16,000.00", "no", "");
        enter("Dienstleistungen", "9000", "no", "").andExpect(redirectedUrl(stage.path("/check/funding")));
    }

    @Test
    void m6_says_what_is_public_and_ends_soon_on_the_page_and_by_the_api() throws Exception {
        the_worked_example();
        assertThat(words("/check/shaping", stage.office()))
                .contains("80 % der Mittel sind öffentlich und laufen in spätestens zwölf Monaten aus.")
                .contains("So viel wie heute ist bis Januar 2027 zugesagt.")
                .contains("Am meisten fällt im August 2027 weg: 120.000 Euro im Jahr.")
                .contains("öffentlich insgesamt: 88 %")
                .contains("Konzentration (Herfindahl) 0,41: Das wirkt wie 2,4 gleich große Quellen");
        check(stage.office())
                .andExpect(jsonPath("$.measures[?(@.id=='public-share')].value").value(0.875))
                .andExpect(jsonPath("$.measures[?(@.id=='short-public-share')].value")
                        .value(0.8))
                .andExpect(jsonPath("$.signals[?(@.rule=='M6')].subject[0]").value("ESF Plus"));
    }

    @Test
    void the_alarm_names_rule_numbers_period_evidence_and_what_switches_it_off() throws Exception {
        the_worked_example();
        assertThat(words("/check/alarms", stage.office()))
                .contains(
                        "80 von hundert Euro sind öffentlich und laufen in spätestens zwölf Monaten aus, zuerst „Land“ am 23.01.2027.")
                .contains("Regel M6: Mehr als 50 von hundert Euro")
                .contains("Betrachtet: 23.11.2026 bis 23.11.2027.")
                .contains("ESF Plus: 120.000 Euro im Jahr, endet am 23.07.2027")
                .contains("über den 23.11.2027 hinaus zugesagt");
        mvc.perform(post(stage.path("/check/alarms/answers"))
                        .with(stage.office())
                        .with(csrf())
                        .param("rule", "FUNDING")
                        .param("subject", "short")
                        .param("verdict", "KNOWN"))
                .andExpect(redirectedUrl(stage.path("/check/alarms")));
        assertThat(words("/check/alarms", stage.office())).contains("als bekannt beantwortet");
        check(stage.office()).andExpect(jsonPath("$.signals[?(@.rule=='M6')]").isEmpty());
    }

    @Test
    void one_source_for_nearly_all_is_an_alarm_of_its_own() throws Exception {
        enter("Stiftung", "70000", "no", "");
        enter("Beiträge", "30000", "no", "");
        assertThat(words("/check/alarms", stage.office()))
                .contains("70 von hundert Euro kommen aus einer Quelle: „Stiftung“.");
        enter("Dienstleistungen", "20000", "no", "");
        assertThat(words("/check/alarms", stage.office())).doesNotContain("aus einer Quelle: „Stiftung“");
    }

    @Test
    void a_line_is_changed_removed_and_taken_back() throws Exception {
        enter("Land", "40000", "yes", "2027-02-28");
        var line = id();
        assertThat(words("/check/funding/" + line, stage.office())).contains("Mittel: Land");
        mvc.perform(post(stage.path("/check/funding/" + line))
                        .with(stage.office())
                        .with(csrf())
                        .param("source", "Land Falenau")
                        .param("amount", "42000")
                        .param("publicly", "yes"))
                .andExpect(redirectedUrl(stage.path("/check/funding")));
        assertThat(words("/check/funding", stage.office()))
                .contains("Land Falenau", "42.000", "ohne festes Ende")
                .contains("In den nächsten 24 Monaten endet nichts.");
        mvc.perform(post(stage.path("/check/funding/" + line + "/removal"))
                        .with(stage.office())
                        .with(csrf()))
                .andExpect(redirectedUrl(stage.path("/check/funding")));
        assertThat(words("/check/funding", stage.office())).contains("Noch ist nicht eingetragen");
        mvc.perform(get(stage.path("/check/funding")).with(stage.office()).cookie(new Cookie("lang", "en")))
                .andExpect(result -> assertThat(result.getResponse().getContentAsString())
                        .contains("What the network lives on")
                        .doesNotContain("?networkcheck."));
    }

    @Test
    void what_is_no_amount_no_source_or_no_day_is_refused_with_a_sentence() throws Exception {
        enter("", "x", "", "gestern")
                .andExpect(status().isUnprocessableContent())
                .andExpect(result -> assertThat(result.getResponse().getContentAsString())
                        .contains(
                                "Nennen Sie die Quelle.",
                                "Schreiben Sie den Betrag in Euro",
                                "aus öffentlichen Haushalten kommt"));
        for (var amount : List.of("0", "-5", "1e9", "99999999999", "1.2.3", "NaN"))
            enter("Land", amount, "yes", "").andExpect(status().isUnprocessableContent());
        enter("x".repeat(201), "1", "yes", "").andExpect(status().isUnprocessableContent());
        assertThat(stage.<Integer>ask(db -> db.sql("select count(*) from networkcheck.funding")
                        .query(Integer.class)
                        .single()))
                .isZero();
    }

    @Test
    void no_partner_reads_a_line_and_the_office_keeps_them_by_the_api_too() throws Exception {
        the_worked_example();
        var partner = stage.sits("Jonas Weber", Role.PARTNER_ADMIN, network.id("B"));
        mvc.perform(get(stage.path("/check/funding")).with(Cast.signedIn(partner)))
                .andExpect(status().isForbidden());
        assertThat(stage.<Integer>as(
                        partner,
                        db -> db.sql("select count(*) from networkcheck.funding")
                                .query(Integer.class)
                                .single()))
                .isZero();
        assertThat(words("/check/shaping", Cast.signedIn(partner))).doesNotContain("der Mittel sind öffentlich");
        check(Cast.signedIn(partner))
                .andExpect(
                        jsonPath("$.measures[?(@.id=='public-share')].withheld").value("no-data"));
        var api = "/api/v1/networks/" + stage.slug() + "/funding";
        mvc.perform(post(api)
                        .with(stage.office())
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"source\":\"Spende\",\"amount\":500,\"public\":false,\"validTo\":\"2027-01-01\"}"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.source").value("Spende"))
                .andExpect(jsonPath("$.public").value(false));
        mvc.perform(get(api).with(stage.office()))
                .andExpect(jsonPath("$.items.length()").value(6));
    }

    private UUID id() {
        return stage.ask(db ->
                db.sql("select id from networkcheck.funding").query(UUID.class).single());
    }

    private ResultActions enter(String source, String amount, String publicly, String to) throws Exception {
        var form = post(stage.path("/check/funding")).with(stage.office()).with(csrf());
        Map.of("source", source, "amount", amount, "publicly", publicly, "to", to)
                .forEach(form::param);
        return mvc.perform(form);
    }

    private ResultActions check(RequestPostProcessor who) throws Exception {
        return mvc.perform(get("/api/v1/networks/" + stage.slug() + "/checks/" + MONDAY)
                        .with(who))
                .andExpect(status().isOk());
    }

    private String words(String path, RequestPostProcessor who) throws Exception {
        return mvc.perform(get(stage.path(path)).with(who))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ")
                .replace("\u202f", " ")
                .replace("\u00a0", " ");
    }
}
