package org.wirknetz.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.NetworkFounded;
import org.wirknetz.access.Role;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;

@RoomTest
class PeopleRoomTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Organisations organisations;

    @Autowired
    People people;

    @Autowired
    Positions positions;

    @Autowired
    Mandates mandates;

    @Autowired
    ApplicationEventPublisher founding;

    @Test
    void a_partner_admin_adds_somebody_to_their_own_organisation_and_to_no_other() throws Exception {
        var stage = cast.network();
        var school = organisation(stage, "Volkshochschule");
        var agency = organisation(stage, "Jobcenter");
        var admin = Cast.signedIn(stage.sits("Jonas Weber", Role.PARTNER_ADMIN, school.value()));
        mvc.perform(post(stage.path("/people?organisation=" + school.value()))
                        .with(admin)
                        .with(csrf())
                        .param("family_name", "Roth")
                        .param("given_name", "Mina")
                        .param("kind", "REPRESENTS"))
                .andExpect(status().is3xxRedirection());
        mvc.perform(post(stage.path("/people?organisation=" + agency.value()))
                        .with(admin)
                        .with(csrf())
                        .param("family_name", "Eindringling"))
                .andExpect(status().isForbidden());
        assertThat(body(stage.path("/organisations/" + school.value()), admin)).contains("Mina Roth");
        assertThat(stage.<Integer>ask(db -> db.sql("select count(*) from directory.person")
                        .query(Integer.class)
                        .single()))
                .isEqualTo(1);
    }

    @Test
    void a_partner_admin_cannot_take_over_somebody_elses_person() throws Exception {
        var stage = cast.network();
        var school = organisation(stage, "Volkshochschule");
        var agency = organisation(stage, "Jobcenter");
        var theirs = person(stage, "Karim", "Haddad");
        inside(stage, () -> positions.open(theirs, agency, "Teamleitung", Level.LEADERSHIP, null, null));
        var admin = Cast.signedIn(stage.sits("Jonas Weber", Role.PARTNER_ADMIN, school.value()));
        mvc.perform(post(stage.path("/people/" + theirs.value() + "/posts"))
                        .with(admin)
                        .with(csrf())
                        .param("organisation", "Volkshochschule"))
                .andExpect(status().isForbidden());
        for (var path : new String[] {"", "/information", "/removal"}) {
            mvc.perform(post(stage.path("/people/" + theirs.value() + path))
                            .with(admin)
                            .with(csrf())
                            .param("version", "1")
                            .param("on", "2026-11-23")
                            .param("family_name", "Gekapert"))
                    .andExpect(status().isForbidden());
        }
        assertThat(Scope.of(stage.network())
                        .call(() -> people.entry(theirs))
                        .entry()
                        .name())
                .isEqualTo("Karim Haddad");
    }

    @Test
    void a_funder_reads_no_people_anywhere() throws Exception {
        var stage = cast.network();
        var agency = organisation(stage, "Jobcenter");
        var person = person(stage, "Karim", "Haddad");
        inside(stage, () -> positions.open(person, agency, "", null, null, null));
        var funder = Cast.signedIn(stage.sits("Ute Land", Role.FUNDER, null));
        mvc.perform(get(stage.path("/people")).with(funder)).andExpect(status().isForbidden());
        mvc.perform(get(stage.path("/people.csv")).with(funder)).andExpect(status().isForbidden());
        mvc.perform(get(stage.path("/people/" + person.value())).with(funder)).andExpect(status().isForbidden());
        for (var path : new String[] {
            "/organisations?columns=contact,people", "/organisations/" + agency.value(), "/search?q=Haddad"
        }) {
            assertThat(body(stage.path(path), funder)).doesNotContain("Karim");
        }
    }

    @Test
    void who_left_is_found_by_the_office_and_by_nobody_else() throws Exception {
        var stage = cast.network();
        var agency = organisation(stage, "Jobcenter");
        var person = person(stage, "Karim", "Haddad");
        var position = Scope.of(stage.network())
                .call(() -> positions.open(person, agency, "", null, LocalDate.of(2024, 1, 1), null));
        var staff = Cast.signedIn(stage.sits("Mina Roth", Role.PARTNER_STAFF, agency.value()));
        assertThat(body(stage.path("/search?q=haddad"), staff)).contains("Karim Haddad");
        inside(stage, () -> positions.end(position, TODAY));
        mvc.perform(get(stage.path("/people/" + person.value())).with(staff)).andExpect(status().isNotFound());
        assertThat(body(stage.path("/people"), staff)).doesNotContain("Haddad");
        assertThat(body(stage.path("/search?q=haddad"), staff)).doesNotContain("Karim");
        assertThat(body(stage.path("/organisations/" + agency.value() + "?asOf=2024-06-01"), staff))
                .doesNotContain("Haddad");
        assertThat(body(stage.path("/people?standing=former"), stage.office())).contains("Haddad");
        assertThat(body(stage.path("/search?q=haddad"), stage.office())).contains("Karim Haddad");
        assertThat(body(stage.path("/organisations/" + agency.value() + "?asOf=2024-06-01"), stage.office()))
                .contains("Karim Haddad");
    }

    @Test
    void an_end_that_is_noted_is_not_rewritten_in_silence() {
        var stage = cast.network();
        var agency = organisation(stage, "Jobcenter");
        var person = person(stage, "Karim", "Haddad");
        Scope.of(stage.network()).run(() -> {
            var mandate = mandates.open(
                    person,
                    agency,
                    MandateKind.REPRESENTS,
                    "",
                    null,
                    LocalDate.of(2024, 1, 1),
                    LocalDate.of(2025, 1, 1));
            assertThat(refusal(() -> mandates.end(mandate, TODAY))).isEqualTo("directory.post.ended");
            mandates.correctEnd(mandate, LocalDate.of(2025, 2, 1));
            assertThat(refusal(() -> mandates.correctEnd(mandate, LocalDate.of(2023, 1, 1))))
                    .isEqualTo("directory.interval.empty");
        });
        assertThat(stage.<String>ask(db -> db.sql("select valid_to::text from directory.mandate")
                        .query(String.class)
                        .single()))
                .isEqualTo("2025-02-01");
    }

    @Test
    void search_bears_umlauts_typos_abbreviations_inflection_and_former_names() throws Exception {
        var stage = cast.network();
        var chamber = organisation(stage, "Industrie- und Handelskammer Lindenfurt");
        organisation(stage, "Bürgerhäuser Kupferland");
        organisation(stage, "Landesverband der Volkshochschulen");
        inside(stage, () -> organisations.rename(chamber, "Industrie- und Handelskammer Falenau", TODAY));
        var who = stage.office();
        assertThat(body(stage.path("/search?q=IHK"), who)).contains("Handelskammer Falenau");
        assertThat(body(stage.path("/search?q=buergerhaus"), who)).contains("Bürgerhäuser");
        assertThat(body(stage.path("/search?q=Volkhochschule"), who)).contains("Volkshochschulen");
        assertThat(body(stage.path("/search?q=handelskammer lindenfurt"), who)).contains("Handelskammer Falenau");
        mvc.perform(get(stage.path("/search?q=hochschul")).with(who).header("HX-Request", "true"))
                .andExpect(content().string(containsString("Volkshochschulen")))
                .andExpect(content().string(not(containsString("<html"))));
        assertThat(body(stage.path("/search?q=%25"), who)).doesNotContain("Kupferland");
    }

    @Test
    void the_office_notes_that_somebody_was_informed() throws Exception {
        var stage = cast.network();
        var person = person(stage, "Karim", "Haddad");
        assertThat(body(stage.path(""), stage.office())).contains("Karim Haddad");
        mvc.perform(post(stage.path("/people/" + person.value() + "/information"))
                        .with(stage.office())
                        .with(csrf())
                        .param("on", "2026-11-23"))
                .andExpect(status().is3xxRedirection());
        assertThat(body(stage.path(""), stage.office())).doesNotContain("Karim Haddad");
    }

    @Test
    void a_template_becomes_the_first_target_and_its_gaps_are_named() throws Exception {
        var stage = cast.network();
        mvc.perform(get(stage.path("/targets")).with(stage.office())).andExpect(status().isOk());
        mvc.perform(post(stage.path("/targets/template"))
                        .with(stage.office())
                        .with(csrf())
                        .param("template", "nachqualifizierung"))
                .andExpect(status().is3xxRedirection());
        assertThat(body(stage.path("/targets"), stage.office())).contains("0 von 14 Rollen besetzt");
        mvc.perform(post(stage.path("/organisations"))
                        .with(stage.office())
                        .with(csrf())
                        .param("name", "Handwerkskammer Falenau")
                        .param("ask", "true")
                        .param(
                                "groups",
                                stage.<String>ask(db -> db.sql(
                                                "select id::text from directory.actor_group where key = 'CHAMBER_HWK'")
                                        .query(String.class)
                                        .single())))
                .andExpect(status().is3xxRedirection());
        assertThat(stage.<String>ask(db -> db.sql("select status from directory.membership")
                        .query(String.class)
                        .single()))
                .isEqualTo("ASKED");
        stage.ask(db ->
                db.sql("update directory.membership set status = 'ACTIVE'").update());
        assertThat(body(stage.path("/targets"), stage.office())).contains("1 von 14 Rollen besetzt");
        var staff = Cast.signedIn(stage.sits("Mina Roth", Role.GROUP_MEMBER, null));
        mvc.perform(post(stage.path("/targets/template"))
                        .with(staff)
                        .with(csrf())
                        .param("template", "neutral"))
                .andExpect(status().isForbidden());
    }

    @Test
    void a_network_begins_with_what_its_template_holds() {
        var stage = cast.network();
        stage.inside(() -> founding.publishEvent(new NetworkFounded(stage.network(), "thueringen-2009")));
        assertThat(stage.<Integer>ask(db -> db.sql("select count(*) from directory.target_role")
                        .query(Integer.class)
                        .single()))
                .isEqualTo(9);
    }

    private OrganisationId organisation(Cast.Stage stage, String name) {
        return Scope.of(stage.network()).call(() -> organisations.register(OrganisationEntry.named(name)));
    }

    private PersonId person(Cast.Stage stage, String given, String family) {
        return Scope.of(stage.network()).call(() -> people.register(PersonEntry.named(given, family)));
    }

    private static void inside(Cast.Stage stage, Runnable work) {
        stage.inside(work);
    }

    private static String refusal(Runnable work) {
        try {
            work.run();
            return "";
        } catch (Refused refused) {
            return refused.key();
        }
    }

    private String body(String path, RequestPostProcessor who) throws Exception {
        return mvc.perform(get(path).with(who)).andReturn().getResponse().getContentAsString();
    }
}
