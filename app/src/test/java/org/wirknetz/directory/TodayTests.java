package org.wirknetz.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
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
import org.wirknetz.StatementCount;
import org.wirknetz.access.Role;

/// Heute gathers what all rooms have to say.
@RoomTest
class TodayTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    private Cast.Stage stage;
    private UUID jobcenter;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        jobcenter = member("Jobcenter");
    }

    @Test
    void what_is_latest_stands_first_whatever_room_it_comes_from() throws Exception {
        followUp("Zahlen erbitten", "2026-11-20");
        task("Raumliste führen", "2026-11-10");
        informOf("Mara", "2026-09-01 10:00+01");
        mvc.perform(get(stage.path("")).with(stage.office()))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "Eine Person weiß noch nicht", "Raumliste führen", "Eine Wiedervorlage ist fällig")));
    }

    @Test
    void what_finds_no_place_in_the_letter_waits_folded_below() throws Exception {
        for (int n = 0; n < 3; n++) task("Aufgabe " + n, "2026-11-1" + n);
        followUp("Zahlen erbitten", "2026-11-20");
        informOf("Mara", "2026-09-01 10:00+01");
        stage.ask(it -> it.sql(
                        "insert into directory.membership (network, organisation, status, valid_from) values (platform.network(), ?, 'ASKED', '2026-01-01')")
                .param(stage.organisation("Handwerkskammer"))
                .update());
        mvc.perform(get(stage.path("")).with(stage.office()))
                .andExpect(content().string(containsString("7 Dinge brauchen Sie heute")))
                .andExpect(content().string(stringContainsInOrder("id=\"left\"", "Außerdem", "Wenn Zeit ist")));
    }

    @Test
    void the_meetings_of_the_week_are_named_with_those_who_come() throws Exception {
        var meeting = UUID.randomUUID();
        stage.ask(it -> it.sql("""
                        insert into meetings.meeting (network, id, title, kind, circle, starts_at, ends_at, state)
                        values (platform.network(), ?, 'Steuerungskreis', 'STEERING', 'NETWORK', '2026-11-25 10:00+01', '2026-11-25 12:00+01',
                                'INVITED')
                        """).param(meeting).update());
        for (var answer : new String[] {"YES", "YES", "NO"})
            stage.ask(it -> it.sql("""
                            insert into meetings.invitation (network, meeting, name, email, answer, answered_at, answered_by_way)
                            values (platform.network(), ?, 'Gast', ?, ?, now(), 'OFFICE')
                            """)
                    .params(meeting, UUID.randomUUID() + "@test.example", answer)
                    .update());
        mvc.perform(get(stage.path("")).with(stage.office()))
                .andExpect(content().string(containsString("10:00 Uhr: Steuerungskreis (2 von 3 zugesagt)")));
        var funder = stage.sits("Ines Falk", Role.FUNDER, null);
        mvc.perform(get(stage.path("")).with(Cast.signedIn(funder)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Steuerungskreis"))));
    }

    @Test
    void a_partner_reads_nothing_of_the_office() throws Exception {
        followUp("Zahlen erbitten", "2026-11-20");
        var olga = stage.sits("Olga Petrenko", Role.PARTNER_ADMIN, jobcenter);
        mvc.perform(get(stage.path("")).with(Cast.signedIn(olga)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Wiedervorlage"))))
                .andExpect(content().string(containsString("Stimmt die Karte Ihrer Organisation noch?")));
    }

    @Test
    void minutes_are_wanted_of_whoever_runs_the_meeting_and_read_by_those_who_were_there() throws Exception {
        var meeting = UUID.randomUUID();
        stage.ask(it -> it.sql("""
                        insert into meetings.meeting (network, id, title, kind, circle, starts_at, ends_at, state)
                        values (platform.network(), ?, 'Steuerungskreis', 'STEERING', 'NETWORK', '2026-11-17 10:00+01', '2026-11-17 12:00+01',
                                'INVITED')
                        """).param(meeting).update());
        stage.ask(it -> it.sql("""
                        insert into meetings.attendance (network, meeting, organisation, name, presence)
                        values (platform.network(), ?, ?, 'Olga Petrenko', 'PRESENT')
                        """).params(meeting, jobcenter).update());
        var olga = stage.sits("Olga Petrenko", Role.PARTNER_ADMIN, jobcenter);
        var absent = stage.sits("Jörg Kranz", Role.PARTNER_ADMIN, member("Volkshochschule"));
        var wanted = "„Steuerungskreis“ vom 17.11.2026 hat noch kein Protokoll";
        mvc.perform(get(stage.path("")).with(stage.office()))
                .andExpect(content().string(containsString(wanted)));
        mvc.perform(get(stage.path("")).with(Cast.signedIn(olga)))
                .andExpect(content().string(not(containsString(wanted))));
        stage.ask(it -> it.sql("""
                        insert into meetings.minutes (network, meeting, state, proposed_on) values (platform.network(), ?, 'PROPOSED', '2026-11-18')
                        """).param(meeting).update());
        var read = "Das Protokoll von „Steuerungskreis“ vom 17.11.2026 liegt Ihnen vor";
        mvc.perform(get(stage.path("")).with(Cast.signedIn(olga)))
                .andExpect(content().string(containsString(read)));
        mvc.perform(get(stage.path("")).with(Cast.signedIn(absent)))
                .andExpect(content().string(not(containsString(read))));
        mvc.perform(get(stage.path("")).with(stage.office()))
                .andExpect(content().string(not(containsString(wanted))));
    }

    @Test
    void heute_asks_no_more_questions_the_more_there_is() throws Exception {
        followUp("Zahlen erbitten", "2026-11-20");
        task("Raumliste führen", "2026-11-10");
        // The first look at a network's alarms is kept for those who pass by later.
        asked();
        int before = asked();
        for (int n = 0; n < 12; n++) {
            task("Aufgabe " + n, "2026-11-10");
            followUp("Nachfragen " + n, "2026-11-19");
            member("Betrieb " + n);
        }
        assertThat(asked()).isEqualTo(before);
    }

    private int asked() throws Exception {
        return StatementCount.during(() ->
                        mvc.perform(get(stage.path("")).with(stage.office())).andExpect(status().isOk()))
                .size();
    }

    private UUID member(String name) {
        var id = stage.organisation(name);
        stage.ask(it -> it.sql(
                        "insert into directory.membership (network, organisation, status, valid_from) values (platform.network(), ?, 'ACTIVE', '2024-01-01')")
                .param(id)
                .update());
        return id;
    }

    private void followUp(String what, String due) {
        stage.ask(it -> it.sql(
                        "insert into journal.follow_up (network, organisation, what, due_on) values (platform.network(), ?, ?, cast(? as date))")
                .params(jobcenter, what, due)
                .update());
    }

    private void task(String title, String due) {
        stage.ask(it -> it.sql(
                        "insert into tasks.task (network, title, given_on, due_on, due_first) values (platform.network(), ?, '2026-01-01', cast(? as date), cast(? as date))")
                .params(title, due, due)
                .update());
    }

    private void informOf(String name, String entered) {
        stage.ask(it -> it.sql(
                        "insert into directory.person (network, key, given_name, family_name, created_at) values (platform.network(), ?, ?, 'Alt', cast(? as timestamptz))")
                .params(UUID.randomUUID().toString(), name, entered)
                .update());
    }
}
