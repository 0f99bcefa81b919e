package org.wirknetz.networkcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.networkcheck.NewTie.SaidBy;
import org.wirknetz.platform.Changes;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;

@RoomTest
class TiesTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Autowired
    Cast cast;

    @Autowired
    Ties ties;

    @Autowired
    Changes changes;

    private Cast.Stage stage;
    private UUID handwerkskammer;
    private UUID volkshochschule;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        handwerkskammer = stage.organisation("Handwerkskammer");
        volkshochschule = stage.organisation("Volkshochschule");
    }

    @Test
    void a_tie_said_by_one_side_is_confirmed_by_the_other() {
        var tie = declared("INFO", SaidBy.FROM);
        assertThat(confirmedByBoth(tie)).isFalse();
        stage.inside(() -> ties.confirm(tie, volkshochschule));
        assertThat(confirmedByBoth(tie)).isTrue();
    }

    @Test
    void a_stranger_cannot_stand_by_a_tie() {
        var tie = declared("INFO", SaidBy.FROM);
        var jobcenter = stage.organisation("Jobcenter");
        assertThatThrownBy(() -> stage.inside(() -> ties.confirm(tie, jobcenter)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("networkcheck.tie.not-a-side"));
    }

    @Test
    void an_organisation_is_not_tied_to_itself() {
        assertRefused(
                "networkcheck.tie.loop",
                () -> ties.declare(
                        new NewTie(handwerkskammer, handwerkskammer, TieTerms.of("INFO", 1, false), SaidBy.FROM)));
    }

    @Test
    void the_same_tie_is_not_entered_twice_for_the_same_days() {
        declared("INFO", SaidBy.FROM);
        assertRefused("networkcheck.tie.duplicate", () -> declare("INFO", null, null, false));
        declared("REFERRAL", SaidBy.FROM);
    }

    @Test
    void a_tie_that_ended_may_begin_anew() {
        stage.inside(() -> declare("INFO", null, MONDAY, false));
        stage.inside(() -> declare("INFO", MONDAY, null, false));
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void a_mutual_tie_is_the_same_seen_from_the_other_side() {
        stage.inside(() -> declare("INFO", null, null, true));
        assertRefused(
                "networkcheck.tie.duplicate",
                () -> ties.declare(
                        new NewTie(volkshochschule, handwerkskammer, TieTerms.of("INFO", 1, true), SaidBy.BOTH)));
    }

    @Test
    void a_partner_who_corrects_needs_the_other_to_confirm_again() {
        var tie = declared("INFO", SaidBy.BOTH);
        stage.inside(() -> ties.correct(tie, 1, TieTerms.of("INFO", 5, false), handwerkskammer));
        assertThat(confirmedByBoth(tie)).isFalse();
    }

    @Test
    void the_office_corrects_without_asking_again() {
        var tie = declared("INFO", SaidBy.BOTH);
        stage.inside(() -> ties.correct(tie, 1, TieTerms.of("INFO", 5, false), null));
        assertThat(confirmedByBoth(tie)).isTrue();
    }

    @Test
    void two_people_cannot_correct_the_same_tie_unseen() {
        var tie = declared("INFO", SaidBy.BOTH);
        stage.inside(() -> ties.correct(tie, 1, TieTerms.of("INFO", 5, false), null));
        assertRefused("platform.changed-meanwhile", () -> ties.correct(tie, 1, TieTerms.of("INFO", 2, false), null));
    }

    @Test
    void an_ended_tie_does_not_end_again() {
        var tie = declared("INFO", SaidBy.BOTH);
        stage.inside(() -> ties.end(List.of(tie), MONDAY));
        assertRefused("networkcheck.tie.ended", () -> ties.end(List.of(tie), MONDAY.plusDays(1)));
    }

    @Test
    void what_was_ended_together_is_taken_back_together() {
        var info = declared("INFO", SaidBy.BOTH);
        var referral = declared("REFERRAL", SaidBy.BOTH);
        var scope = Scope.of(stage.network(), stage.officeAccount());
        scope.run(() -> ties.end(List.of(info, referral), MONDAY));
        assertThat(lasting()).isZero();
        scope.run(() -> changes.undo(scope.lastChange().orElseThrow()));
        assertThat(lasting()).isEqualTo(2);
    }

    @Test
    void an_import_is_stored_as_a_whole_or_not_at_all() {
        var good = new NewTie(handwerkskammer, volkshochschule, TieTerms.of("OWN_KIND", 3, true), SaidBy.BOTH);
        assertRefused("networkcheck.tie.duplicate", () -> ties.declareAll(List.of(good, good)));
        assertThat(count()).isZero();
        stage.inside(() -> ties.declareAll(List.of(good)));
        assertThat(count()).isOne();
        assertThat(Scope.of(stage.network()).call(ties::kinds))
                .extracting(TieKind::key)
                .contains("INFO", "OWN_KIND");
    }

    @Test
    void a_kind_nobody_knows_is_refused_on_the_page() {
        assertRefused("networkcheck.tie.kind-unknown", () -> declare("GOSSIP", null, null, false));
    }

    @Test
    void a_tie_of_another_network_does_not_exist() {
        var tie = declared("INFO", SaidBy.BOTH);
        var other = cast.network();
        assertThatThrownBy(() -> other.inside(() -> ties.withdraw(tie))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> other.inside(() -> ties.declare(
                        new NewTie(handwerkskammer, volkshochschule, TieTerms.of("INFO", 1, false), SaidBy.FROM))))
                .isInstanceOf(NotFound.class);
        assertThat(count()).isOne();
    }

    private void assertRefused(String key, Runnable work) {
        assertThatThrownBy(() -> stage.inside(work))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }

    private TieId declared(String kind, SaidBy saidBy) {
        return Scope.of(stage.network())
                .call(() -> ties.declare(
                        new NewTie(handwerkskammer, volkshochschule, TieTerms.of(kind, 2, false), saidBy)));
    }

    private void declare(
            String kind,
            @org.jspecify.annotations.Nullable LocalDate start,
            @org.jspecify.annotations.Nullable LocalDate end,
            boolean mutual) {
        ties.declare(new NewTie(
                handwerkskammer, volkshochschule, new TieTerms(kind, 1, mutual, null, start, end, ""), SaidBy.BOTH));
    }

    private boolean confirmedByBoth(TieId tie) {
        return stage.ask(ask -> ask.sql("select confirmed_by_both from networkcheck.tie_card where id = ?")
                .param(tie.value())
                .query(Boolean.class)
                .single());
    }

    private int count() {
        return stage.ask(ask -> ask.sql("select count(*) from networkcheck.tie")
                .query(Integer.class)
                .single());
    }

    private int lasting() {
        return stage.ask(ask -> ask.sql("select count(*) from networkcheck.tie where valid_to is null")
                .query(Integer.class)
                .single());
    }
}
