package org.wirknetz.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;
import org.wirknetz.platform.Changes;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;

/// Who may say what about a favour, and who may see it: the verbs, and attacks on the database behind them.
@RoomTest
@RecordApplicationEvents
class ContributionsTests {

    @Autowired
    Cast cast;

    @Autowired
    Contributions contributions;

    @Autowired
    Changes changes;

    @Autowired
    JdbcClient db;

    @Autowired
    ApplicationEvents events;

    private Cast.Stage stage;
    private UUID volkshochschule;
    private UUID jobcenter;
    private Scope office;
    private Scope olga;
    private Scope giver;
    private Scope stranger;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        volkshochschule = stage.organisation("Volkshochschule");
        jobcenter = stage.organisation("Jobcenter");
        var caritas = stage.organisation("Caritasverband");
        office = Scope.of(stage.network(), stage.officeAccount());
        olga = Scope.of(stage.network(), stage.sits("Olga Petrenko", Role.PARTNER_STAFF, volkshochschule));
        giver = Scope.of(stage.network(), stage.sits("Timo Lang", Role.PARTNER_STAFF, jobcenter));
        stranger = Scope.of(stage.network(), stage.sits("Carla Neri", Role.PARTNER_ADMIN, caritas));
    }

    @Test
    void what_the_giver_enters_waits_for_the_receiver() {
        var favour = entered();
        assertThat(state(favour)).isEqualTo("OPEN");
        olga.run(() -> contributions.confirm(favour));
        assertThat(state(favour)).isEqualTo("CONFIRMED");
        assertThat(events.stream(ContributionConfirmed.class).map(ContributionConfirmed::contribution))
                .containsExactly(favour);
    }

    @Test
    void a_day_a_thousand_years_ago_is_refused_before_it_stands_where_nobody_can_confirm_it() {
        var terms = new ContributionTerms("Raum überlassen", null, null, true, false, LocalDate.of(1, 1, 1));
        assertThatThrownBy(() -> giver.run(() -> contributions.enter(jobcenter, volkshochschule, terms, false)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("long-ago");
    }

    @Test
    void what_the_receiver_enters_needs_no_second_word() {
        var favour = olga.call(() -> contributions.enter(jobcenter, volkshochschule, terms(), true));
        assertThat(state(favour)).isEqualTo("CONFIRMED");
    }

    @Test
    void the_receiver_declines_or_knows_that_nothing_must_come_back() {
        var declined = entered();
        olga.run(() -> contributions.decline(declined));
        assertThat(state(declined)).isEqualTo("DECLINED");
        var waived = entered();
        olga.run(() -> contributions.waive(waived));
        assertThat(sums()).isEqualTo(1);
        assertThat(reminding()).isZero();
    }

    @Test
    void nobody_helps_oneself() {
        assertThatThrownBy(() -> office.run(() -> contributions.enter(jobcenter, jobcenter, terms(), true)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("exchange.contribution.self"));
        assertThatThrownBy(() -> stage.ask(
                        ask -> ask.sql("insert into exchange.contribution (network, giver, receiver) values (?, ?, ?)")
                                .params(stage.network().value(), jobcenter, jobcenter)
                                .update()))
                .hasMessageContaining("no_self_dealing");
    }

    @Test
    void a_day_to_come_is_refused() {
        assertThatThrownBy(() -> giver.run(() -> contributions.enter(
                        jobcenter,
                        volkshochschule,
                        new ContributionTerms(
                                "Raum", Effort.SMALL.points(), null, true, false, LocalDate.of(2026, 11, 24)),
                        false)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void gifts_and_what_nobody_asked_for_and_structural_givers_never_lead_to_a_reminder() {
        enterAs(new ContributionTerms("Rat", Effort.LARGE.points(), null, false, false, null));
        assertThat(reminding()).isZero();
        enterAs(new ContributionTerms("Geschenk", Effort.LARGE.points(), null, true, true, null));
        assertThat(sums()).as("a gift counts in no balance").isEqualTo(1);
        enterAs(new ContributionTerms("Raum", Effort.LARGE.points(), null, true, false, null));
        assertThat(reminding()).isEqualTo(1);
        office.run(() -> contributions.structural(jobcenter, true));
        assertThat(reminding()).isZero();
        office.run(() -> contributions.structural(jobcenter, false));
        assertThat(reminding()).isEqualTo(1);
    }

    @Test
    void hours_weigh_instead_of_effort() {
        enterAs(new ContributionTerms("Raum", Effort.SMALL.points(), new BigDecimal("7.5"), true, false, null));
        BigDecimal weight = stage.ask(ask -> ask.sql("select weight from exchange.contribution_card")
                .query(BigDecimal.class)
                .single());
        assertThat(weight).isEqualByComparingTo("7.5");
    }

    @Test
    void the_givers_correction_asks_the_receiver_again_and_undo_brings_the_terms_back() {
        var favour = entered();
        olga.run(() -> contributions.confirm(favour));
        giver.run(() -> contributions.correct(favour, 2, terms("Zwei Räume"), false));
        assertThat(state(favour)).isEqualTo("OPEN");
        olga.run(() -> contributions.confirm(favour));
        olga.run(() -> contributions.decline(favour));
        olga.run(() -> changes.undo(olga.lastChange().orElseThrow()));
        assertThat(state(favour)).isEqualTo("CONFIRMED");
    }

    @Test
    void what_is_confirmed_only_the_office_takes_away() {
        var favour = entered();
        olga.run(() -> contributions.confirm(favour));
        assertThatThrownBy(() -> giver.run(() -> contributions.withdraw(favour)))
                .isInstanceOf(Refused.class);
        office.run(() -> contributions.withdraw(favour));
        assertThat(sums()).isZero();
    }

    @Test
    void each_pair_sees_its_own_the_office_all_and_nobody_else_anything() {
        var favour = entered();
        assertThat(seen(giver)).isEqualTo(1);
        assertThat(seen(olga)).isEqualTo(1);
        assertThat(seen(office)).isEqualTo(1);
        assertThat(seen(stranger)).isZero();
        var jonas = Scope.of(stage.network(), stage.sits("Jonas Weber", Role.GROUP_MEMBER, null));
        var funder = Scope.of(stage.network(), stage.sits("Ute Brandt", Role.FUNDER, null));
        assertThat(seen(jonas)).isZero();
        assertThat(seen(funder)).isZero();
        assertThat(seen(Scope.publicly(stage.network()))).isZero();
        assertThat(seen(Scope.of(cast.network().network()))).isZero();
        assertThatThrownBy(() -> stranger.run(() -> contributions.confirm(favour)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void the_history_of_a_favour_is_as_secret_as_the_favour() {
        var favour = entered();
        var asked = "select count(*) from platform.revision where record = ?";
        assertThat(count(giver, asked, favour)).isEqualTo(1);
        assertThat(count(stranger, asked, favour)).isZero();
        assertThat(count(Scope.publicly(stage.network()), asked, favour)).isZero();
    }

    @Test
    void the_database_lets_nobody_answer_for_the_receiver_or_change_the_pair() {
        var favour = entered();
        attack(giver, "update exchange.contribution set state = 'CONFIRMED', answered_at = now() where id = ?", favour);
        attack(olga, "update exchange.contribution set gift = true where id = ?", favour);
        attack(
                olga,
                "update exchange.contribution set giver = (select id from directory.organisation where name = 'Caritasverband') where id = ?",
                favour);
        assertThat(state(favour)).isEqualTo("OPEN");
        assertThatThrownBy(() -> stranger.run(
                        () -> db.sql("insert into exchange.contribution (network, giver, receiver) values (?, ?, ?)")
                                .params(stage.network().value(), jobcenter, volkshochschule)
                                .update()))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
        var smuggled = giver.call(() -> db.sql("""
                        insert into exchange.contribution (network, giver, receiver, state, answered_at)
                        values (?, ?, ?, 'CONFIRMED', now()) returning state
                        """)
                .params(stage.network().value(), jobcenter, volkshochschule)
                .query(String.class)
                .single());
        assertThat(smuggled).as("a giver's own confirmation").isEqualTo("OPEN");
    }

    private void attack(Scope who, String sql, ContributionId favour) {
        assertThatThrownBy(() -> who.run(() -> db.sql(sql).param(favour.value()).update()))
                .as(sql)
                .isInstanceOf(DataAccessException.class);
    }

    private ContributionId entered() {
        return giver.call(() -> contributions.enter(jobcenter, volkshochschule, terms(), false));
    }

    private void enterAs(ContributionTerms terms) {
        office.run(() -> contributions.enter(jobcenter, volkshochschule, terms, true));
    }

    private static ContributionTerms terms() {
        return terms("Raum überlassen");
    }

    private static ContributionTerms terms(String kind) {
        return new ContributionTerms(kind, Effort.MEDIUM.points(), null, true, false, LocalDate.of(2026, 11, 20));
    }

    private String state(ContributionId favour) {
        return stage.ask(ask -> ask.sql("select state from exchange.contribution where id = ?")
                .param(favour.value())
                .query(String.class)
                .single());
    }

    private int seen(Scope who) {
        return who.call(() -> db.sql("select count(*) from exchange.contribution")
                .query(Integer.class)
                .single());
    }

    private int count(Scope who, String sql, ContributionId favour) {
        return who.call(
                () -> db.sql(sql).param(favour.value()).query(Integer.class).single());
    }

    private int sums() {
        return stage.ask(ask -> ask.sql("select count(*) from exchange.contribution_sum_card")
                .query(Integer.class)
                .single());
    }

    private int reminding() {
        return stage.ask(ask -> ask.sql("select count(*) from exchange.contribution_sum_card where reminds")
                .query(Integer.class)
                .single());
    }
}
