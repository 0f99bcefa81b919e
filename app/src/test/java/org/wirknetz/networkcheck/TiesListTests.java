package org.wirknetz.networkcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;
import org.wirknetz.networkcheck.NewTie.SaidBy;
import org.wirknetz.platform.Scope;

/// The list of ties as a spreadsheet: columns, search, and what goes out.
@RoomTest
class TiesListTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Ties ties;

    private Cast.Stage stage;
    private UUID handwerkskammer;
    private UUID volkshochschule;
    private UUID jobcenter;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        handwerkskammer = member(stage, "Handwerkskammer");
        volkshochschule = member(stage, "Volkshochschule");
        jobcenter = member(stage, "Jobcenter");
    }

    @Test
    void chosen_columns_are_shown_kept_in_the_address_and_taken_along() throws Exception {
        tie(handwerkskammer, volkshochschule);
        mvc.perform(get(stage.path("/ties"))
                        .param("column", "note", "kind")
                        .param("sort", "-to")
                        .with(stage.office()))
                .andExpect(redirectedUrl(stage.path("/ties?sort=-to&columns=note,kind")));
        assertThat(body("/ties?columns=kind,note"))
                .contains("Bemerkung</th>")
                .doesNotContain("sort=strength", "Kooperationsform</th>");
        assertThat(body("/ties/export?columns=kind,note")).contains("Von;An;Art;Bemerkung\r\n");
        assertThat(body("/ties/export")).as("goes in again as it came out").contains("gegenseitig", "Kooperationsform");
    }

    @Test
    void the_search_knows_abbreviations_and_forgives_a_slip() throws Exception {
        tie(handwerkskammer, volkshochschule);
        tie(handwerkskammer, jobcenter);
        for (var typed : new String[] {"vhs", "volkshochschuhle", "volkshoch"}) {
            assertThat(body("/ties?q=" + typed))
                    .as(typed)
                    .contains("<td>Volkshochschule</td>")
                    .doesNotContain("<td>Jobcenter</td>");
        }
        assertThat(body("/ties?q=zirkus")).doesNotContain("<td>Volkshochschule</td>");
    }

    @Test
    void a_selection_goes_out_with_the_columns_and_the_order_of_the_list() throws Exception {
        var first = tie(handwerkskammer, volkshochschule);
        var second = tie(volkshochschule, jobcenter);
        tie(handwerkskammer, jobcenter);
        var chosen = mvc.perform(post(stage.path("/ties/selection/export"))
                        .with(stage.office())
                        .with(csrf())
                        .param(
                                "selected",
                                first.value().toString(),
                                second.value().toString())
                        .param("back", stage.path("/ties?columns=strength&sort=-from")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(chosen)
                .contains("Von;An;Stärke\r\nVolkshochschule;Jobcenter;2\r\nHandwerkskammer;Volkshochschule;2\r\n")
                .doesNotContain("Handwerkskammer;Jobcenter");
    }

    @Test
    void the_list_goes_out_exactly_as_it_is_shown_and_without_formulas() throws Exception {
        var cmd = member(stage, "=cmd|' /C calc'!A0");
        tie(cmd, volkshochschule);
        tie(handwerkskammer, jobcenter);
        mvc.perform(get(stage.path("/ties/export?q=volks")).with(stage.office()))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("-ties.csv")))
                .andExpect(content().string(containsString("Volkshochschule")))
                .andExpect(content().string(not(containsString("Jobcenter"))))
                .andExpect(content().string(not(containsString("\n=cmd"))));
    }

    @Test
    void the_note_of_a_tie_goes_out_to_those_who_may_change_it() throws Exception {
        mvc.perform(post(stage.path("/ties"))
                        .with(stage.office())
                        .with(csrf())
                        .param("from", handwerkskammer.toString())
                        .param("to", jobcenter.toString())
                        .param("kind", "REFERRAL")
                        .param("note", "vertraulich"))
                .andExpect(redirectedUrl(stage.path("/ties")));
        var own = Cast.signedIn(stage.sits("Aylin Demir", Role.PARTNER_ADMIN, jobcenter));
        var other = Cast.signedIn(stage.sits("Jonas Weber", Role.PARTNER_ADMIN, volkshochschule));
        mvc.perform(get(stage.path("/ties/export")).with(own))
                .andExpect(content().string(containsString("vertraulich")));
        mvc.perform(get(stage.path("/ties/export")).with(other))
                .andExpect(content().string(containsString("Jobcenter")))
                .andExpect(content().string(not(containsString("vertraulich"))));
    }

    private String body(String path) throws Exception {
        return mvc.perform(get(stage.path(path)).with(stage.office()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private TieId tie(UUID from, UUID to) {
        return Scope.of(stage.network())
                .call(() -> ties.declare(new NewTie(from, to, TieTerms.of("INFO", 2, false), SaidBy.FROM)));
    }

    private static UUID member(Cast.Stage stage, String name) {
        var organisation = stage.organisation(name);
        stage.ask(ask -> ask.sql(
                        "insert into directory.membership (network, organisation, status) values (?, ?, 'ACTIVE')")
                .params(stage.network().value(), organisation)
                .update());
        return organisation;
    }
}
