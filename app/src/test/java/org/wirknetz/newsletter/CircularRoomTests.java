package org.wirknetz.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Accounts;
import org.wirknetz.access.Role;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.directory.OrganisationsMerged;
import org.wirknetz.platform.AccountId;

/// Circulars: to whom, why, and how far they have come.
@RoomTest
class CircularRoomTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient db;

    @Autowired
    Cast cast;

    @Autowired
    Accounts accounts;

    private Cast.Stage stage;

    @BeforeEach
    void an_imprint() throws Exception {
        stage = cast.network();
        mvc.perform(post(stage.path("/mailing-lists/setting"))
                .with(stage.office())
                .with(csrf())
                .param("imprint", "Koordinierungsstelle Lindenfurt"));
    }

    private UUID member(String name) {
        var id = stage.organisation(name);
        stage.ask(any -> any.sql(
                        "insert into directory.membership (network, organisation, status) values (?, ?, 'ACTIVE')")
                .params(stage.network().value(), id)
                .update());
        return id;
    }

    private UUID speaker(UUID organisation, String name, @Nullable String address) {
        var id = UUID.randomUUID();
        stage.ask(any -> {
            any.sql("insert into directory.person (network, id, key, family_name, email) values (?, ?, ?, ?, ?)")
                    .params(stage.network().value(), id, id.toString(), name, address)
                    .update();
            return any.sql("insert into directory.mandate (network, person, organisation) values (?, ?, ?)")
                    .params(stage.network().value(), id, organisation)
                    .update();
        });
        return id;
    }

    private static String address() {
        return UUID.randomUUID().toString().substring(0, 8) + "@test.example";
    }

    private UUID written(org.springframework.test.web.servlet.request.RequestPostProcessor who, String group)
            throws Exception {
        mvc.perform(post(stage.path("/circulars"))
                        .with(who)
                        .with(csrf())
                        .param("topic", "Förderung")
                        .param("subject", "Neue Förderregeln")
                        .param("body", "Ab Januar gilt *Neues*.")
                        .param("group", group)
                        .param("withinDays", "7"))
                .andExpect(status().is3xxRedirection());
        return stage.ask(any -> any.sql("select id from newsletter.circular order by created_at desc limit 1")
                .query(UUID.class)
                .single());
    }

    private int mailsTo(String address) {
        return db.sql("select count(*) from platform.mail where recipient = ? and mailing is not null")
                .param(address)
                .query(Integer.class)
                .single();
    }

    @Test
    void it_goes_to_those_who_speak_for_members_and_says_whom_it_misses() throws Exception {
        var chamber = member("Handwerkskammer");
        var college = member("Volkshochschule");
        var office = member("Jobcenter");
        var jonas = address();
        speaker(chamber, "Weber", jonas);
        speaker(college, "Yıldız", null);
        var elena = Cast.signedIn(stage.sits("Elena Petrenko", Role.PARTNER_STAFF, chamber));
        var strangers = Cast.signedIn(stage.sits("Olga", Role.PARTNER_STAFF, stage.organisation("Fremde")));
        var circular = written(stage.office(), "");
        mvc.perform(get(stage.path("/circulars/" + circular)).with(elena)).andExpect(status().isNotFound());
        mvc.perform(get(stage.path("/circulars/" + circular)).with(stage.office()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Die Mail geht an eine Adresse; 2 erreicht sie nicht.")))
                .andExpect(content().string(containsString("spricht für Handwerkskammer")))
                .andExpect(content().string(containsString("Es ist keine Mailadresse bekannt")));
        mvc.perform(post(stage.path("/circulars/" + circular + "/dispatch"))
                        .with(stage.office())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(mailsTo(jonas)).isEqualTo(1);
        mvc.perform(get(stage.path("/circulars/" + circular)).with(strangers)).andExpect(status().isNotFound());
        mvc.perform(get(stage.path("/circulars/" + circular)).with(elena))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<em>Neues</em>")))
                .andExpect(content().string(not(containsString("Jobcenter"))));
        mvc.perform(post(stage.path("/circulars/" + circular + "/acknowledgement"))
                        .with(elena)
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get(stage.path("/circulars/" + circular)).with(stage.office()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("1 von 3 Organisationen haben innerhalb von 7 Tagen")))
                .andExpect(content().string(containsString("Jobcenter")));
        assertThat(stage.<List<UUID>>ask(any -> any.sql(
                                "select organisation from newsletter.acknowledgement_card where acknowledged_at is not null")
                        .query(UUID.class)
                        .list()))
                .containsExactly(chamber);
        assertThat(office).isNotNull();
    }

    @Test
    void whoever_objects_gets_no_more_and_is_named_among_those_missed() throws Exception {
        var chamber = member("Handwerkskammer");
        var account = stage.sits("Jonas Weber", Role.PARTNER_STAFF, chamber);
        var jonas = accounts.require(account).email();
        speaker(chamber, "Weber", jonas);
        mvc.perform(post(stage.path("/preferences/circulars"))
                        .with(Cast.signedIn(account))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        var circular = written(stage.office(), "");
        mvc.perform(get(stage.path("/circulars/" + circular)).with(stage.office()))
                .andExpect(content().string(containsString("will keine Rundschreiben")));
        mvc.perform(post(stage.path("/circulars/" + circular + "/dispatch"))
                        .with(stage.office())
                        .with(csrf()))
                .andExpect(status().isConflict());
        assertThat(mailsTo(jonas)).isZero();
    }

    @Test
    void the_lead_of_a_group_writes_to_that_group_and_to_no_other() throws Exception {
        var chamber = member("Handwerkskammer");
        var college = member("Volkshochschule");
        AccountId account = stage.sits("Jonas Weber", Role.GROUP_MEMBER, null);
        var lead = speaker(chamber, "Weber", accounts.require(account).email());
        var mehmet = address();
        var member = speaker(college, "Yıldız", mehmet);
        var own = group(lead, chamber, member, college);
        var other = group(speaker(college, "Roth", address()), college, member, college);
        var jonas = Cast.signedIn(account);
        mvc.perform(post(stage.path("/circulars"))
                        .with(jonas)
                        .with(csrf())
                        .param("topic", "Termine")
                        .param("subject", "An alle")
                        .param("body", "Text")
                        .param("withinDays", "7"))
                .andExpect(status().isForbidden());
        mvc.perform(post(stage.path("/circulars"))
                        .with(jonas)
                        .with(csrf())
                        .param("topic", "Termine")
                        .param("subject", "An die anderen")
                        .param("body", "Text")
                        .param("group", other.toString())
                        .param("withinDays", "7"))
                .andExpect(status().isForbidden());
        var circular = written(jonas, own.toString());
        mvc.perform(get(stage.path("/circulars/" + circular)).with(jonas))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Yıldız")))
                .andExpect(content().string(not(containsString(mehmet))));
        mvc.perform(post(stage.path("/circulars/" + circular + "/dispatch"))
                        .with(jonas)
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(mailsTo(mehmet)).isEqualTo(1);
    }

    @Test
    void when_two_cards_become_one_nothing_that_was_read_is_forgotten(
            @Autowired ApplicationEventPublisher facts, @Autowired TransactionTemplate transaction) throws Exception {
        var chamber = member("Handwerkskammer");
        var twin = member("HWK Falenau");
        speaker(chamber, "Weber", address());
        speaker(twin, "Roth", address());
        var circular = written(stage.office(), "");
        mvc.perform(post(stage.path("/circulars/" + circular + "/dispatch"))
                        .with(stage.office())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        stage.ask(any -> any.sql("update newsletter.target set acknowledged_at = now() where organisation = ?")
                .param(twin)
                .update());
        stage.inside(() -> transaction.executeWithoutResult(status -> facts.publishEvent(
                new OrganisationsMerged(stage.network(), new OrganisationId(chamber), new OrganisationId(twin)))));
        assertThat(stage.<List<UUID>>ask(any -> any.sql(
                                "select organisation from newsletter.acknowledgement_card where acknowledged_at is not null")
                        .query(UUID.class)
                        .list()))
                .containsExactly(chamber);
        assertThat(stage.<Integer>ask(any -> any.sql("select count(*) from newsletter.target where organisation = ?")
                        .param(twin)
                        .query(Integer.class)
                        .single()))
                .isZero();
    }

    private UUID group(UUID lead, UUID of, UUID member, UUID its) {
        var id = UUID.randomUUID();
        stage.ask(any -> {
            any.sql(
                            "insert into groups.body (network, id, name, kind, founded_on) values (?, ?, ?, 'WORKING_GROUP', ?)")
                    .params(stage.network().value(), id, "AG " + id, LocalDate.of(2026, 1, 1))
                    .update();
            any.sql(
                            "insert into groups.member (network, group_id, organisation, person, part, since) values (?, ?, ?, ?, 'LEAD', ?)")
                    .params(stage.network().value(), id, of, lead, LocalDate.of(2026, 1, 1))
                    .update();
            return any.sql(
                            "insert into groups.member (network, group_id, organisation, person, part, since) values (?, ?, ?, ?, 'MEMBER', ?)")
                    .params(stage.network().value(), id, its, member, LocalDate.of(2026, 1, 1))
                    .update();
        });
        return id;
    }
}
