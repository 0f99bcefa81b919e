package org.wirknetz.networkcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;

/// F10: the office draws up how neutral it was in twelve months, explains what stands out and publishes it, to
/// everybody
/// with a seat, and by one switch to everybody. Six providers had twenty of thirty introductions, eight others
/// ten.
@RoomTest
class SummaryTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    private Cast.Stage stage;
    private M8 network;
    private RequestPostProcessor partner;
    private RequestPostProcessor funder;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        network = M8.of(stage, "ABCDEFGHIJKLMN");
        network.member("Werkhaus Nord", null, null);
        group("TRAEGER", "Bildungsträger", "BCDEFG");
        group("BETRIEB", "Betriebe", "HIJKLM");
        network.write("""
                insert into exchange.listing (network, organisation, sort, title)
                select platform.network(), id, 'OFFER', 'Plätze' from directory.organisation
                 where network = platform.network() and not coordinator
                """);
        introduced("B", 12);
        introduced("C", 8);
        introduced("H", 7);
        introduced("N", 3);
        partner = Cast.signedIn(stage.sits("Jonas Weber", Role.PARTNER_ADMIN, network.id("B")));
        funder = Cast.signedIn(stage.sits("Stefan Thalheim", Role.FUNDER, null));
    }

    private void group(String key, String name, String letters) {
        var id = UUID.randomUUID();
        network.write(
                "insert into directory.actor_group (network, id, key, name_de, name_en) values (platform.network(), ?, ?, ?, ?)",
                id,
                key,
                name,
                name);
        for (var letter : letters.split(""))
            network.write(
                    "insert into directory.organisation_group (network, organisation, actor_group) values (platform.network(), ?, ?)",
                    network.id(letter),
                    id);
    }

    private void introduced(String helper, int times) {
        network.write("""
                with need as (
                    insert into exchange.listing (network, organisation, sort, title)
                    select platform.network(), ?, 'NEED', 'Platz gesucht' from generate_series(1, ?)
                    returning id)
                insert into exchange.introduction (network, need, offer, asker, helper, state, subject, body, sent_at)
                select platform.network(), need.id, offer.id, ?, offer.organisation, 'SENT', 'Bitte', 'Bitte', timestamptz '2026-06-01 10:00+02'
                  from need, exchange.listing offer
                 where offer.network = platform.network() and offer.sort = 'OFFER' and offer.organisation = ?
                """, network.id("J"), times, network.id("J"), network.id(helper));
    }

    private String drawn(String day) throws Exception {
        var place = mvc.perform(post(stage.path("/check/neutrality/summaries"))
                        .with(stage.office())
                        .with(csrf())
                        .param("day", day))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return String.valueOf(place);
    }

    private void does(String path) throws Exception {
        mvc.perform(post(path).with(stage.office()).with(csrf())).andExpect(status().is3xxRedirection());
    }

    private String reads(String path, RequestPostProcessor who) throws Exception {
        return words(mvc.perform(get(path).with(who))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private String anybody() throws Exception {
        return words(mvc.perform(get("/n/" + stage.slug() + "/neutrality"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private static String words(String page) {
        return page.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    @Test
    void what_the_office_publishes_is_read_by_everybody_with_a_seat_and_by_one_switch_by_everybody() throws Exception {
        var summary = drawn("2026-09-30");
        mvc.perform(get(summary).with(partner)).andExpect(status().isNotFound());
        mvc.perform(get(summary).with(funder)).andExpect(status().isNotFound());
        mvc.perform(post(summary + "/door").with(stage.office()).with(csrf())).andExpect(status().isConflict());
        does(summary + "/publication");
        for (var who : List.of(partner, funder))
            assertThat(reads(summary, who))
                    .contains("01.10.2025 bis 30.09.2026")
                    .contains("30 Vermittlungen unter 14 Partnern, die etwas anbieten.")
                    .contains("Bildungsträger 6 20 12,9 in 10 von tausend Fällen auffällig")
                    .contains("Übrige zusammen 8 10 17,1 in 10 von tausend Fällen auffällig")
                    .contains("Noch nicht begründet.")
                    .doesNotContain("Werkhaus Nord", "Betriebe", "Veröffentlichung zurücknehmen");
        assertThat(reads(stage.path("/check/neutrality/summaries"), funder)).contains("01.10.2025 bis 30.09.2026");
        mvc.perform(get("/n/" + stage.slug() + "/neutrality")).andExpect(status().isNotFound());
        does(summary + "/door");
        assertThat(anybody())
                .contains("Bildungsträger 6 20 12,9 in 10 von tausend Fällen")
                .doesNotContain("Werkhaus Nord", "Betriebe");
        assertThat(reads(summary, stage.office())).contains("Nur noch mit Anmeldung lesbar");
        var english = mvc.perform(get("/n/" + stage.slug() + "/neutrality").cookie(new Cookie("lang", "en")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(english).contains("How neutral is the coordination office?").doesNotContain("?networkcheck.");
        does(summary + "/door/removal");
        mvc.perform(get("/n/" + stage.slug() + "/neutrality")).andExpect(status().isNotFound());
        does(summary + "/door");
        does(summary + "/withdrawal");
        mvc.perform(get("/n/" + stage.slug() + "/neutrality")).andExpect(status().isNotFound());
        mvc.perform(get(summary).with(partner)).andExpect(status().isNotFound());
        does(summary + "/removal");
        mvc.perform(get(summary).with(stage.office())).andExpect(status().isNotFound());
    }

    @Test
    void the_office_gives_a_reason_beside_what_stands_out_and_names_nobody() throws Exception {
        var summary = drawn("2026-09-30");
        assertThat(reads(summary, stage.office())).contains("Vermittlungen: Bildungsträger");
        explain(summary, "1", "Werkhaus Nord hatte keine Plätze frei", "").andExpect(status().isConflict());
        explain(summary, "1", "Im Frühjahr gab es nur dort freie Plätze", "Wir vermitteln reihum")
                .andExpect(redirectedUrl(summary));
        explain(summary, "1", "Von zweien zugleich", "").andExpect(status().isConflict());
        does(summary + "/publication");
        assertThat(reads(summary, funder))
                .contains("2 Zeilen weichen von dem ab, was der Zufall erklärt; eine ist begründet.")
                .contains("Begründung: Im Frühjahr gab es nur dort freie Plätze")
                .contains("Wir vermitteln reihum")
                .doesNotContain("Gegen die Regel");
        explain(summary, "3", "Nachträglich anders", "")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Was veröffentlicht ist, bleibt.")));
        assertThatThrownBy(
                        () -> network.write(
                                "update networkcheck.neutrality_summary set remark = 'anders' where network = platform.network()"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("summary");
        assertThatThrownBy(() -> network.write(
                        "update networkcheck.neutrality_summary set content = '{}' where network = platform.network()"))
                .isInstanceOf(DataAccessException.class);
    }

    private org.springframework.test.web.servlet.ResultActions explain(
            String summary, String version, String reason, String remark) throws Exception {
        return mvc.perform(post(summary + "/reasons")
                .with(stage.office())
                .with(csrf())
                .param("version", version)
                .param("reason.introductions.TRAEGER", reason)
                .param("reason.introductions.BETRIEB", "Gegen die Regel")
                .param("remark", remark));
    }

    /// Today, a day within a quarter and a quarter that runs would let days be compared (0264); two summaries that
    /// share
    /// months would let quarters be.
    @Test
    void only_quarters_that_are_over_are_told_and_no_month_is_told_twice() throws Exception {
        for (var day : List.of("2026-11-23", "2026-12-31", "2026-08-31", "2019-09-30"))
            mvc.perform(post(stage.path("/check/neutrality/summaries"))
                            .with(stage.office())
                            .with(csrf())
                            .param("day", day))
                    .andExpect(status().isConflict());
        var summary = drawn("2026-09-30");
        mvc.perform(post(stage.path("/check/neutrality/summaries"))
                        .with(stage.office())
                        .with(csrf())
                        .param("day", "2026-09-30"))
                .andExpect(status().isConflict());
        does(summary + "/publication");
        var overlapping = drawn("2026-06-30");
        mvc.perform(post(overlapping + "/publication").with(stage.office()).with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("dürfen sich nicht überschneiden")));
        does(drawn("2025-09-30") + "/publication");
    }

    @Test
    void only_the_office_draws_up_and_publishes() throws Exception {
        var summary = drawn("2026-09-30");
        for (var who : List.of(partner, funder)) {
            for (var deed : List.of("/publication", "/reasons", "/door", "/withdrawal", "/removal"))
                mvc.perform(post(summary + deed).with(who).with(csrf())).andExpect(status().isForbidden());
            mvc.perform(post(stage.path("/check/neutrality/summaries"))
                            .with(who)
                            .with(csrf())
                            .param("day", "2026-06-30"))
                    .andExpect(status().isForbidden());
        }
    }

    /// B gets twelve more after the summary was drawn up; what was told stays.
    @Test
    void what_is_written_later_changes_nothing() throws Exception {
        var summary = drawn("2026-09-30");
        introduced("H", 12);
        assertThat(reads(summary, stage.office())).contains("30 Vermittlungen unter 14 Partnern");
    }
}
