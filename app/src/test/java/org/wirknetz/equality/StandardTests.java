package org.wirknetz.equality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;

/// C2.2: lived is what is in place and shown by evidence younger than twelve months. Today is 23 November 2026.
@RoomTest
class StandardTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    private Cast.Stage stage;

    @BeforeEach
    void set_the_stage() throws Exception {
        stage = cast.network();
        var school = stage.organisation("Volkshochschule");
        stage.ask(db -> db.sql("""
                        insert into directory.membership (network, organisation, status) values (platform.network(), ?, 'ACTIVE')
                        """).param(school).update());
        send("/equality/standard").andExpect(status().is3xxRedirection());
    }

    private ResultActions send(String path, String... fields) throws Exception {
        var request = post(stage.path(path)).with(stage.office()).with(csrf());
        for (int n = 0; n < fields.length; n += 2) request.param(fields[n], fields[n + 1]);
        return web.perform(request);
    }

    private String page(String path, RequestPostProcessor who) throws Exception {
        return web.perform(get(stage.path(path)).with(who))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String criterion(String key) {
        UUID id = stage.ask(db -> db.sql("select id from equality.criterion where key = ?")
                .param(key)
                .query(UUID.class)
                .single());
        return "/equality/standard/" + id;
    }

    private void prove(String on) throws Exception {
        send(
                        criterion("PARTNERS") + "/evidence",
                        "title",
                        "Fachtag",
                        "address",
                        "https://www.example.org/fachtag",
                        "on",
                        on)
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void only_evidence_younger_than_twelve_months_turns_it_green() throws Exception {
        send(criterion("PARTNERS") + "/ratings", "version", "1", "level", "3", "on", "2026-11-01")
                .andExpect(status().is3xxRedirection());
        assertThat(page("/equality/standard", stage.office()))
                .contains("0 von 10 Kriterien werden gelebt")
                .contains("umgesetzt, ohne jungen Beleg")
                .doesNotContain("badge good");
        prove("2025-11-23");
        assertThat(page("/equality/standard", stage.office())).doesNotContain("badge good");
        prove("2025-11-24");
        assertThat(page("/equality/standard", stage.office()))
                .contains("1 von 10 Kriterien werden gelebt")
                .contains("badge good");
        assertThat(page("/check/standards", stage.office()))
                .contains("1 von 10 Kriterien des Standards werden gelebt.")
                .contains("Stufe insgesamt: 0 von 4");
    }

    @Test
    void what_is_begun_is_not_lived_however_well_it_is_shown() throws Exception {
        send(criterion("PARTNERS") + "/ratings", "version", "1", "level", "2", "on", "2026-11-01");
        prove("2026-11-01");
        assertThat(page("/equality/standard", stage.office())).contains("0 von 10 Kriterien werden gelebt");
    }

    @Test
    void the_check_says_of_a_day_what_was_said_by_then() throws Exception {
        stage.ask(db ->
                db.sql("update equality.criterion set since = '2026-01-01'").update());
        send(criterion("PARTNERS") + "/ratings", "version", "1", "level", "4", "on", "2026-02-01");
        send(criterion("PARTNERS") + "/ratings", "version", "2", "level", "1", "on", "2026-11-01");
        prove("2026-02-01");
        assertThat(page("/check/standards?asOf=2026-06-30", stage.office()))
                .contains("1 von 10 Kriterien des Standards werden gelebt.");
        assertThat(page("/check/standards", stage.office()))
                .contains("0 von 10 Kriterien des Standards werden gelebt.");
    }

    @Test
    void funders_do_not_read_it() throws Exception {
        var funder = Cast.signedIn(stage.sits("Förderstelle", Role.FUNDER, null));
        web.perform(get(stage.path("/equality/standard")).with(funder)).andExpect(status().isForbidden());
    }

    @Test
    void evidence_is_a_page_on_the_web_or_a_record_that_is_here() throws Exception {
        var school = stage.organisation("Jobcenter");
        for (var address : List.of(
                "javascript:alert(1)",
                "fachtag",
                "https://user:pass@example.org/",
                stage.path("/organisations/" + UUID.randomUUID())))
            send(criterion("PARTNERS") + "/evidence", "title", "x", "address", address, "on", "2026-11-01")
                    .andExpect(status().isConflict());
        send(
                        criterion("PARTNERS") + "/evidence",
                        "title",
                        "Wer dabei ist",
                        "address",
                        "https://netz.example" + stage.path("/organisations/" + school),
                        "on",
                        "2026-11-01")
                .andExpect(status().is3xxRedirection());
        assertThat(page(criterion("PARTNERS"), stage.office()))
                .contains("href=\"" + stage.path("/organisations/" + school) + "\"");
    }

    @Test
    void of_two_who_rate_or_plan_at_once_the_second_is_told_and_nothing_is_lost() throws Exception {
        var criterion = criterion("PARTNERS");
        send(criterion + "/ratings", "version", "1", "level", "3", "on", "2026-11-01");
        send(criterion + "/ratings", "version", "1", "level", "0", "on", "2026-11-01")
                .andExpect(status().isConflict());
        send(criterion + "/plan", "version", "1", "review", "2027-01-01").andExpect(status().isConflict());
        assertThat(page(criterion, stage.office())).contains("Stufe 3").doesNotContain("2027-01-01");
        send(criterion + "/plan", "version", "2", "review", "2027-01-01").andExpect(status().is3xxRedirection());
        assertThat(page(criterion, stage.office())).contains("2027-01-01");
    }

    @Test
    void half_of_the_criteria_have_reached_the_level_overall() {
        assertThat(Criteria.overall(List.of())).isZero();
        assertThat(Criteria.overall(List.of(0, 4, 4, 0))).isEqualTo(4);
        assertThat(Criteria.overall(List.of(0, 0, 4))).isZero();
        assertThat(Criteria.overall(List.of(1, 2, 3))).isEqualTo(2);
    }
}
