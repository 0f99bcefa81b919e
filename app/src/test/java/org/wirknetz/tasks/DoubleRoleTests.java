package org.wirknetz.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;
import org.wirknetz.platform.Scope;

/// Who funds and is a partner, too, is named where money is decided on (C6.5).
@RoomTest
class DoubleRoleTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final String NOBODY = "Niemand, der bekanntermaßen mitentscheidet";

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Decisions decisions;

    @Autowired
    JdbcClient db;

    private Cast.Stage stage;
    private UUID ministry;
    private UUID school;
    private UUID group;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        ministry = stage.organisation("Ministerium für Arbeit");
        school = stage.organisation("Volkshochschule");
        group = UUID.randomUUID();
        stage.inside(() -> {
            db.sql("""
                            insert into directory.actor_group (network, id, key, name_de, name_en)
                            values (platform.network(), ?, 'MINISTRY', 'Ministerien', 'Ministries')
                            """).param(group).update();
            db.sql("""
                            insert into directory.organisation_group (network, organisation, actor_group)
                            values (platform.network(), ?, ?)
                            """).params(ministry, group).update();
        });
    }

    private void mark() throws Exception {
        mvc.perform(post(stage.path("/settings/directory/groups/" + group))
                        .with(stage.office())
                        .with(csrf())
                        .param("version", "1")
                        .param("nameDe", "Ministerien")
                        .param("funds", "true"))
                .andExpect(status().is3xxRedirection());
    }

    private UUID body(UUID member, String part, LocalDate until) {
        var id = UUID.randomUUID();
        stage.inside(() -> {
            db.sql("""
                            insert into groups.body (network, id, name, kind, founded_on, visibility)
                            values (platform.network(), ?, ?, 'WORKING_GROUP', '2025-01-01', 'NETWORK')
                            """).params(id, "Beirat " + id).update();
            db.sql("""
                            insert into groups.member (network, group_id, organisation, part, votes, since, until)
                            values (platform.network(), ?, ?, ?, ?, '2025-01-01', ?)
                            """).params(id, member, part, part.equals("MEMBER"), until).update();
        });
        return id;
    }

    private String page(@Nullable UUID body, boolean funding) throws Exception {
        var entry = new DecisionEntry(
                "Landesförderung", null, null, DAY, body, null, null, null, null, null, Disclosure.NETWORK, funding);
        var id = Scope.of(stage.network()).call(() -> decisions.record(entry));
        return mvc.perform(get(stage.path("/decisions/" + id.value())).with(stage.office()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void a_partner_of_the_body_that_also_funds_is_named_beside_a_decision_on_money() throws Exception {
        var beirat = body(ministry, "MEMBER", DAY.plusYears(1));
        assertThat(page(beirat, true)).contains(NOBODY);
        mark();
        assertThat(page(beirat, true))
                .contains("Ministerium für Arbeit entscheidet hier über Fördermittel mit")
                .contains("(Ministerien)")
                .doesNotContain(NOBODY);
        assertThat(page(beirat, false)).doesNotContain("Fördermittel");
    }

    @Test
    void whoever_is_a_guest_or_has_left_by_then_does_not_take_part() throws Exception {
        mark();
        assertThat(page(body(ministry, "GUEST", DAY.plusYears(1)), true)).contains(NOBODY);
        assertThat(page(body(ministry, "MEMBER", DAY), true)).contains(NOBODY);
        assertThat(page(body(school, "MEMBER", DAY.plusYears(1)), true)).contains(NOBODY);
    }

    @Test
    void without_a_body_all_active_members_of_that_day_take_part() throws Exception {
        mark();
        assertThat(page(null, true)).contains(NOBODY);
        stage.inside(() -> db.sql(
                        "insert into directory.membership (network, organisation, status) values (platform.network(), ?, 'ACTIVE')")
                .param(ministry)
                .update());
        assertThat(page(null, true)).contains("Ministerium für Arbeit entscheidet hier");
    }

    @Test
    void the_mark_is_set_on_the_form_and_kept() throws Exception {
        mvc.perform(post(stage.path("/decisions"))
                        .with(stage.office())
                        .with(csrf())
                        .param("title", "Antrag")
                        .param("decided", DAY.toString())
                        .param("funding", "true"))
                .andExpect(status().is3xxRedirection());
        var id = new DecisionId(stage.ask(
                it -> it.sql("select id from tasks.decision").query(UUID.class).single()));
        assertThat(Scope.of(stage.network()).call(() -> decisions.entry(id)).funding())
                .isTrue();
    }

    @Test
    void only_the_office_says_which_groups_fund() throws Exception {
        var admin = Cast.signedIn(stage.sits("Jonas Weber", Role.PARTNER_ADMIN, ministry));
        mvc.perform(post(stage.path("/settings/directory/groups/" + group))
                        .with(admin)
                        .with(csrf())
                        .param("version", "1")
                        .param("nameDe", "Ministerien")
                        .param("funds", "true"))
                .andExpect(status().isForbidden());
        boolean funds = stage.ask(it -> it.sql("select funds from directory.actor_group")
                .query(Boolean.class)
                .single());
        assertThat(funds).isFalse();
    }
}
