package org.wirknetz.equality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;

/// C3.1: what is "partly" or "no" on three objects stays open until it is done. Today is 23 November 2026.
@RoomTest
class ChecksTests {

    private static final String WORKING = "/equality/checks/working";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    private Cast.Stage stage;
    private UUID school;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        school = stage.organisation("Volkshochschule");
        stage.ask(db -> db.sql("""
                        insert into directory.membership (network, organisation, status) values (platform.network(), ?, 'ACTIVE')
                        """).param(school).update());
    }

    private ResultActions send(String path, String... fields) throws Exception {
        return send(stage.office(), path, fields);
    }

    private ResultActions send(RequestPostProcessor who, String path, String... fields) throws Exception {
        var request = post(stage.path(path)).with(who).with(csrf());
        for (int n = 0; n < fields.length; n += 2) request.param(fields[n], fields[n + 1]);
        return web.perform(request);
    }

    private String page(String path, RequestPostProcessor who) throws Exception {
        return web.perform(get(stage.path(path)).with(who))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String checks() throws Exception {
        return page("/equality/checks", stage.office());
    }

    private void answers(String answer) throws Exception {
        send(WORKING, "answer-TIMES", answer, "seen-TIMES", seen()).andExpect(status().is3xxRedirection());
    }

    /// As the form shows it now.
    private String seen() {
        return stage.ask(db -> db.sql("""
                        select id || ' ' || version from equality.check_answer where question = 'TIMES' order by answered_on desc limit 1
                        """).query(String.class).optional().orElse(""));
    }

    private void earlier(String day) {
        stage.ask(db -> db.sql("update equality.check_answer set answered_on = cast(? as date)")
                .param(day)
                .update());
        stage.ask(db -> db.sql("update equality.finding set opened_on = cast(? as date)")
                .param(day)
                .update());
    }

    private UUID finding() {
        return stage.ask(db -> db.sql("select id from equality.finding where settled_on is null")
                .query(UUID.class)
                .single());
    }

    private void makeTask() throws Exception {
        send("/equality/findings/" + finding() + "/task", "version", "1", "organisation", school.toString())
                .andExpect(status().is3xxRedirection());
    }

    private void task(String change) {
        stage.ask(db -> db.sql("update tasks.task set " + change).update());
    }

    @Test
    void partly_and_no_are_findings_yes_is_none() throws Exception {
        assertThat(checks()).contains("Was sollte anders werden?");
        send(WORKING, "answer-TIMES", "PARTLY", "answer-PLACES", "NO", "answer-VOICE", "YES")
                .andExpect(status().is3xxRedirection());
        assertThat(checks())
                .contains("2 Befunde sind offen.")
                .contains("3 von 5")
                .contains("Zeiten der Treffen mit allen Partnern neu abstimmen");
    }

    @Test
    void one_click_makes_it_a_task_and_whoever_may_not_read_the_task_sees_the_same_numbers() throws Exception {
        answers("PARTLY");
        makeTask();
        String title = stage.ask(
                db -> db.sql("select title from tasks.task").query(String.class).single());
        assertThat(title).isEqualTo("Zeiten der Treffen mit allen Partnern neu abstimmen");
        var partner = Cast.signedIn(stage.sits("Jobcenter", Role.PARTNER_STAFF, stage.organisation("Jobcenter")));
        assertThat(checks()).contains("Kein Befund ist offen. Einer ist eine Aufgabe.");
        task("done_on = '2026-11-20'");
        assertThat(checks())
                .contains("Kein Befund ist offen. Einer ist erledigt.")
                .contains("Aufgabe erledigt am");
        assertThat(page("/equality/checks", partner))
                .contains("Kein Befund ist offen. Einer ist erledigt.")
                .doesNotContain("/tasks/");
    }

    @Test
    void with_its_task_dropped_a_finding_is_open_again() throws Exception {
        answers("NO");
        makeTask();
        send("/equality/findings/" + finding() + "/task", "version", "2").andExpect(status().isConflict());
        task("dropped_on = '2026-11-20', reason = 'Keine Zeit'");
        assertThat(checks()).contains("Ein Befund ist offen.").contains("fallen gelassen oder entfernt");
        send("/equality/findings/" + finding() + "/task", "version", "2").andExpect(status().is3xxRedirection());
        assertThat(checks()).contains("Kein Befund ist offen. Einer ist eine Aufgabe.");
    }

    @Test
    void partly_after_the_task_was_done_is_a_new_finding() throws Exception {
        answers("NO");
        earlier("2026-05-01");
        makeTask();
        task("done_on = '2026-06-01'");
        answers("PARTLY");
        assertThat(checks()).contains("Ein Befund ist offen. Einer ist erledigt.");
    }

    @Test
    void yes_on_a_later_day_settles_it_and_on_the_same_day_it_was_a_slip() throws Exception {
        answers("NO");
        answers("YES");
        assertThat(checks()).contains("Kein Befund ist offen.").doesNotContain("erledigt.");
        answers("NO");
        earlier("2026-05-01");
        answers("YES");
        assertThat(checks())
                .contains("Kein Befund ist offen. Einer ist erledigt.")
                .contains("anders beantwortet am");
    }

    @Test
    void two_people_do_not_overwrite_each_other() throws Exception {
        var nothing = seen();
        answers("NO");
        var first = seen();
        send(WORKING, "answer-TIMES", "YES", "seen-TIMES", nothing).andExpect(status().isConflict());
        answers("PARTLY");
        send(WORKING, "answer-TIMES", "YES", "seen-TIMES", first).andExpect(status().isConflict());
        send("/equality/findings/" + finding() + "/settlement", "version", "7", "outcome", "Neue Zeiten")
                .andExpect(status().isConflict());
        send("/equality/findings/" + finding() + "/settlement", "version", "1", "outcome", "Neue Zeiten")
                .andExpect(status().is3xxRedirection());
        assertThat(checks())
                .contains("Kein Befund ist offen. Einer ist erledigt.")
                .contains("Neue Zeiten");
    }

    @Test
    void gone_through_again_the_answers_are_of_today() throws Exception {
        answers("YES");
        earlier("2026-05-01");
        assertThat(page(WORKING, stage.office())).contains("zuletzt am 01.05.2026");
        answers("YES");
        assertThat(page(WORKING, stage.office())).contains("zuletzt am 01.05.2026");
        send(WORKING, "answer-TIMES", "YES", "seen-TIMES", seen(), "again", "true")
                .andExpect(status().is3xxRedirection());
        assertThat(page(WORKING, stage.office())).contains("zuletzt am 23.11.2026");
    }

    @Test
    void a_note_wants_an_answer_and_evidence_leads_somewhere() throws Exception {
        send(WORKING, "note-TIMES", "16 Uhr").andExpect(status().isConflict());
        send(WORKING, "answer-TIMES", "YES", "address-TIMES", "javascript:alert(1)")
                .andExpect(status().isConflict());
        send(WORKING, "answer-TIMES", "YES", "address-TIMES", "/organisations/" + school)
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void funders_do_not_read_it_and_partners_do_not_answer() throws Exception {
        var funder = Cast.signedIn(stage.sits("Förderstelle", Role.FUNDER, null));
        web.perform(get(stage.path("/equality/checks")).with(funder)).andExpect(status().isForbidden());
        var partner = Cast.signedIn(stage.sits("Volkshochschule", Role.PARTNER_ADMIN, school));
        send(partner, WORKING, "answer-TIMES", "YES").andExpect(status().isForbidden());
        assertThat(page(WORKING, partner)).contains("noch nicht beantwortet").doesNotContain("answer-TIMES");
    }
}
