package org.wirknetz.networkcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;
import org.wirknetz.networkcheck.NewTie.SaidBy;
import org.wirknetz.platform.AccountId;
import org.wirknetz.platform.Scope;

/// Ties that come from work.
@RoomTest
class EvidenceTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Chronicles chronicles;

    @Autowired
    Evidence evidence;

    @Autowired
    Ties ties;

    private Cast.Stage stage;
    private UUID handwerkskammer;
    private UUID volkshochschule;
    private UUID jobcenter;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        handwerkskammer = member("Handwerkskammer");
        volkshochschule = member("Volkshochschule");
        jobcenter = member("Jobcenter");
    }

    @Test
    void a_joint_product_ties_each_two_who_make_it_while_both_do() {
        product(handwerkskammer, "2024-01-01", null, volkshochschule, "2025-01-01", "2026-01-01");
        assertThat(on(LocalDate.of(2024, 12, 31))).isEmpty();
        assertThat(on(LocalDate.of(2025, 1, 1))).singleElement().satisfies(tie -> {
            assertThat(tie.kind()).isEqualTo("JOINT_PRODUCT");
            assertThat(tie.isObserved()).isTrue();
            assertThat(tie.mutual()).isTrue();
            assertThat(List.of(tie.from(), tie.to())).containsExactlyInAnyOrder(handwerkskammer, volkshochschule);
        });
        assertThat(on(LocalDate.of(2026, 1, 1))).isEmpty();
    }

    @Test
    void a_product_that_was_given_up_ties_no_longer() {
        var product = product(handwerkskammer, "2024-01-01", null, volkshochschule, "2024-01-01", null);
        stage.<Integer>ask(ask -> ask.sql("""
                        insert into products.stage_change (network, product, stage, entered_on)
                        values (platform.network(), ?, 'ENDED', '2025-06-30')
                        """).param(product).update());
        assertThat(on(LocalDate.of(2025, 6, 29))).hasSize(1);
        assertThat(on(LocalDate.of(2025, 6, 30))).isEmpty();
    }

    @Test
    void an_agreement_ties_its_parties_only_if_the_network_may_know() {
        agreement("PARTIES");
        assertThat(on(TODAY)).isEmpty();
        agreement("NETWORK");
        assertThat(on(TODAY))
                .singleElement()
                .satisfies(tie -> assertThat(tie.kind()).isEqualTo("AGREEMENT"));
    }

    @Test
    void what_is_declared_and_shown_is_one_tie() {
        agreement("NETWORK");
        agreement("NETWORK");
        inside(() -> ties.declare(new NewTie(
                volkshochschule,
                handwerkskammer,
                new TieTerms("AGREEMENT", 4, true, null, LocalDate.of(2020, 1, 1), null, ""),
                SaidBy.BOTH)));
        assertThat(on(TODAY))
                .singleElement()
                .satisfies(tie -> assertThat(tie.isObserved()).isFalse());
    }

    /// Whoever asks first must not decide what all others see.
    @Test
    void the_picture_is_the_same_whoever_asks_first() throws Exception {
        product(handwerkskammer, "2024-01-01", null, volkshochschule, "2024-01-01", null);
        agreement("PARTIES");
        var stranger = Cast.signedIn(stage.sits("Jörg Kranz", Role.PARTNER_STAFF, jobcenter));
        for (var who : List.of(stranger, stage.office())) {
            mvc.perform(get(stage.path("/check/map.json")).with(who))
                    .andExpect(jsonPath("$.ties.length()").value(1))
                    .andExpect(jsonPath("$.ties[0].source").value("observed"))
                    .andExpect(jsonPath("$.ties[0].href").value(containsString("/ties/between/")));
        }
    }

    @Test
    void everybody_sees_the_evidence_they_may_see_and_no_more() throws Exception {
        product(handwerkskammer, "2024-01-01", null, volkshochschule, "2024-01-01", null);
        agreement("PARTIES");
        contribution();
        var path = stage.path("/ties/between/" + handwerkskammer + "/" + volkshochschule);
        var party = stage.sits("Olga Petrenko", Role.PARTNER_STAFF, volkshochschule);
        var stranger = stage.sits("Jörg Kranz", Role.PARTNER_STAFF, jobcenter);
        assertThat(seen(party)).containsExactlyInAnyOrder("AGREEMENT", "FAVOUR", "JOINT_PRODUCT");
        assertThat(seen(stage.officeAccount())).containsExactlyInAnyOrder("AGREEMENT", "FAVOUR", "JOINT_PRODUCT");
        assertThat(seen(stranger)).containsExactly("JOINT_PRODUCT");
        mvc.perform(get(path).with(Cast.signedIn(party)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(containsString("eine Vereinbarung, ein gemeinsames Produkt und eine bestätigte Hilfe")))
                .andExpect(content().string(containsString("von Handwerkskammer")));
        mvc.perform(get(path).with(Cast.signedIn(stranger)))
                .andExpect(content().string(not(containsString("Räume geliehen"))))
                .andExpect(content().string(not(containsString("Vertrauliches"))));
    }

    @Test
    void an_introduction_that_helped_is_evidence_for_the_two_and_the_office() throws Exception {
        introduction("SENT", null);
        assertThat(seen(stage.officeAccount())).as("sent is not helped").isEmpty();
        var helped = introduction("HELPED", LocalDate.of(2026, 5, 4));
        var party = stage.sits("Olga Petrenko", Role.PARTNER_STAFF, volkshochschule);
        var stranger = stage.sits("Jörg Kranz", Role.PARTNER_STAFF, jobcenter);
        assertThat(seen(party)).containsExactly("REFERRAL");
        assertThat(seen(stranger)).isEmpty();
        assertThat(on(TODAY)).as("what some know does not shape the shared map").isEmpty();
        var path = stage.path("/ties/between/" + handwerkskammer + "/" + volkshochschule);
        var page = mvc.perform(get(path).with(Cast.signedIn(party)))
                .andExpect(content().string(containsString("dazu durch eine gelungene Vermittlung.")))
                .andExpect(content().string(containsString("Werkstatt am Abend")))
                .andExpect(content().string(containsString("von Handwerkskammer")))
                .andExpect(content().string(containsString("04.05.2026")))
                .andExpect(content().string(containsString("nur in eine Richtung")));
        page.andExpect(content().string(not(containsString("/introductions/"))));
        mvc.perform(get(path).with(stage.office()))
                .andExpect(content().string(containsString("/introductions/" + helped)));
        mvc.perform(get(path).with(Cast.signedIn(stranger)))
                .andExpect(content().string(not(containsString("Werkstatt am Abend"))));
    }

    /// The Volkshochschule asked, the Handwerkskammer could help.
    private UUID introduction(String state, @Nullable LocalDate outcome) {
        var id = UUID.randomUUID();
        stage.<Integer>ask(ask -> ask.sql("""
                        with listed as (
                            insert into exchange.listing (network, organisation, sort, title)
                            values (platform.network(), :asker, 'NEED', 'Eine Werkstatt'),
                                   (platform.network(), :helper, 'RESOURCE', 'Werkstatt am Abend')
                            returning id, sort
                        )
                        insert into exchange.introduction
                               (network, id, need, offer, asker, helper, state, subject, body, sent_at, outcome_on)
                        select platform.network(), :id, n.id, o.id, :asker, :helper, :state, 'Guten Tag', 'Text', now(),
                               cast(:outcome as date)
                          from listed n, listed o where n.sort = 'NEED' and o.sort = 'RESOURCE'
                        """)
                .param("id", id)
                .param("asker", volkshochschule)
                .param("helper", handwerkskammer)
                .param("state", state)
                .param("outcome", outcome)
                .update());
        return id;
    }

    private List<String> seen(AccountId account) {
        return Scope.of(stage.network(), account)
                .call(() -> evidence.between(handwerkskammer, volkshochschule))
                .stream()
                .map(Evidence.Proof::kind)
                .toList();
    }

    private List<TieRecord> on(LocalDate day) {
        return Scope.of(stage.network(), stage.officeAccount())
                .call(() -> chronicles.current().asOf(day).ties());
    }

    private void inside(Runnable work) {
        Scope.of(stage.network(), stage.officeAccount()).run(work);
    }

    private UUID product(
            UUID one, String from, @Nullable String until, UUID other, String joined, @Nullable String left) {
        var id = UUID.randomUUID();
        stage.inside(() -> stage.<Integer>ask(ask -> {
            ask.sql(
                            "insert into products.product (network, id, name, kind) values (platform.network(), ?, ?, 'SERVICE')")
                    .params(id, id.toString())
                    .update();
            return ask.sql("""
                            insert into products.partner (network, product, organisation, joined_on, left_on)
                            values (platform.network(), :product, :one, cast(:from as date), cast(:until as date)),
                                   (platform.network(), :product, :other, cast(:joined as date), cast(:left as date))
                            """)
                    .param("product", id)
                    .param("one", one)
                    .param("from", from)
                    .param("until", until)
                    .param("other", other)
                    .param("joined", joined)
                    .param("left", left)
                    .update();
        }));
        return id;
    }

    private void agreement(String visibility) {
        var id = UUID.randomUUID();
        stage.<Integer>ask(ask -> {
            ask.sql("""
                            insert into agreements.agreement (network, id, title, visibility, negotiated_on, offered_on, concluded_on)
                            values (platform.network(), ?, 'Vertrauliches', ?, '2024-01-01', '2024-01-02', '2024-02-01')
                            """).params(id, visibility).update();
            return ask.sql("""
                            insert into agreements.party (network, agreement, organisation, position)
                            values (platform.network(), :id, :one, 1), (platform.network(), :id, :other, 2)
                            """)
                    .param("id", id)
                    .param("one", handwerkskammer)
                    .param("other", volkshochschule)
                    .update();
        });
    }

    private void contribution() {
        stage.<Integer>ask(ask -> ask.sql("""
                        insert into exchange.contribution (network, giver, receiver, kind, effort, given_on, state, answered_at)
                        values (platform.network(), :one, :other, 'Räume geliehen', 3, '2026-05-01', 'CONFIRMED', now())
                        """)
                .param("one", handwerkskammer)
                .param("other", volkshochschule)
                .update());
    }

    private UUID member(String name) {
        var id = stage.organisation(name);
        stage.<Integer>ask(ask -> ask.sql("""
                        insert into directory.membership (network, organisation, status, valid_from)
                        values (platform.network(), ?, 'ACTIVE', '2020-01-01')
                        """).param(id).update());
        return id;
    }
}
