package org.wirknetz.networkcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;

/// How long until something came of an introduction (C11.2): answered after 1, 3, 4, 6, 10 and 20 days, two
/// open, one of two years ago.
@RoomTest
class AnswerTimesTests {

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
    void the_median_is_told_with_how_many_are_open() throws Exception {
        for (int days : new int[] {1, 3, 4, 6}) introduced(LocalDate.of(2026, 6, 1), days);
        introduced(LocalDate.of(2026, 7, 1), null);
        assertThat(words(stage.office()))
                .contains("Bei 4 von 5 Vermittlungen aus zwölf Monaten ist vermerkt, was daraus wurde; ab 5 lässt");
        for (int days : new int[] {10, 20}) introduced(LocalDate.of(2026, 6, 1), days);
        introduced(LocalDate.of(2026, 7, 1), null);
        introduced(LocalDate.of(2024, 7, 1), 300);
        assertThat(words(stage.office()))
                .contains("Die mittlere Zeit von der Mail bis zum vermerkten Ergebnis beträgt 5,0 Tage,"
                        + " bei 6 von 8 Vermittlungen aus zwölf Monaten.")
                .contains("Bei 2 von 8 ist noch nichts vermerkt.")
                .contains("B fragte, C wurde genannt offen seit 01.07.2026");
    }

    @Test
    void without_introductions_it_says_so_and_partners_read_nothing_of_it() throws Exception {
        assertThat(words(stage.office())).contains("In zwölf Monaten wurde niemand vermittelt");
        introduced(LocalDate.of(2026, 6, 1), 3);
        var partner = Cast.signedIn(stage.sits("Jonas Weber", Role.PARTNER_ADMIN, network.id("B")));
        assertThat(words(partner)).doesNotContain("aus einer Vermittlung etwas");
    }

    private void introduced(LocalDate on, @Nullable Integer days) {
        network.write("""
                with need as (
                    insert into exchange.listing (network, organisation, sort, title)
                    values (platform.network(), ?, 'NEED', 'Platz gesucht') returning id),
                offer as (
                    insert into exchange.listing (network, organisation, sort, title)
                    values (platform.network(), ?, 'OFFER', 'Platz frei') returning id)
                insert into exchange.introduction (network, need, offer, asker, helper, state, subject, body, sent_at, outcome_on)
                select platform.network(), need.id, offer.id, ?, ?, case when cast(? as int) is null then 'SENT' else 'HELPED' end,
                       'Bitte sprechen', 'Bitte', cast(? as date) + time '10:00', cast(? as date) + cast(? as int)
                  from need, offer
                """, network.id("B"), network.id("C"), network.id("B"), network.id("C"), days, on, on, days);
    }

    private String words(RequestPostProcessor who) throws Exception {
        return mvc.perform(get(stage.path("/check/shaping")).with(who))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll("(?s)<svg.*?</svg>", "")
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ");
    }
}
