package org.wirknetz.equality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.directory.OrganisationsMerged;
import org.wirknetz.platform.NetworkId;

/// C4.1: a partner on the list is involved by what it did in twelve months. Today is 23 November 2026.
@RoomTest
class RelevantPartnersTests extends CountingRoom {

    @Autowired
    MoveEqualityOnMerge moves;

    private ResultActions send(String path, String... fields) throws Exception {
        var request = post(stage.path(path)).with(stage.office()).with(csrf());
        for (int n = 0; n < fields.length; n += 2) request.param(fields[n], fields[n + 1]);
        return mvc.perform(request);
    }

    private String page(String path, RequestPostProcessor who) throws Exception {
        return mvc.perform(get(stage.path(path)).with(who))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String page() throws Exception {
        return page("/equality/partners", stage.office());
    }

    private String listed(UUID organisation) throws Exception {
        send("/equality/partners", "organisation", organisation.toString()).andExpect(status().is3xxRedirection());
        UUID id = stage.ask(db -> db.sql("select id from equality.relevant_partner where organisation = ?")
                .param(organisation)
                .query(UUID.class)
                .single());
        return "/equality/partners/" + id;
    }

    private void write(String sql, @Nullable Object... values) {
        stage.ask(db -> db.sql(sql).params(values).update());
    }

    private void present(UUID organisation, String at) {
        var meeting = UUID.randomUUID();
        write("""
                insert into meetings.meeting (network, id, title, kind, starts_at, ends_at) values
                       (platform.network(), ?, 'Plenum am See', 'PLENARY', cast(? as timestamptz), cast(? as timestamptz) + interval '2 hours')
                """, meeting, at, at);
        write("""
                insert into meetings.attendance (network, meeting, name, organisation, presence) values
                       (platform.network(), ?, 'Olga Petrenko', ?, 'PRESENT')
                """, meeting, organisation);
    }

    private void tie(UUID from, UUID to, boolean mutual, @Nullable String until) {
        write("""
                insert into networkcheck.tie (network, from_organisation, to_organisation, kind, strength, source, valid_from, valid_to,
                                              from_confirmed_at, to_confirmed_at)
                values (platform.network(), ?, ?, 'COORDINATION', 3, 'DECLARED', '2025-01-01', cast(? as date), now(), case when ? then now() end)
                """, from, to, until, mutual);
    }

    @Test
    void work_of_twelve_months_makes_a_partner_involved_and_older_work_does_not() throws Exception {
        var council = listed(members.get(7));
        present(members.get(7), "2025-11-23T10:00:00Z");
        assertThat(page()).contains("0 von 1 relevanten Partnern").contains("nur auf der Liste");
        assertThat(page(council, stage.office())).contains("Mit Migrant*innenrat über die Mitarbeit sprechen");
        present(members.get(7), "2025-11-24T10:00:00Z");
        assertThat(page()).contains("1 von 1 relevanten Partnern").contains("relevant und beteiligt");
        assertThat(page(council, stage.office())).contains("Plenum am See", "einen Nachweis der Mitarbeit");
    }

    @Test
    void a_task_done_counts_and_one_that_is_open_does_not() throws Exception {
        listed(members.get(7));
        write("""
                insert into tasks.task (network, title, given_on, owner_organisation) values
                       (platform.network(), 'Leitfaden übersetzen', '2026-06-01', ?)
                """, members.get(7));
        assertThat(page()).contains("0 von 1 relevanten Partnern");
        write("update tasks.task set done_on = '2026-07-01'");
        assertThat(page()).contains("1 von 1 relevanten Partnern");
    }

    @Test
    void a_tie_counts_once_both_sides_confirm_it_and_while_it_lasts() throws Exception {
        listed(members.get(6));
        listed(members.get(7));
        tie(members.get(6), members.get(0), false, null);
        tie(members.get(1), members.get(7), true, "2025-11-23");
        assertThat(page()).contains("0 von 2 relevanten Partnern");
        write("update networkcheck.tie set to_confirmed_at = now(), valid_to = null");
        assertThat(page()).contains("2 von 2 relevanten Partnern");
    }

    @Test
    void to_be_represented_is_not_to_take_part() throws Exception {
        listed(members.get(7));
        var olga = UUID.randomUUID();
        write(
                "insert into directory.person (network, id, key, given_name, family_name) values (platform.network(), ?, 'olga', 'Olga', 'Petrenko')",
                olga);
        write("""
                insert into directory.mandate (network, person, organisation, kind, function) values
                       (platform.network(), ?, ?, 'REPRESENTS', 'Sprecherin')
                """, olga, members.get(7));
        assertThat(page()).contains("0 von 1 relevanten Partnern");
        write("update directory.mandate set kind = 'RESPONSIBLE'");
        assertThat(page()).contains("1 von 1 relevanten Partnern");
    }

    @Test
    void members_of_the_groups_are_proposed_until_the_office_has_decided() throws Exception {
        var group = UUID.randomUUID();
        write("""
                insert into directory.actor_group (network, id, key, name_de, name_en, position) values
                       (platform.network(), ?, 'MIGRANT_ORG', 'Migrantenorganisationen', 'Migrant organisations', 900)
                on conflict do nothing
                """, group);
        write("""
                insert into directory.organisation_group (network, organisation, actor_group)
                select platform.network(), ?, id from directory.actor_group where key = 'MIGRANT_ORG'
                """, members.get(7));
        assertThat(page()).contains("Vorschläge", "Migrant*innenrat");
        send("/equality/partners", "organisation", members.get(7).toString(), "relevant", "false");
        assertThat(page()).doesNotContain("Vorschläge").contains("Nicht relevant");
    }

    @Test
    void two_people_do_not_overwrite_each_other() throws Exception {
        var council = listed(members.get(7));
        send("/equality/partners", "organisation", members.get(7).toString()).andExpect(status().isConflict());
        send(council, "version", "1", "reason", "Elf Vereine").andExpect(status().is3xxRedirection());
        send(council, "version", "1", "relevant", "false").andExpect(status().isConflict());
        assertThat(page(council, stage.office())).contains("Elf Vereine");
    }

    @Test
    void partners_see_who_is_listed_and_not_what_they_did_and_funders_nothing() throws Exception {
        var council = listed(members.get(7));
        present(members.get(7), "2026-05-01T10:00:00Z");
        var partner = Cast.signedIn(stage.sits("Jobcenter", Role.PARTNER_STAFF, members.get(2)));
        assertThat(page("/equality/partners", partner))
                .contains("Migrant*innenrat")
                .doesNotContain("beteiligt</span>", "von 1 relevanten");
        mvc.perform(get(stage.path(council)).with(partner)).andExpect(status().isForbidden());
        var funder = Cast.signedIn(stage.sits("Förderstelle", Role.FUNDER, null));
        mvc.perform(get(stage.path("/equality/partners")).with(funder)).andExpect(status().isForbidden());
    }

    @Test
    void when_two_cards_become_one_it_stays_relevant() throws Exception {
        listed(members.get(7));
        send("/equality/partners", "organisation", members.get(6).toString(), "relevant", "false");
        stage.inside(() -> moves.moveRelevance(new OrganisationsMerged(
                new NetworkId(stage.network().value()),
                new OrganisationId(members.get(6)),
                new OrganisationId(members.get(7)))));
        assertThat(page()).contains("von 1 relevanten Partnern").contains("Frauen &amp; Beruf");
    }
}
