package org.wirknetz.networkcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
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

/// The ladder of anchoring as the office and a partner climb it (F12).
@RoomTest
class AnchoringPagesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    private Cast.Stage stage;
    private M8 network;
    private RequestPostProcessor admin;
    private RequestPostProcessor staff;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        network = M8.of(stage, "ABCDEF");
        network.tie("B", "C", "AGREEMENT", LocalDate.of(2025, 1, 1), null);
        admin = Cast.signedIn(stage.sits("Jonas Weber", Role.PARTNER_ADMIN, network.id("B")));
        staff = Cast.signedIn(stage.sits("Olga Petrenko", Role.PARTNER_STAFF, network.id("B")));
    }

    @Test
    void a_partner_tells_what_shows_that_it_is_anchored_and_climbs() throws Exception {
        assertThat(words("/check/anchoring/" + network.id("B"), admin))
                .contains("Stufe 1 von 6. Nächste leichte Sprosse: eine Fachkraft zum Treffen schicken.");
        tell(admin, "B", "BOARD", "2026-06-01", "Bericht im Verwaltungsrat")
                .andExpect(redirectedUrl(stage.path("/check/anchoring/" + network.id("B"))));
        tell(stage.office(), "B", "BUDGET", "2025-10-01", "Haushalt 2025").andExpect(status().is3xxRedirection());
        tell(admin, "B", "HOURS", "2025-03-01", "Vier Stunden je Woche").andExpect(status().is3xxRedirection());
        assertThat(words("/check/anchoring/" + network.id("B"), staff))
                .contains("Stufe 3 von 6. In zwölf Monaten wäre es Stufe 1, wenn niemand etwas erneuert."
                        + " Nächste leichte Sprosse: eine Haushaltsstelle einrichten.")
                .contains("Bericht im Verwaltungsrat vom 01.06.2026, gilt bis vor 01.06.2027")
                .contains("Haushalt 2025 vom 01.10.2025, abgelaufen am 01.10.2026")
                .doesNotContain("Beleg eintragen", "Beleg entfernen");
        assertThat(words("/check/anchoring", stage.office()))
                .contains("1 von 5 Partnern zeigen mindestens drei von sechs Zeichen der Verankerung;"
                        + " bei 3 ist noch keines zu sehen.")
                .contains("B 3 von 6 nein nein ja ja ja abgelaufen")
                .doesNotContain("Im Mittel");
        assertThat(words("/check/sustaining", stage.office()))
                .contains("1 von 5 Partnern zeigen mindestens drei von sechs Zeichen");
        var file = mvc.perform(get(stage.path("/check/anchoring/export")).with(stage.office()))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(file.lines().filter(it -> it.startsWith("B;")))
                .containsExactly("B;3;nein;nein;ja;ja;ja;nein;3;eine Haushaltsstelle einrichten");
        var proof = stage.<UUID>ask(db -> db.sql("select id from networkcheck.proof where kind = 'HOURS'")
                .query(UUID.class)
                .single());
        var removal = stage.path("/check/anchoring/" + network.id("B") + "/proofs/" + proof + "/removal");
        mvc.perform(post(removal).with(staff).with(csrf())).andExpect(status().isForbidden());
        mvc.perform(post(stage.path("/check/anchoring/" + network.id("C") + "/proofs/" + proof + "/removal"))
                        .with(stage.office())
                        .with(csrf()))
                .andExpect(status().isNotFound());
        mvc.perform(post(removal).with(admin).with(csrf())).andExpect(status().is3xxRedirection());
        mvc.perform(post(removal).with(admin).with(csrf())).andExpect(status().isNotFound());
        assertThat(words("/check/anchoring/" + network.id("B"), admin)).contains("Stufe 2 von 6.");
    }

    @Test
    void no_partner_reads_the_ladder_of_another() throws Exception {
        tell(admin, "B", "BOARD", "2026-06-01", "Bericht im Verwaltungsrat");
        mvc.perform(get(stage.path("/check/anchoring")).with(staff))
                .andExpect(redirectedUrl(stage.path("/check/anchoring/" + network.id("B"))));
        mvc.perform(get(stage.path("/check/anchoring/" + network.id("C"))).with(admin))
                .andExpect(status().isForbidden());
        mvc.perform(get(stage.path("/check/anchoring/export")).with(admin)).andExpect(status().isForbidden());
        tell(admin, "C", "BOARD", "2026-06-01", "Fremd").andExpect(status().isForbidden());
        tell(staff, "B", "HOURS", "2026-06-01", "Ohne Recht").andExpect(status().isForbidden());
        assertThat(words("/check/sustaining", admin)).doesNotContain("Stufe 1 von 6", "Bericht im Verwaltungsrat");
        var rival = stage.sits("Helga", Role.PARTNER_ADMIN, network.id("C"));
        int seen = stage.as(
                rival,
                db -> db.sql("select count(*) from networkcheck.proof")
                        .query(Integer.class)
                        .single());
        assertThat(seen).as("not in the database either").isZero();
        var english = mvc.perform(get(stage.path("/check/anchoring/" + network.id("B")))
                        .with(stage.office())
                        .cookie(new Cookie("lang", "en")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(english).contains("Next easy rung").doesNotContain("?networkcheck.");
    }

    @Test
    void what_shows_nothing_is_not_taken() throws Exception {
        for (var wrong : new String[][] {
            {"AGREEMENT", "2026-06-01", "kein gesagtes Zeichen"},
            {"", "2026-06-01", "ohne Zeichen"},
            {"BOARD", "2026-11-24", "morgen"},
            {"BOARD", "2021-11-22", "zu lange her"},
            {"BOARD", "gestern", "kein Tag"},
            {"BOARD", "2026-06-01", " "},
            {"BOARD", "2026-06-01", "x".repeat(501)}
        }) tell(admin, "B", wrong[0], wrong[1], wrong[2]).andExpect(status().isUnprocessableContent());
        tell(admin, "B", "BOARD", "2026-06-01", "einmal").andExpect(status().is3xxRedirection());
        tell(admin, "B", "BOARD", "2026-06-01", "zweimal").andExpect(status().isConflict());
    }

    private ResultActions tell(RequestPostProcessor who, String partner, String kind, String on, String evidence)
            throws Exception {
        return mvc.perform(post(stage.path("/check/anchoring/" + network.id(partner)))
                .with(who)
                .with(csrf())
                .param("kind", kind)
                .param("on", on)
                .param("evidence", evidence));
    }

    private String words(String path, RequestPostProcessor who) throws Exception {
        return mvc.perform(get(stage.path(path)).with(who))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll("(?s)<svg.*?</svg>", "")
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ");
    }
}
