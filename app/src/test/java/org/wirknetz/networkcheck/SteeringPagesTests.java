package org.wirknetz.networkcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
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

/// The corridor of steering as the office sets it and everybody inside reads it (F11).
@RoomTest
class SteeringPagesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    private Cast.Stage stage;
    private M8 network;
    private RequestPostProcessor partner;

    /// 14 of 20 plenaries are housed by the office, the others by B, which was at all of them.
    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        network = M8.of(stage, "ABCDEFGHIJ");
        partner = Cast.signedIn(stage.sits("Jonas Weber", Role.PARTNER_ADMIN, network.id("B")));
        for (int at = 0; at < 20; at++) {
            var meeting = UUID.randomUUID();
            var on = LocalDate.of(2026, 11, 1).minusDays(at);
            network.write("""
                    insert into meetings.meeting (network, id, title, kind, starts_at, ends_at, state, host_organisation)
                    values (platform.network(), ?, 'Plenum', 'PLENARY', cast(? as date) + time '10:00',
                            cast(? as date) + time '12:00', 'INVITED', ?)
                    """, meeting, on, on, network.id(at < 14 ? "A" : "B"));
            network.write("""
                    insert into meetings.attendance (network, meeting, organisation, name, presence)
                    values (platform.network(), ?, ?, 'Jonas', 'PRESENT')
                    """, meeting, network.id("B"));
        }
    }

    @Test
    void the_office_sets_a_corridor_and_is_told_whether_to_step_back() throws Exception {
        assertThat(words(stage.office()))
                .contains(
                        "14 von 20 Treffen, Punkten, Leitungen und offenen Aufgaben liegen bei der Koordinierungsstelle.")
                .contains("Noch ist kein Zielkorridor gesetzt.")
                .contains(
                        "Ausrichten der Treffen: Plenum B: hat schon 6 Mal ausgerichtet, war bei 20 von 20 Treffen da.");
        set(stage.office(), "0", "30", "50", "Die Gruppen leiten sich selbst")
                .andExpect(redirectedUrl(stage.path("/check/steering")));
        assertThat(words(stage.office()))
                .contains("Die Koordinierungsstelle trägt mehr: Sie darf einen Schritt zurücktreten.")
                .contains("23.11.2026 70 % 30 bis 50 von hundert darüber")
                .contains("Die Gruppen leiten sich selbst seit 23.11.2026");
        assertThat(words(partner))
                .contains("Die Gruppen leiten sich selbst", "14 von 20 Treffen")
                .doesNotContain("Was sich übergeben ließe", "hat schon 6 Mal", "Korridor setzen");
    }

    @Test
    void nobody_sets_a_corridor_over_the_head_of_another() throws Exception {
        set(stage.office(), "0", "30", "50", "zuerst").andExpect(status().is3xxRedirection());
        set(stage.office(), "0", "10", "90", "ohne den ersten gesehen zu haben").andExpect(status().isConflict());
        set(stage.office(), "1", "20", "60", "danach").andExpect(status().is3xxRedirection());
        assertThat(words(stage.office())).contains("danach", "zuerst").doesNotContain("ohne den ersten");
    }

    @Test
    void what_is_no_corridor_is_not_taken_and_partners_set_none() throws Exception {
        for (var wrong : new String[][] {
            {"50", "50", "gleich"},
            {"60", "40", "verdreht"},
            {"-1", "40", "negativ"},
            {"0", "101", "zu viel"},
            {"", "40", "leer"},
            {"10", "40", " "},
            {"10", "40", "x".repeat(501)}
        }) set(stage.office(), "0", wrong[0], wrong[1], wrong[2]).andExpect(status().isUnprocessableContent());
        set(partner, "0", "10", "40", "Gegen die Regel").andExpect(status().isForbidden());
        var funder = Cast.signedIn(stage.sits("Stefan Thalheim", Role.FUNDER, null));
        mvc.perform(get(stage.path("/check/steering")).with(funder)).andExpect(status().isForbidden());
        var english = mvc.perform(
                        get(stage.path("/check/steering")).with(stage.office()).cookie(new Cookie("lang", "en")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(english).contains("Set the target corridor").doesNotContain("?networkcheck.");
    }

    @Test
    void an_empty_network_is_told_that_nothing_is_known() throws Exception {
        stage = cast.network();
        network = M8.of(stage, "A");
        assertThat(words(stage.office()))
                .contains("Es ist noch nicht bekannt, wer einlädt")
                .contains("Noch ist nichts bekannt, das die Koordinierungsstelle begonnen hätte");
    }

    private ResultActions set(RequestPostProcessor who, String known, String low, String high, String reason)
            throws Exception {
        return mvc.perform(post(stage.path("/check/steering"))
                .with(who)
                .with(csrf())
                .param("known", known)
                .param("low", low)
                .param("high", high)
                .param("reason", reason));
    }

    private String words(RequestPostProcessor who) throws Exception {
        return mvc.perform(get(stage.path("/check/steering")).with(who))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll("(?s)<svg.*?</svg>", "")
                .replaceAll("<[^>]+>", " ")
                .replaceAll("[\\s\\u00a0\\u202f]+", " ");
    }
}
