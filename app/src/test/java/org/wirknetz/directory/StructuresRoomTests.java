package org.wirknetz.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;
import org.wirknetz.platform.Scope;

/// What the structures of the region have in common, and what the office could propose to them (C5.2).
@RoomTest
class StructuresRoomTests {

    private static final Pattern TASK = Pattern.compile("href=\"(/w/[^\"]*/tasks/new\\?title=[^\"]*)\"");

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Structures structures;

    private Cast.Stage stage;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
    }

    private StructureId structure(String name, String topic, String... members) {
        var entry = new StructureEntry(name, StructureKind.ALLIANCE, false, topic, null, null, null, null, null);
        return Scope.of(stage.network()).call(() -> {
            var id = structures.register(entry);
            for (var member : members) structures.enrol(id, new OrganisationId(stage.organisation(member)), "", null);
            return id;
        });
    }

    private String page(RequestPostProcessor who) throws Exception {
        return mvc.perform(get(stage.path("/structures")).with(who))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    /// Two of three topics are the same, spelled otherwise; nobody sits in both.
    @Test
    void the_same_topics_without_shared_members_are_a_missing_link() throws Exception {
        structure("Bildungsbeirat", "Sprache, Beratung", "Volkshochschule");
        structure("Fachkräftebündnis", "beratung; Sprache, Übergang", "Jobcenter");
        structure("Klimarat", "Energie", "Stadtwerke");
        var page = page(stage.office());
        assertThat(page)
                .contains("haben Themen gemeinsam (Sprache, Beratung) und kein gemeinsames Mitglied")
                .contains("2 von 3")
                .contains("Verbinden vorschlagen")
                .doesNotContain("Zusammenlegen vorschlagen");
        assertThat(page.split("haben Themen gemeinsam", -1)).hasSize(2);
    }

    @Test
    void a_proposal_leads_the_office_to_a_task_that_is_written_already() throws Exception {
        var jobcenter = new OrganisationId(stage.organisation("Jobcenter"));
        var one = structure("Rat & Tat", "");
        var other = structure("Fachkräftebündnis", "");
        stage.inside(() -> {
            structures.enrol(one, jobcenter, "", null);
            structures.enrol(other, jobcenter, "", null);
        });
        var page = page(stage.office());
        assertThat(page).contains("Zusammenlegen vorschlagen");
        var task = TASK.matcher(page);
        assertThat(task.find()).isTrue();
        var form = mvc.perform(get(java.net.URI.create(task.group(1).replace("&amp;", "&")))
                        .with(stage.office()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(form)
                .contains("zusammenzulegen")
                .contains("Rat &amp; Tat")
                .contains("1 von 1 Mitgliedern gemeinsam");
    }

    @Test
    void others_read_what_is_shared_and_propose_nothing() throws Exception {
        structure("Bildungsbeirat", "Sprache", "Volkshochschule");
        structure("Fachkräftebündnis", "Sprache", "Jobcenter");
        for (var role : new Role[] {Role.PARTNER_STAFF, Role.FUNDER}) {
            var organisation = role == Role.FUNDER ? null : stage.organisation("Handwerkskammer");
            var page = page(Cast.signedIn(stage.sits("Jonas Weber", role, organisation)));
            assertThat(page).contains("haben Themen gemeinsam").doesNotContain("/tasks/new");
        }
        var theirs = cast.network();
        assertThat(mvc.perform(get(theirs.path("/structures")).with(theirs.office()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .doesNotContain("Bildungsbeirat");
    }
}
