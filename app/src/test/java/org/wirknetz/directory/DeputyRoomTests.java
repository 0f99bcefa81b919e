package org.wirknetz.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;
import org.wirknetz.platform.Scope;

/// A mandate has somebody who steps in, chosen among those who work for the same organisation.
@RoomTest
class DeputyRoomTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    People people;

    @Autowired
    Positions positions;

    @Autowired
    Mandates mandates;

    private Cast.Stage stage;
    private PersonId jonas;
    private PersonId olga;
    private String page;
    private String deputy;
    private RequestPostProcessor admin;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        var chamber = new OrganisationId(stage.organisation("Handwerkskammer"));
        var school = new OrganisationId(stage.organisation("Volkshochschule"));
        jonas = person("Jonas", "Weber");
        olga = person("Olga", "Petrenko");
        var karim = person("Karim", "Haddad");
        stage.inside(() -> {
            positions.open(olga, chamber, "Referentin", null, null, null);
            positions.open(karim, school, "Fachbereichsleitung", null, null, null);
        });
        var mandate = Scope.of(stage.network())
                .call(() -> mandates.open(jonas, chamber, MandateKind.LEADS, "AG Module", null, null, null));
        page = stage.path("/people/" + jonas.value());
        deputy = page + "/mandates/" + mandate.value() + "/deputy";
        admin = Cast.signedIn(stage.sits("Miriam Hartwig", Role.PARTNER_ADMIN, chamber.value()));
    }

    @Test
    void colleagues_are_offered_and_one_is_appointed_and_dismissed() throws Exception {
        assertThat(body(admin))
                .contains("Stellvertretung ernennen", "Olga Petrenko</option>")
                .doesNotContain("Karim Haddad</option>");
        mvc.perform(post(deputy)
                        .with(admin)
                        .with(csrf())
                        .param("deputy", olga.value().toString()))
                .andExpect(status().is3xxRedirection());
        assertThat(body(admin)).contains("Stellvertretung: Olga Petrenko", "Stellvertretung ändern");
        mvc.perform(post(deputy).with(admin).with(csrf()).param("deputy", "")).andExpect(status().is3xxRedirection());
        assertThat(body(admin)).doesNotContain("Stellvertretung: Olga Petrenko");
    }

    @Test
    void of_two_who_choose_at_once_the_second_is_told() throws Exception {
        var seen = seen();
        mvc.perform(post(deputy)
                        .with(admin)
                        .with(csrf())
                        .param("seen", seen)
                        .param("deputy", olga.value().toString()))
                .andExpect(status().is3xxRedirection());
        var late = mvc.perform(post(deputy)
                        .with(admin)
                        .with(csrf())
                        .param("seen", seen)
                        .param("deputy", ""))
                .andExpect(status().isConflict())
                .andReturn();
        assertThat(late.getResponse().getContentAsString()).contains("inzwischen");
        assertThat(body(admin)).contains("Stellvertretung: Olga Petrenko");
        mvc.perform(post(deputy).with(admin).with(csrf()).param("seen", seen()).param("deputy", ""))
                .andExpect(status().is3xxRedirection());
    }

    private String seen() throws Exception {
        var mark = java.util.regex.Pattern.compile("name=\"seen\" value=\"([0-9a-f]*)\"")
                .matcher(body(admin));
        assertThat(mark.find()).isTrue();
        return mark.group(1);
    }

    @Test
    void nobody_from_elsewhere_appoints_anybody() throws Exception {
        var elsewhere =
                Cast.signedIn(stage.sits("Stefan Thalheim", Role.PARTNER_ADMIN, stage.organisation("Jobcenter")));
        mvc.perform(post(deputy)
                        .with(elsewhere)
                        .with(csrf())
                        .param("deputy", olga.value().toString()))
                .andExpect(status().isForbidden());
        assertThat(body(elsewhere)).doesNotContain("<option");
    }

    private PersonId person(String given, String family) {
        return Scope.of(stage.network()).call(() -> people.register(PersonEntry.named(given, family)));
    }

    private String body(RequestPostProcessor who) throws Exception {
        return mvc.perform(get(page).with(who)).andReturn().getResponse().getContentAsString();
    }
}
