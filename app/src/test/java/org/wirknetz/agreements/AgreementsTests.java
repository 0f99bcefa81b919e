package org.wirknetz.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wirknetz.agreements.Desks.MONDAY;
import static org.wirknetz.agreements.Desks.terms;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.directory.Organisations;
import org.wirknetz.platform.Changes;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;

@RoomTest
class AgreementsTests {

    @Autowired
    Cast cast;

    @Autowired
    Agreements agreements;

    @Autowired
    Organisations organisations;

    @Autowired
    Changes changes;

    @Autowired
    JdbcClient db;

    private Desks desks;

    @BeforeEach
    void set_the_table() {
        desks = new Desks(cast);
    }

    @Test
    void the_standing_follows_from_what_happened() {
        var id = drafted();
        assertThat(standing(id)).isEqualTo("DRAFT");
        desks.chamber.run(() -> agreements.revise(id, 1, terms("Anerkennung II"), desks.both()));
        assertThat(standing(id)).isEqualTo("NEGOTIATION");
        desks.office.run(() -> agreements.offer(id, 2));
        assertThat(standing(id)).isEqualTo("OFFERED");
        desks.office.run(() -> agreements.end(id, MONDAY, "Kein Bedarf mehr"));
        assertThat(standing(id)).isEqualTo("ENDED");
    }

    @Test
    void a_changed_text_is_a_new_version_and_must_be_offered_again() {
        var id = drafted();
        desks.office.run(() -> agreements.offer(id, 1));
        desks.office.run(() -> agreements.revise(id, 2, terms("Anerkennung", Circle.PARTIES, "Anders."), desks.both()));
        assertThat(standing(id)).isEqualTo("NEGOTIATION");
        assertThat(versions(id)).isEqualTo(2);
        desks.office.run(() -> agreements.revise(id, 3, terms("Anerkennung", Circle.NETWORK, "Anders."), desks.both()));
        assertThat(versions(id)).as("who may read it is no part of the text").isEqualTo(2);
    }

    @Test
    void an_agreement_needs_two_different_parties_and_a_beginning_before_its_end() {
        var one = new OrganisationId(desks.jobcenter);
        assertRefused("agreements.parties.two", () -> agreements.draft(terms("Allein"), List.of(one)));
        assertRefused("agreements.parties.twice", () -> agreements.draft(terms("Allein"), List.of(one, one)));
        assertRefused(
                "agreements.dates-turned",
                () -> agreements.draft(terms("Verkehrt", Circle.PARTIES, "", MONDAY, MONDAY), desks.both()));
    }

    @Test
    void the_same_is_not_agreed_twice_for_the_same_days() {
        drafted();
        var reversed = desks.both().reversed();
        assertRefused("agreements.overlap", () -> agreements.draft(terms("anerkennung"), reversed));
        var later = terms("Anerkennung", Circle.PARTIES, "", MONDAY.plusYears(1), null);
        desks.office.run(() -> agreements.draft(later, desks.both()));
    }

    @Test
    void two_people_cannot_change_the_same_agreement_unseen() {
        var id = drafted();
        desks.chamber.run(() -> agreements.revise(id, 1, terms("Eins"), desks.both()));
        assertRefused("platform.changed-meanwhile", () -> agreements.revise(id, 1, terms("Zwei"), desks.both()));
    }

    @Test
    void a_draft_is_discarded_as_a_whole_and_comes_back_as_a_whole() {
        var id = drafted();
        desks.office.run(() -> {
            agreements.discard(id);
            assertThat(count("agreement") + count("party") + count("wording")).isZero();
            changes.undo(Scope.current().lastChange().orElseThrow());
        });
        assertThat(desks.office.<Integer, RuntimeException>call(() -> count("party")))
                .isEqualTo(2);
        assertThat(versions(id)).isOne();
    }

    @Test
    void a_written_text_is_never_written_over() {
        drafted();
        assertThatThrownBy(() -> desks.office.run(() ->
                        db.sql("update agreements.wording set body = 'anders'").update()))
                .rootCause()
                .hasMessageContaining("never changed");
    }

    @Test
    void an_organisation_keeps_its_word() {
        drafted();
        assertRefused(
                "agreements.organisation-bound", () -> organisations.remove(new OrganisationId(desks.handwerkskammer)));
    }

    @Test
    void partners_draft_for_themselves_and_find_their_own() {
        var id = desks.chamber.<AgreementId, RuntimeException>call(
                () -> agreements.draft(terms("Unsere"), desks.both()));
        for (var reader : List.of(desks.office, desks.chamber, desks.school)) {
            assertThat(reader.<Integer, RuntimeException>call(() -> count("agreement")))
                    .isOne();
            assertThat(reader.<Integer, RuntimeException>call(() -> count("wording")))
                    .isOne();
        }
        desks.school.run(() -> agreements.revise(id, 1, terms("Unsere", Circle.PARTIES, "Neu."), desks.both()));
        assertThat(standing(id)).isEqualTo("NEGOTIATION");
    }

    private AgreementId drafted() {
        return desks.office.call(() -> agreements.draft(terms("Anerkennung"), desks.both()));
    }

    private void assertRefused(String key, Runnable work) {
        assertThatThrownBy(() -> desks.office.run(work))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }

    private String standing(AgreementId id) {
        return desks.office.call(
                () -> db.sql("""
                        select agreements.standing(?, negotiated_on, offered_on, concluded_on, ended_on, valid_to)
                          from agreements.agreement where id = ?
                        """).params(MONDAY, id.value()).query(String.class).single());
    }

    private int versions(AgreementId id) {
        return desks.office.call(() -> db.sql("select count(*) from agreements.wording where agreement = ?")
                .param(id.value())
                .query(Integer.class)
                .single());
    }

    private int count(String table) {
        return db.sql("select count(*) from agreements." + table)
                .query(Integer.class)
                .single();
    }
}
