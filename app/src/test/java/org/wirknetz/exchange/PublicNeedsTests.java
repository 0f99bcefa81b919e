package org.wirknetz.exchange;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.directory.PublicDirectory;
import org.wirknetz.directory.PublicPart;

/// What everybody may know of needs: numbers from a threshold on, words of the vocabulary, no names.
@RoomTest
class PublicNeedsTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    PublicDirectory open;

    private Cast.Stage stage;
    private String path;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        path = "/n/" + stage.slug() + "/needs";
        stage.<Integer>ask(ask -> ask.sql("""
                        insert into exchange.term (network, label, synonyms)
                        values (platform.network(), 'Schweißen', 'Schweisstechnik|MAG-Schweißen'),
                               (platform.network(), 'Deutschkurs', '')
                        """).update());
        stage.inside(() -> open.open(PublicPart.PARTNERS));
    }

    @Test
    void a_need_goes_out_from_three_organisations_on_as_a_number_without_names() throws Exception {
        need("Volkshochschule", "Schweißen", "PUBLIC");
        need("Handwerkskammer", "MAG-Schweißen, Räume", "PUBLIC");
        mvc.perform(get(path)).andExpect(status().isOk()).andExpect(content().string(not(containsString("Schweißen"))));
        need("Jobcenter", "Schweißen", "PUBLIC");
        mvc.perform(get(path))
                .andExpect(content().string(containsString("Schweißen")))
                .andExpect(content().string(containsString("<td class=\"number\">3</td>")))
                .andExpect(content().string(not(containsString("Räume"))))
                .andExpect(content().string(not(containsString("Volkshochschule"))))
                .andExpect(content().string(not(containsString("Ganz eigener Titel"))));
    }

    @Test
    void what_was_not_published_or_is_over_does_not_count_and_nobody_counts_twice() throws Exception {
        need("Volkshochschule", "Deutschkurs", "PUBLIC");
        need("Handwerkskammer", "Deutschkurs", "PUBLIC");
        need("Jobcenter", "Deutschkurs", "NETWORK");
        var again = stage.organisation("Caritasverband");
        listing(again, "Deutschkurs", "PUBLIC", "2026-11-23");
        mvc.perform(get(path)).andExpect(content().string(not(containsString("Deutschkurs"))));
    }

    @Test
    void a_network_that_shows_nothing_of_itself_shows_no_needs() throws Exception {
        stage.inside(() -> open.close(PublicPart.PARTNERS));
        mvc.perform(get(path)).andExpect(status().isNotFound());
    }

    private void need(String organisation, String topics, String visibility) {
        var id = stage.organisation(organisation);
        listing(id, topics, visibility, "2030-01-01");
        listing(id, topics, visibility, "2030-01-01");
    }

    private void listing(UUID organisation, String topics, String visibility, String until) {
        stage.<Integer>ask(ask ->
                ask.sql("""
                        insert into exchange.listing (network, organisation, sort, title, topics, visibility, valid_to)
                        values (platform.network(), ?, 'NEED', 'Ganz eigener Titel', ?, ?, cast(? as date))
                        """).params(organisation, topics, visibility, until).update());
    }
}
