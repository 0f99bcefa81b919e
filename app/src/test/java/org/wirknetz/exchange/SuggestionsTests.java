package org.wirknetz.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;
import org.wirknetz.directory.WorkDone;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Scope;

/// Favours suggested from work done: the Handwerkskammer has fulfilled a duty towards the Volkshochschule.
@RoomTest
class SuggestionsTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String DUTY = "Werkstatttage anbieten";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient db;

    @Autowired
    Suggestions suggestions;

    private Cast.Stage stage;
    private UUID handwerkskammer;
    private UUID volkshochschule;
    private UUID duty;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        handwerkskammer = stage.organisation("Handwerkskammer");
        volkshochschule = stage.organisation("Volkshochschule");
        duty = duty(DUTY, TODAY.minusDays(30), handwerkskammer, volkshochschule);
    }

    @Test
    void the_giver_records_it_with_one_click_and_the_receiver_confirms() throws Exception {
        var jonas = partner("Jonas Weber", handwerkskammer);
        web.perform(get(stage.path("/contributions")).with(jonas))
                .andExpect(content().string(containsString("Haben Sie hier etwas gegeben oder bekommen?")))
                .andExpect(content().string(containsString("Handwerkskammer für Volkshochschule: " + DUTY)));
        web.perform(answer("recording").with(jonas)).andExpect(status().is3xxRedirection());
        assertThat(states()).containsExactly("OPEN");
        web.perform(get(stage.path("/contributions")).with(jonas))
                .andExpect(content().string(not(containsString("Haben Sie hier etwas"))));
    }

    @Test
    void what_the_receiver_records_is_confirmed() throws Exception {
        web.perform(answer("recording").with(partner("Olga Petrenko", volkshochschule)))
                .andExpect(status().is3xxRedirection());
        assertThat(states()).containsExactly("CONFIRMED");
    }

    @Test
    void what_was_dismissed_is_never_suggested_again_to_either() throws Exception {
        web.perform(answer("dismissal").with(partner("Olga Petrenko", volkshochschule)))
                .andExpect(status().is3xxRedirection());
        assertThat(states()).isEmpty();
        for (var one : java.util.List.of(partner("Jonas Weber", handwerkskammer), stage.office())) {
            web.perform(get(stage.path("/contributions")).with(one))
                    .andExpect(content().string(not(containsString(DUTY))));
        }
        web.perform(answer("recording").with(stage.office())).andExpect(status().isNotFound());
    }

    @Test
    void only_the_two_and_the_office_are_asked() throws Exception {
        var caritas = partner("Timo Braun", stage.organisation("Caritasverband"));
        web.perform(get(stage.path("/contributions")).with(caritas))
                .andExpect(content().string(not(containsString(DUTY))));
        web.perform(answer("recording").with(caritas)).andExpect(status().isForbidden());
        web.perform(answer("dismissal").with(caritas)).andExpect(status().isForbidden());
        web.perform(get(stage.path("/contributions")).with(stage.office()))
                .andExpect(content().string(containsString(DUTY)));
    }

    @Test
    void nothing_is_recorded_that_no_room_stands_for() {
        var invented = new Suggestions.Key("agreements.duty", UUID.randomUUID(), handwerkskammer, volkshochschule);
        var turned = new Suggestions.Key("agreements.duty", duty, volkshochschule, handwerkskammer);
        var office = Scope.of(stage.network(), stage.officeAccount());
        assertThatThrownBy(() -> office.run(() -> suggestions.record(invented, false)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> office.run(() -> suggestions.record(turned, false)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void old_work_and_agreements_of_many_are_not_asked_about() {
        duty("Lange her", TODAY.minusDays(200), handwerkskammer, volkshochschule);
        duty(
                "Zu viert",
                TODAY.minusDays(3),
                handwerkskammer,
                volkshochschule,
                stage.organisation("Jobcenter"),
                stage.organisation("Caritasverband"));
        assertThat(open()).extracting(WorkDone.Deed::what).containsExactly(DUTY);
    }

    @Test
    void a_part_brought_to_a_product_was_for_the_one_who_answers_for_it() {
        var product = UUID.randomUUID();
        stage.inside(() -> {
            db.sql(
                            "insert into products.product (network, id, name, kind) values (platform.network(), ?, 'Kompetenzbilanz', 'SERVICE')")
                    .param(product)
                    .update();
            db.sql("""
                            insert into products.partner (network, product, organisation, owner, brings, joined_on)
                            values (platform.network(), :product, :vhs, true, null, '2026-01-01'),
                                   (platform.network(), :product, :hwk, false, 'Räume an vier Orten', '2026-01-01')
                            """)
                    .param("product", product)
                    .param("vhs", volkshochschule)
                    .param("hwk", handwerkskammer)
                    .update();
        });
        assertThat(open()).hasSize(1);
        stage.inside(() -> db.sql("""
                        insert into products.stage_change (network, product, stage, entered_on)
                        values (platform.network(), ?, 'PILOT', '2026-11-02')
                        """).param(product).update());
        assertThat(open()).first().satisfies(it -> {
            assertThat(it.what()).isEqualTo("Kompetenzbilanz: Räume an vier Orten");
            assertThat(it.giver()).isEqualTo(handwerkskammer);
            assertThat(it.receiver()).isEqualTo(volkshochschule);
            assertThat(it.on()).isEqualTo(LocalDate.of(2026, 11, 2));
        });
    }

    private java.util.List<WorkDone.Deed> open() {
        return Scope.of(stage.network(), stage.officeAccount()).call(() -> suggestions.open(Set.of()));
    }

    private java.util.List<String> states() {
        return stage.ask(ask -> ask.sql("select state from exchange.contribution where network = platform.network()")
                .query(String.class)
                .list());
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder answer(String verb) {
        return post(stage.path("/contributions/suggestions/" + verb))
                .with(csrf())
                .param("source", "agreements.duty")
                .param("record", duty.toString())
                .param("giver", handwerkskammer.toString())
                .param("receiver", volkshochschule.toString());
    }

    private RequestPostProcessor partner(String name, UUID organisation) {
        return Cast.signedIn(stage.sits(name, Role.PARTNER_STAFF, organisation));
    }

    /// @param parties the first of them fulfils it
    private UUID duty(String title, LocalDate done, UUID... parties) {
        var agreement = UUID.randomUUID();
        var obligation = UUID.randomUUID();
        stage.inside(() -> {
            db.sql("""
                            insert into agreements.agreement (network, id, title, concluded_on) values (platform.network(), ?, ?, '2026-01-01')
                            """).params(agreement, "Vereinbarung " + title).update();
            for (var party : parties)
                db.sql(
                                "insert into agreements.party (network, agreement, organisation) values (platform.network(), ?, ?)")
                        .params(agreement, party)
                        .update();
            db.sql("""
                            insert into agreements.obligation (network, id, agreement, party, title, done_on)
                            select platform.network(), ?, p.agreement, p.id, ?, ? from agreements.party p
                             where p.agreement = ? and p.organisation = ?
                            """).params(obligation, title, done, agreement, parties[0]).update();
        });
        return obligation;
    }
}
