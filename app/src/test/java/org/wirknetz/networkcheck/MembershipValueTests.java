package org.wirknetz.networkcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;

/// What a year in the network was worth to the Volkshochschule (F18).
@RoomTest
class MembershipValueTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient db;

    private Cast.Stage stage;
    private UUID volkshochschule;
    private UUID jobcenter;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        volkshochschule = stage.organisation("Volkshochschule");
        jobcenter = stage.organisation("Jobcenter");
    }

    @Test
    void a_band_is_exact_where_hours_are_known_and_a_range_where_not() {
        assertThat(HoursBand.of(new BigDecimal("2.5"), null)).isEqualTo(new HoursBand(2.5, 2.5));
        assertThat(HoursBand.of(null, BigDecimal.ONE)).isEqualTo(new HoursBand(0.5, 2));
        assertThat(HoursBand.of(null, BigDecimal.valueOf(3))).isEqualTo(new HoursBand(2, 8));
        assertThat(HoursBand.of(null, BigDecimal.valueOf(5))).isEqualTo(new HoursBand(8, 24));
        assertThat(HoursBand.of(null, null)).isEqualTo(new HoursBand(0.5, 2));
    }

    @Test
    void only_what_is_confirmed_in_the_year_is_summed() throws Exception {
        favour(jobcenter, volkshochschule, 3, null, "2026-03-01", "CONFIRMED");
        favour(jobcenter, volkshochschule, 5, 4.0, "2026-12-31", "CONFIRMED");
        favour(jobcenter, volkshochschule, 5, 100.0, "2026-04-01", "OPEN");
        favour(jobcenter, volkshochschule, 5, 100.0, "2025-12-31", "CONFIRMED");
        favour(jobcenter, volkshochschule, 5, 100.0, null, "CONFIRMED");
        favour(volkshochschule, jobcenter, 1, null, "2026-05-05", "CONFIRMED");
        web.perform(get(page(volkshochschule)).with(stage.office()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("2-mal, 6 bis 12 Stunden")))
                .andExpect(content().string(containsString("einmal, 0,5 bis 2 Stunden")))
                .andExpect(content().string(containsString("Eine bestätigte Hilfe ohne Datum")));
        web.perform(get(page(volkshochschule) + "?year=2025").with(stage.office()))
                .andExpect(content().string(containsString("einmal, 100 Stunden")));
    }

    @Test
    void together_less_alone_is_a_range_with_its_sources() throws Exception {
        product();
        estimate(null, 40, 60, "Koordinierungsstelle");
        estimate(volkshochschule, 10, 15, "Leitung der VHS");
        web.perform(get(page(volkshochschule)).with(stage.office()))
                .andExpect(content().string(containsString("noch nicht von allen geschätzt")));
        estimate(jobcenter, 5, 10, "Jobcenter");
        web.perform(get(page(volkshochschule)).with(stage.office()))
                .andExpect(content().string(containsString("zusammen 15 bis 45 Abschlüsse mehr")))
                .andExpect(content().string(containsString("Jobcenter, Koordinierungsstelle, Leitung der VHS")));
    }

    @Test
    void it_is_the_partners_own_and_the_offices_and_nobody_elses() throws Exception {
        var olga = Cast.signedIn(stage.sits("Olga Petrenko", Role.PARTNER_STAFF, volkshochschule));
        var timo = Cast.signedIn(stage.sits("Timo Braun", Role.PARTNER_ADMIN, jobcenter));
        web.perform(get(stage.path("/benefits")).with(olga)).andExpect(redirectedUrl(page(volkshochschule)));
        web.perform(get(page(volkshochschule)).with(olga)).andExpect(status().isOk());
        web.perform(get(page(volkshochschule)).with(timo)).andExpect(status().isForbidden());
        web.perform(get(page(volkshochschule) + "/paper").with(timo)).andExpect(status().isForbidden());
        web.perform(get(stage.path("/benefits")).with(stage.office())).andExpect(status().isOk());
        web.perform(get(page(volkshochschule)).with(olga))
                .andExpect(content().string(not(containsString("class=\"error\""))));
    }

    @Test
    void the_paper_is_one_tagged_page() throws Exception {
        product();
        estimate(null, 40, 60, "Koordinierungsstelle");
        estimate(volkshochschule, 10, 15, "Leitung der VHS");
        estimate(jobcenter, 5, 10, "Jobcenter");
        for (int n = 1; n <= 28; n++)
            favour(jobcenter, volkshochschule, 3, null, "2026-02-%02d".formatted(n), "CONFIRMED");
        var bytes = web.perform(get(page(volkshochschule) + "/paper").with(stage.office()))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("Mitgliedschaft-2026.pdf")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var pdf = Loader.loadPDF(bytes)) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("de");
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains(
                            "Volkshochschule im Netzwerk 2026",
                            "28-mal, 56 bis 224 Stunden",
                            "15 bis 45 Abschlüsse mehr");
        }
    }

    private String page(UUID organisation) {
        return stage.path("/benefits/" + organisation);
    }

    private void favour(
            UUID giver, UUID receiver, int effort, @Nullable Double hours, @Nullable String day, String state) {
        stage.inside(() ->
                db.sql("""
                        insert into exchange.contribution (network, giver, receiver, kind, effort, hours, given_on, state, answered_at)
                        values (platform.network(), ?, ?, 'Rat', ?, ?, cast(? as date), ?, now())
                        """).params(giver, receiver, effort, hours, day, state).update());
    }

    private void product() {
        stage.inside(() -> {
            db.sql("""
                            insert into products.product (network, name, kind, outcome)
                            values (platform.network(), 'Kompetenzbilanz', 'SERVICE', 'Abschlüsse')
                            """).update();
            db.sql("""
                            insert into products.partner (network, product, organisation, owner, joined_on)
                            select network, id, unnest(array[?, ?]::uuid[]), false, date '2025-01-01' from products.product
                             where network = platform.network()
                            """).params(volkshochschule, jobcenter).update();
            db.sql("""
                            insert into products.stage_change (network, product, stage, entered_on)
                            select network, id, 'PILOT', date '2026-02-01' from products.product where network = platform.network()
                            """).update();
        });
    }

    private void estimate(@Nullable UUID organisation, int low, int high, String source) {
        stage.inside(() -> db.sql("""
                        insert into products.estimate (network, product, organisation, low, high, source, estimated_on)
                        select network, id, cast(? as uuid), ?, ?, ?, date '2026-02-01' from products.product
                         where network = platform.network()
                        """).params(organisation, low, high, source).update());
    }
}
