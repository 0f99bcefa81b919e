package org.wirknetz.networkcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;
import org.wirknetz.networkcheck.Coopetition.Field;
import org.wirknetz.platform.Scope;

/// Overlap of segments × cooperation (F14).
@RoomTest
class CoopetitionTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Coopetitions coopetitions;

    @Autowired
    JdbcClient db;

    private Cast.Stage stage;
    private UUID volkshochschule;
    private UUID caritas;
    private UUID jobcenter;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        volkshochschule = member("Volkshochschule");
        caritas = member("Caritasverband");
        jobcenter = member("Jobcenter");
    }

    @Test
    void the_overlap_is_shared_segments_by_all_of_the_two() {
        listing(volkshochschule, "OFFER", "Deutschkurs, Kinderbetreuung");
        listing(caritas, "OFFER", "deutschkurs , Sozialberatung");
        assertThat(on().pairs()).singleElement().satisfies(pair -> {
            assertThat(pair.overlap()).isCloseTo(1 / 3.0, within(1e-12));
            assertThat(pair.shared()).hasSize(1);
            assertThat(pair.byOffers()).isTrue();
            assertThat(pair.field()).isEqualTo(Field.BESIDE);
        });
    }

    @Test
    void two_kinds_of_ties_make_rivals_work_together_confidential_ones_among_them() {
        listing(volkshochschule, "OFFER", "Deutschkurs");
        listing(caritas, "OFFER", "Deutschkurs");
        assertThat(on().pairs())
                .singleElement()
                .extracting(Coopetition.Pair::field)
                .isEqualTo(Field.RIVALS_APART);
        confidential(volkshochschule, caritas);
        favour(caritas, volkshochschule, "2026-05-01");
        assertThat(on().pairs()).singleElement().satisfies(pair -> {
            assertThat(pair.kinds()).containsExactly("AGREEMENT", "FAVOUR");
            assertThat(pair.field()).isEqualTo(Field.RIVALS_TOGETHER);
        });
        favour(caritas, jobcenter, "2024-11-22");
        assertThat(on().pairs()).as("a favour of more than two years ago").hasSize(1);
    }

    @Test
    void a_safe_topic_is_what_both_need_and_do_not_both_sell() {
        listing(volkshochschule, "OFFER", "Deutschkurs");
        listing(caritas, "OFFER", "Deutschkurs");
        listing(volkshochschule, "NEED", "Kinderbetreuung, Deutschkurs");
        listing(caritas, "NEED", "Kinderbetreuung, Deutschkurs");
        assertThat(on().pairs())
                .singleElement()
                .satisfies(pair -> assertThat(pair.safe()).containsExactly("Kinderbetreuung"));
    }

    @Test
    void the_office_alone_sees_it_as_a_page_and_as_a_file() throws Exception {
        listing(volkshochschule, "OFFER", "Deutschkurs");
        listing(caritas, "OFFER", "Deutschkurs");
        web.perform(get(stage.path("/ties/coopetition")).with(stage.office()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Caritasverband – Volkshochschule")))
                .andExpect(content().string(containsString("Wettbewerb ohne Draht")));
        web.perform(get(stage.path("/ties/coopetition/export")).with(stage.office()))
                .andExpect(content()
                        .string(containsString("Caritasverband;Volkshochschule;Wettbewerb ohne Draht;1;Deutschkurs;")));
        var olga = Cast.signedIn(stage.sits("Olga Petrenko", Role.PARTNER_ADMIN, volkshochschule));
        for (var path : new String[] {"/ties/coopetition", "/ties/coopetition/export"})
            web.perform(get(stage.path(path)).with(olga)).andExpect(status().isForbidden());
    }

    private Coopetition on() {
        return Scope.of(stage.network(), stage.officeAccount()).call(() -> coopetitions.on(TODAY, Locale.GERMAN));
    }

    private UUID member(String name) {
        var id = stage.organisation(name);
        stage.inside(() -> db.sql("""
                        insert into directory.membership (network, organisation, status, valid_from)
                        values (platform.network(), ?, 'ACTIVE', '2020-01-01')
                        """).param(id).update());
        return id;
    }

    private void listing(UUID organisation, String sort, String topics) {
        stage.inside(() -> db.sql("""
                        insert into exchange.listing (network, organisation, sort, title, topics)
                        values (platform.network(), ?, ?, 'Eintrag', ?)
                        """).params(organisation, sort, topics).update());
    }

    private void favour(UUID giver, UUID receiver, String day) {
        stage.inside(() -> db.sql("""
                        insert into exchange.contribution (network, giver, receiver, effort, given_on, state, answered_at)
                        values (platform.network(), ?, ?, 1, cast(? as date), 'CONFIRMED', now())
                        """).params(giver, receiver, day).update());
    }

    private void confidential(UUID one, UUID other) {
        var id = UUID.randomUUID();
        stage.inside(() -> {
            db.sql("""
                            insert into agreements.agreement (network, id, title, concluded_on, visibility)
                            values (platform.network(), ?, 'Vertraulich', '2026-01-01', 'PARTIES')
                            """).param(id).update();
            for (var party : new UUID[] {one, other})
                db.sql(
                                "insert into agreements.party (network, agreement, organisation) values (platform.network(), ?, ?)")
                        .params(id, party)
                        .update();
        });
    }
}
