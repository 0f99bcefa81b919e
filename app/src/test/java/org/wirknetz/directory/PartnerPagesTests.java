package org.wirknetz.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;
import org.wirknetz.platform.Scope;

/// What the pages of the partners say and where they lead.
@RoomTest
class PartnerPagesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Organisations organisations;

    @Autowired
    ActorGroups groups;

    @Test
    void import_and_export_are_pages_of_the_administration() throws Exception {
        var stage = cast.network();
        var page = body(stage.path("/imports"), stage.office());
        assertThat(page)
                .contains("href=\"" + stage.path("/members") + "\" aria-current=\"page\">Verwaltung")
                .contains("href=\"" + stage.path("/imports") + "\" aria-current=\"page\">Import</a>")
                .contains("href=\"" + stage.path("/exports") + "\">Export</a>")
                .doesNotContain("Import &amp; Export");
        var school = stage.organisation("Volkshochschule");
        var admin = Cast.signedIn(stage.sits("Jonas Weber", Role.PARTNER_ADMIN, school));
        assertThat(body(stage.path("/members"), admin)).doesNotContain(stage.path("/imports"));
    }

    @Test
    void the_list_begins_with_a_sentence_and_marks_every_group_by_shape_and_colour() throws Exception {
        var stage = cast.network();
        var school = Scope.of(stage.network())
                .call(() -> organisations.register(OrganisationEntry.named("Volkshochschule")));
        var group = Scope.of(stage.network()).call(() -> groups.add("LEARNING", "Lernorte", "Places to learn"));
        stage.inside(() -> organisations.regroup(school, java.util.Set.of(group)));
        assertThat(body(stage.path("/organisations"), stage.office()))
                .contains("<p class=\"lead\">Ihr Netzwerk kennt eine Organisation.</p>")
                .containsPattern("<svg class=\"group-mark group-1\".*?</svg>Lernorte");
        assertThat(body(stage.path("/organisations?q=Caritas"), stage.office()))
                .contains("Keine Organisation passt zu Ihrer Auswahl.");
    }

    /// A network from a template lacks every role from its first minute.
    @Test
    void a_network_without_anybody_is_led_to_its_first_steps() throws Exception {
        var stage = cast.network();
        assertThat(body(stage.path(""), stage.office()))
                .contains(stage.path("/imports"))
                .doesNotContain("#gaps");
    }

    @Test
    void the_letter_names_three_people_and_counts_the_others_in_words() throws Exception {
        var stage = cast.network();
        stage.ask(db -> db.sql("""
                        insert into directory.person (network, key, given_name, family_name)
                        select platform.network(), 'p' || n, 'Olga', 'Petrenko ' || n from generate_series(1, 5) n
                        """).update());
        assertThat(body(stage.path(""), stage.office()))
                .contains("Olga Petrenko 1, Olga Petrenko 2, Olga Petrenko 3 und 2 weitere.")
                .doesNotContain("….");
    }

    @Test
    void who_may_not_enter_ties_is_not_offered_to() throws Exception {
        var stage = cast.network();
        stage.organisation("Handwerkskammer");
        var funder = Cast.signedIn(stage.sits("Stefan Thalheim", Role.FUNDER, null));
        assertThat(body(stage.path("/check"), stage.office())).contains(stage.path("/ties/new"));
        assertThat(body(stage.path("/check"), funder)).doesNotContain(stage.path("/ties"));
    }

    private String body(String path, RequestPostProcessor who) throws Exception {
        return mvc.perform(get(path).with(who)).andReturn().getResponse().getContentAsString();
    }
}
