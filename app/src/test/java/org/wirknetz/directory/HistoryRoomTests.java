package org.wirknetz.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;
import org.wirknetz.platform.Scope;

/// A card tells who changed what, from what to what, and nobody more than they see on the card.
@RoomTest
class HistoryRoomTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Organisations organisations;

    @Autowired
    People people;

    @Autowired
    Mandates mandates;

    private Cast.Stage stage;
    private OrganisationId school;
    private String path;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        school = Scope.of(stage.network())
                .call(() -> organisations.register(OrganisationEntry.named("Volkshochschule")));
        path = stage.path("/organisations/" + school.value());
    }

    @Test
    void a_changed_field_shows_what_it_was_what_it_is_and_who_did_it() throws Exception {
        correct("phone", "1", "030 23125-100");
        correct("phone", "2", "030 23125-200");
        assertThat(history(path, stage.office()))
                .contains("Karte geändert von Aylin Demir")
                .contains("Telefon vorher: 030 23125-100 → nachher: 030 23125-200")
                .contains("Telefon vorher: leer → nachher: 030 23125-100");
    }

    @Test
    void the_offices_own_fields_stay_with_the_office_in_the_history_too() throws Exception {
        correct("note", "1", "schwierige Zeit");
        correct("note", "2", "wieder gut");
        correct("city", "3", "Lindenfurt");
        var admin = Cast.signedIn(stage.sits("Jonas Weber", Role.PARTNER_ADMIN, school.value()));
        assertThat(history(path, stage.office())).contains("schwierige Zeit → nachher: wieder gut");
        assertThat(history(path, admin))
                .contains("Ort vorher: leer → nachher: Lindenfurt")
                .doesNotContain("schwierige Zeit", "wieder gut", "Notiz");
    }

    @Test
    void what_was_ended_and_what_was_taken_away_names_whom_it_concerned() throws Exception {
        var olga = person("Olga", "Petrenko");
        var kept = Scope.of(stage.network())
                .call(() -> mandates.open(
                        olga, school, MandateKind.LEADS, "AG Module", null, LocalDate.of(2026, 1, 1), null));
        var mistaken = Scope.of(stage.network())
                .call(() -> mandates.open(olga, school, MandateKind.RESPONSIBLE, "Finanzen", null, null, null));
        stage.inside(() -> mandates.end(kept, LocalDate.of(2026, 6, 1)));
        stage.inside(() -> mandates.withdraw(mistaken));
        assertThat(history(path, stage.office()))
                .containsPattern(
                        "Beauftragung geändert: Olga Petrenko · [^·]+ · AG Module bis vorher: leer → nachher: 01.06.2026")
                .containsPattern("Beauftragung entfernt: Olga Petrenko · [^·]+ · Finanzen");
    }

    @Test
    void who_left_is_not_named_to_the_partner() throws Exception {
        var olga = person("Olga", "Petrenko");
        var mandate = Scope.of(stage.network())
                .call(() -> mandates.open(
                        olga, school, MandateKind.LEADS, "AG Module", null, LocalDate.of(2026, 1, 1), null));
        var admin = Cast.signedIn(stage.sits("Jonas Weber", Role.PARTNER_ADMIN, school.value()));
        assertThat(history(path, admin)).contains("Olga Petrenko");
        stage.inside(() -> mandates.end(mandate, LocalDate.of(2026, 6, 1)));
        assertThat(history(path, admin)).contains("nicht mehr zu sehen").doesNotContain("Petrenko");
    }

    private void correct(String field, String version, String value) throws Exception {
        mvc.perform(post(path + "/fields/" + field)
                .with(stage.office())
                .with(csrf())
                .param("version", version)
                .param("value", value));
    }

    private PersonId person(String given, String family) {
        return Scope.of(stage.network()).call(() -> people.register(PersonEntry.named(given, family)));
    }

    /// The words of the history, as somebody hears them.
    private String history(String path, RequestPostProcessor who) throws Exception {
        var page = mvc.perform(get(path).with(who)).andReturn().getResponse().getContentAsString();
        var timeline = page.substring(page.indexOf("<ol class=\"timeline\">"));
        return timeline.substring(0, timeline.indexOf("</ol>"))
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ")
                .replace(" : ", ": ");
    }
}
