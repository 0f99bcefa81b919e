package org.wirknetz.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.StatementCount;
import org.wirknetz.access.Role;
import org.wirknetz.platform.Scope;

/// People as a spreadsheet: ordered, narrowed, changed in place, several at once, kept and taken along.
@RoomTest
class ListRoomTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    People people;

    @Autowired
    Positions positions;

    private Cast.Stage stage;
    private OrganisationId school;
    private PersonId olga;
    private PersonId jonas;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        school = new OrganisationId(stage.organisation("Volkshochschule"));
        olga = person("Olga", "Petrenko", "a.petrenko@vhs.example");
        jonas = person("Jonas", "Weber", "z.weber@vhs.example");
    }

    @Test
    void people_are_ordered_by_any_column_both_ways() throws Exception {
        assertThat(body("/people")).containsSubsequence("Petrenko, Olga", "Weber, Jonas");
        assertThat(body("/people?sort=-name")).containsSubsequence("Weber, Jonas", "Petrenko, Olga");
        assertThat(body("/people?sort=-email"))
                .contains("aria-sort=\"descending\"")
                .containsSubsequence("Weber, Jonas", "Petrenko, Olga");
    }

    @Test
    void chosen_columns_are_shown_and_exactly_these_are_taken_along() throws Exception {
        mvc.perform(get(stage.path("/people"))
                        .param("column", "email", "languages")
                        .with(stage.office()))
                .andExpect(redirectedUrl(stage.path("/people?columns=email%2Clanguages")));
        assertThat(body("/people?columns=email,languages"))
                .contains("Sprachen</th>")
                .doesNotContain("Telefon</th>");
        var csv = body("/people.csv?columns=email,languages&sort=-name");
        assertThat(csv)
                .contains("Name;E-Mail;Sprachen")
                .containsSubsequence("Weber, Jonas", "Petrenko, Olga")
                .doesNotContain("Telefon");
        assertThat(body("/people.vcf")).contains("FN:Olga Petrenko", "EMAIL:a.petrenko@vhs.example");
        var chosen = mvc.perform(post(stage.path("/people/selection/export"))
                        .with(stage.office())
                        .with(csrf())
                        .param("selected", jonas.value().toString())
                        .param("back", stage.path("/people?columns=email")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(chosen).contains("Name;E-Mail\r\n").contains("Weber").doesNotContain("Petrenko");
    }

    @Test
    void the_search_of_a_list_knows_abbreviations_and_forgives_a_slip() throws Exception {
        stage.organisation("Jobcenter Kupferland");
        assertThat(body("/organisations?q=vhs")).contains("Volkshochschule</a>").doesNotContain("Jobcenter");
        assertThat(body("/organisations?q=volkshochschuhle"))
                .contains("Volkshochschule</a>")
                .doesNotContain("Jobcenter");
        assertThat(body("/organisations?q=jobcentre")).contains("Jobcenter Kupferland</a>");
        assertThat(body("/people?q=petrenka")).contains("Petrenko, Olga").doesNotContain("Weber, Jonas");
        assertThat(body("/organisations?q=zirkus")).doesNotContain("Volkshochschule</a>", "Jobcenter");
        assertThat(body("/organisations.csv?q=volkshochschuhle")).contains("Volkshochschule");
    }

    @Test
    void a_selection_of_organisations_goes_out_as_the_list_shows_it() throws Exception {
        var centre = stage.organisation("Jobcenter");
        stage.organisation("Caritasverband");
        var chosen = mvc.perform(post(stage.path("/organisations/selection/export"))
                        .with(stage.office())
                        .with(csrf())
                        .param("selected", school.value().toString(), centre.toString())
                        .param("back", stage.path("/organisations?columns=key%2Ccity&sort=-name")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(chosen)
                .contains("Name;Schlüssel;Ort\r\n")
                .containsSubsequence("Volkshochschule", "Jobcenter")
                .doesNotContain("Caritasverband", "E-Mail");
    }

    @Test
    void the_offices_columns_are_not_for_partners() throws Exception {
        var admin = Cast.signedIn(stage.sits("Miriam Hartwig", Role.PARTNER_ADMIN, school.value()));
        var page = body("/people?columns=email,source,informed_on", admin);
        assertThat(page).contains("E-Mail").doesNotContain("Quelle", "informiert am", "data-edit");
    }

    @Test
    void a_cell_is_changed_in_place_and_a_wrong_one_is_refused() throws Exception {
        var cell = stage.path("/people/" + olga.value() + "/fields/phone");
        mvc.perform(post(cell)
                        .with(stage.office())
                        .with(csrf())
                        .header("HX-Request", "true")
                        .param("version", "1")
                        .param("value", " 030 23125-7 "))
                .andExpect(status().isOk());
        assertThat(body("/people")).contains("<span>030 23125-7</span>");
        mvc.perform(post(cell)
                        .with(stage.office())
                        .with(csrf())
                        .param("version", "2")
                        .param("value", "unbekannt"))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(post(cell)
                        .with(stage.office())
                        .with(csrf())
                        .param("version", "2")
                        .param("value", ""))
                .andExpect(status().is3xxRedirection());
        assertThat(body("/people")).doesNotContain("030 23125-7");
        var staff = Cast.signedIn(stage.sits("Karim Haddad", Role.PARTNER_STAFF, school.value()));
        mvc.perform(post(cell).with(staff).with(csrf()).param("version", "3").param("value", "1"))
                .andExpect(status().isForbidden());
        mvc.perform(get(stage.path("/people/" + olga.value() + "/fields/note")).with(stage.office()))
                .andExpect(status().isNotFound());
    }

    @Test
    void several_people_are_noted_as_informed_at_once_by_the_office_alone() throws Exception {
        var admin = Cast.signedIn(stage.sits("Miriam Hartwig", Role.PARTNER_ADMIN, school.value()));
        inform(admin).andExpect(status().isForbidden());
        assertThat(informed()).isZero();
        inform(stage.office()).andExpect(redirectedUrl(stage.path("/people?gap=uninformed")));
        assertThat(informed()).isEqualTo(2);
        assertThat(body("/people?gap=uninformed")).contains("Keine Person passt zu Ihrer Auswahl.");
    }

    @Test
    void a_view_of_each_list_is_kept_opened_and_forgotten_by_its_owner_alone() throws Exception {
        for (var list : new String[] {"organisations", "people", "ties"}) {
            mvc.perform(post(stage.path("/" + list + "/views"))
                            .with(stage.office())
                            .with(csrf())
                            .param("name", "Meine Liste")
                            .param("query", "q=vhs"))
                    .andExpect(redirectedUrl(stage.path("/" + list + "?q=vhs")));
            assertThat(body("/" + list + "?q=vhs"))
                    .contains("href=\"" + stage.path("/" + list + "?q=vhs") + "\">Meine Liste</a>");
            var admin = Cast.signedIn(stage.sits("Miriam Hartwig", Role.PARTNER_ADMIN, school.value()));
            assertThat(body("/" + list + "?q=vhs", admin)).doesNotContain("Meine Liste");
            var view = stage.<String>ask(db -> db.sql("select id::text from directory.saved_view where page = ?")
                    .param(list)
                    .query(String.class)
                    .single());
            var removal = stage.path("/" + list + "/views/" + view + "/removal");
            mvc.perform(post(removal).with(admin).with(csrf()));
            assertThat(body("/" + list + "?q=vhs")).contains("Meine Liste</a>");
            mvc.perform(post(removal).with(stage.office()).with(csrf()));
            assertThat(body("/" + list + "?q=vhs")).doesNotContain("Meine Liste</a>");
        }
    }

    @Test
    void the_list_asks_no_more_for_fifty_people_than_for_two() throws Exception {
        var few = StatementCount.during(() -> body("/people"));
        for (int number = 0; number < 40; number++) person("Karim", "Haddad " + number, "k" + number + "@vhs.example");
        assertThat(StatementCount.during(() -> body("/people"))).hasSameSizeAs(few);
    }

    private org.springframework.test.web.servlet.ResultActions inform(RequestPostProcessor who) throws Exception {
        return mvc.perform(post(stage.path("/people/selection/information"))
                .with(who)
                .with(csrf())
                .param("selected", olga.value().toString(), jonas.value().toString())
                .param("on", LocalDate.of(2026, 1, 1).toString())
                .param("back", stage.path("/people?gap=uninformed")));
    }

    private int informed() {
        return stage.ask(db -> db.sql("select count(*) from directory.person where informed_on is not null")
                .query(Integer.class)
                .single());
    }

    private PersonId person(String given, String family, String email) {
        return Scope.of(stage.network()).call(() -> {
            var id = people.register(PersonEntry.named(given, family).with(PersonField.EMAIL, email));
            positions.open(id, school, "Fachbereichsleitung", null, null, null);
            return id;
        });
    }

    private String body(String path) throws Exception {
        return body(path, stage.office());
    }

    private String body(String path, RequestPostProcessor who) throws Exception {
        return mvc.perform(get(stage.path(path)).with(who))
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }
}
