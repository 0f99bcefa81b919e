package org.wirknetz.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;
import org.wirknetz.platform.Scope;

/// From a proposal to a mail to both, and what came of it; and interests that ally or oppose.
@RoomTest
@RecordApplicationEvents
class IntroductionsTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Listings listings;

    @Autowired
    JdbcClient db;

    @Autowired
    ApplicationEvents events;

    private Cast.Stage stage;
    private UUID volkshochschule;
    private UUID jobcenter;
    private UUID need;
    private UUID offer;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        volkshochschule = stage.organisation("Volkshochschule");
        jobcenter = stage.organisation("Jobcenter");
        need = listed(jobcenter, Sort.NEED, "Gruppenraum am Abend", true);
        offer = listed(volkshochschule, Sort.RESOURCE, "Gruppenraum am Fluss", true);
        speaker(jobcenter, "Timo", "timo" + stage.slug() + "@jobcenter.example");
        speaker(volkshochschule, "Olga", "olga" + stage.slug() + "@vhs.example");
    }

    @Test
    void one_click_drafts_the_mail_the_office_sends_it_to_both_and_notes_what_came_of_it() throws Exception {
        web.perform(get(stage.path("/needs/" + need)).with(stage.office()))
                .andExpect(content().string(containsString("Bekannt machen")));
        var path = drafted();
        for (var language : List.of("de", "en"))
            web.perform(get(path).with(stage.office()).cookie(new Cookie("lang", language)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("Gruppenraum am Fluss")))
                    .andExpect(content().string(not(containsString("?exchange."))));
        assertThat(mails()).as("a draft is no mail").isZero();
        web.perform(post(path + "/dispatch")
                        .with(stage.office())
                        .with(csrf())
                        .param("version", "1")
                        .param("subject", "Zwei Räume")
                        .param("body", "Guten Tag")
                        .param(
                                "to",
                                "timo" + stage.slug() + "@jobcenter.example",
                                "olga" + stage.slug() + "@vhs.example",
                                "fremd@elsewhere.example"))
                .andExpect(status().is3xxRedirection());
        assertThat(mails()).as("the two, and nobody who was smuggled in").isEqualTo(2);
        web.perform(get(path).with(stage.office()))
                .andExpect(content().string(containsString("Dieser Server versendet keine E-Mails")))
                .andExpect(content().string(containsString("Die Mail wartet im Ausgang.")))
                .andExpect(content().string(containsString("Zwei Räume\n\nGuten Tag</textarea>")))
                .andExpect(content().string(not(containsString("Die Mail ist versandt"))));
        web.perform(post(path + "/outcome").with(stage.office()).with(csrf()).param("helped", "true"))
                .andExpect(status().is3xxRedirection());
        assertThat(events.stream(IntroductionMade.class).map(IntroductionMade::helped))
                .containsExactly(false, true);
        web.perform(post(path + "/dispatch")
                        .with(stage.office())
                        .with(csrf())
                        .param("version", "3")
                        .param("subject", "Noch einmal")
                        .param("body", "Guten Tag")
                        .param("to", "timo" + stage.slug() + "@jobcenter.example"))
                .andExpect(status().isConflict());
        assertThat(mails()).isEqualTo(2);
    }

    @Test
    void a_draft_is_the_offices_alone() throws Exception {
        var path = drafted();
        var account = stage.sits("Olga Petrenko", Role.PARTNER_ADMIN, volkshochschule);
        var olga = Cast.signedIn(account);
        web.perform(get(path).with(olga)).andExpect(status().isForbidden());
        web.perform(post(stage.path("/introductions"))
                        .with(olga)
                        .with(csrf())
                        .param("need", need.toString())
                        .param("offer", offer.toString()))
                .andExpect(status().isForbidden());
        int seen = Scope.of(stage.network(), account)
                .call(() -> db.sql("select count(*) from exchange.introduction")
                        .query(Integer.class)
                        .single());
        assertThat(seen).isZero();
    }

    @Test
    void equal_interests_are_counted_and_opposing_ones_told_to_the_office_only() throws Exception {
        var caritas = stage.organisation("Caritasverband");
        var mine = listed(jobcenter, Sort.INTEREST, "Prüfungstermine am Samstag", true);
        listed(volkshochschule, Sort.INTEREST, "Prüfungen auch am Samstag", true);
        listed(caritas, Sort.INTEREST, "Prüfungstermine am Samstag", false);
        web.perform(get(stage.path("/interests/" + mine)).with(stage.office()))
                .andExpect(content().string(containsString("2 Organisationen teilen dieses Interesse.")))
                .andExpect(content().string(containsString("Dagegen stehen: Caritasverband.")));
        var olga = Cast.signedIn(stage.sits("Olga Petrenko", Role.PARTNER_STAFF, volkshochschule));
        web.perform(get(stage.path("/interests/" + mine)).with(olga))
                .andExpect(content().string(containsString("2 Organisationen teilen dieses Interesse.")))
                .andExpect(content().string(not(containsString("Dagegen stehen"))));
    }

    private String drafted() throws Exception {
        return java.util.Objects.requireNonNull(web.perform(post(stage.path("/introductions"))
                        .with(stage.office())
                        .with(csrf())
                        .param("need", need.toString())
                        .param("offer", offer.toString()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    private UUID listed(UUID organisation, Sort sort, String title, boolean forIt) {
        return Scope.of(stage.network())
                .call(() -> listings.publish(
                        organisation,
                        new ListingTerms(sort, title, "", "", null, "", null, null, null, Visibility.NETWORK, forIt)))
                .value();
    }

    private void speaker(UUID organisation, String name, String email) {
        stage.inside(() -> {
            var person = UUID.randomUUID();
            db.sql("insert into directory.person (network, id, key, family_name, email) values (?, ?, ?, ?, ?)")
                    .params(stage.network().value(), person, person.toString(), name, email)
                    .update();
            db.sql("insert into directory.mandate (network, person, organisation, kind) values (?, ?, ?, 'REPRESENTS')")
                    .params(stage.network().value(), person, organisation)
                    .update();
        });
    }

    private int mails() {
        return db.sql("select count(*) from platform.mail where recipient like ?")
                .param("%" + stage.slug() + "%")
                .query(Integer.class)
                .single();
    }
}
