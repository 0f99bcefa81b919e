package org.wirknetz.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;

/// Series, invitations, the day, ballots, minutes and contributions by call, by the rules of their rooms.
@RoomTest
class MeetingsApiTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    private Cast.Stage stage;
    private UUID school;
    private RequestPostProcessor olga;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        school = stage.organisation("Volkshochschule");
        olga = Cast.signedIn(stage.sits("Olga Petrenko", Role.PARTNER_STAFF, school));
    }

    private String path(String rest) {
        return "/api/v1/networks/" + stage.slug() + rest;
    }

    private static MockHttpServletRequestBuilder sent(
            MockHttpServletRequestBuilder request, RequestPostProcessor who, String body) {
        return request.with(who)
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.replace('\'', '"'));
    }

    private String made(String resource, String body) throws Exception {
        return Objects.requireNonNull(mvc.perform(sent(post(path(resource)), stage.office(), body))
                .andExpect(status().isCreated())
                .andExpect(header().exists("ETag"))
                .andReturn()
                .getResponse()
                .getHeader("Location"));
    }

    private static String id(String place) {
        return place.replaceFirst(".*/", "");
    }

    private String meeting() throws Exception {
        return made(
                "/meetings",
                "{'title':'Netzwerktreffen','kind':'PLENARY','circle':'NETWORK','startsAt':'2026-12-08T10:00:00+01:00','endsAt':'2026-12-08T12:00:00+01:00'}");
    }

    private int count(String sql) {
        return stage.ask((JdbcClient db) -> db.sql(sql).query(Integer.class).single());
    }

    @Test
    void a_series_is_planned_once_and_cancelled_as_a_whole_by_call_and_nobody_is_told() throws Exception {
        var body =
                "{'title':'Werkstatt','kind':'WORKSHOP','rhythm':'WEEKS','every':4,'firstOn':'2026-12-09','lastOn':'2027-03-31',"
                        + "'beginsAt':'10:00','minutes':120,'land':'BY','hosts':['" + school
                        + "'],'topics':'Vertrauen\\nGeben'}";
        for (int time = 0; time < 2; time++)
            mvc.perform(sent(post(path("/series")), stage.office(), body).header("Idempotency-Key", "reihe"))
                    .andExpect(status().isCreated());
        assertThat(count("select count(*) from meetings.series")).isOne();
        assertThat(count("select count(*) from meetings.meeting")).isEqualTo(4);
        var list = mvc.perform(get(path("/series")).with(stage.office()))
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].beginsAt").value("10:00"))
                .andExpect(jsonPath("$.items[0].hosts", hasSize(1)))
                .andExpect(jsonPath("$.items[0].state").value("PLANNED"))
                .andReturn();
        var place = path("/series/")
                + Bodies.MAPPER
                        .readTree(list.getResponse().getContentAsString())
                        .at("/items/0/id")
                        .stringValue();
        mvc.perform(sent(patch(place), stage.office(), "{'title':'Anders'}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.field").value("title"));
        mvc.perform(sent(patch(place), olga, "{'state':'CANCELLED'}")).andExpect(status().isNotFound());
        mvc.perform(sent(patch(place), stage.office(), "{'state':'CANCELLED','reason':'Kein Raum'}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("CANCELLED"));
        assertThat(count("select count(*) from meetings.meeting where state = 'CANCELLED'"))
                .isEqualTo(4);
        mvc.perform(sent(patch(place), stage.office(), "{'state':'CANCELLED'}")).andExpect(status().isConflict());
        mvc.perform(sent(post(path("/series")), stage.office(), body.replace("10:00", "25:00")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.field").value("beginsAt"));
    }

    @Test
    void addresses_of_the_invited_are_for_the_planner_and_an_answer_for_whoever_is_asked() throws Exception {
        var meeting = meeting();
        var person = UUID.randomUUID();
        stage.ask(it -> it.sql(
                        "insert into directory.person (network, id, key, family_name) values (platform.network(), ?, 'OP', 'Petrenko')")
                .param(person)
                .update());
        mvc.perform(sent(
                        post(path("/invitations")),
                        stage.office(),
                        "{'meeting':'" + id(meeting) + "','person':'" + person + "','organisation':'"
                                + stage.organisation("Jobcenter") + "'}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.field").value("organisation"));
        var guest = made(
                "/invitations", "{'meeting':'" + id(meeting) + "','name':'Jörg Kranz','email':'kranz@test.example'}");
        mvc.perform(sent(patch(guest), stage.office(), "{'answer':'YES','representedBy':'Aylin Demir'}"))
                .andExpect(jsonPath("$.answer").value("YES"))
                .andExpect(jsonPath("$.answeredBy").value("OFFICE"))
                .andExpect(jsonPath("$.email").value("kranz@test.example"));
        stage.ask(it -> it.sql("update meetings.meeting set state = 'INVITED'").update());
        mvc.perform(get(path("/invitations")).with(olga))
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(content().string(not(containsString("kranz@test.example"))));
        mvc.perform(get(path("/invitations?email=kranz@test.example")).with(olga))
                .andExpect(jsonPath("$.items", hasSize(0)));
        mvc.perform(sent(patch(guest), olga, "{'answer':'NO'}")).andExpect(status().isForbidden());
        mvc.perform(sent(patch(guest), stage.office(), "{'name':'Anders'}"))
                .andExpect(status().isUnprocessableContent());
        stage.ask(
                it -> it.sql("update meetings.invitation set told_sequence = 0").update());
        mvc.perform(sent(delete(guest), stage.office(), "")).andExpect(status().isConflict());
    }

    @Test
    void who_was_there_is_entered_by_whoever_runs_it_until_the_minutes_are_approved() throws Exception {
        var meeting = id(meeting());
        stage.ask(it -> it.sql("update meetings.meeting set state = 'INVITED'").update());
        var line = made(
                "/attendances",
                "{'meeting':'" + meeting + "','organisation':'" + school
                        + "','name':'Olga Petrenko','presence':'PRESENT','leftAt':'2026-12-08T11:00:00+01:00'}");
        mvc.perform(sent(patch(line), stage.office(), "{'arrivedAt':'2026-12-08T11:30:00+01:00'}"))
                .andExpect(status().isConflict());
        mvc.perform(sent(patch(line), stage.office(), "{'presence':'EXCUSED'}"))
                .andExpect(jsonPath("$.presence").value("EXCUSED"))
                .andExpect(jsonPath("$.leftAt").doesNotExist());
        mvc.perform(sent(patch(line), olga, "{'presence':'PRESENT'}")).andExpect(status().isForbidden());
        stage.ask(it -> it.sql("insert into meetings.minutes (network, meeting) values (platform.network(), ?)")
                .param(UUID.fromString(meeting))
                .update());
        mvc.perform(get(path("/minutes")).with(stage.office())).andExpect(jsonPath("$.items", hasSize(0)));
        stage.ask(it -> it.sql("""
                        update meetings.minutes set state = 'APPROVED', sealed = 'Wortlaut', sha256 = encode(sha256('Wortlaut'), 'hex')
                        """).update());
        mvc.perform(get(path("/minutes")).with(olga))
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].text").value("Wortlaut"));
        mvc.perform(sent(patch(line), stage.office(), "{'presence':'ABSENT'}")).andExpect(status().isConflict());
        mvc.perform(sent(delete(line), stage.office(), "")).andExpect(status().isConflict());
    }

    @Test
    void of_a_secret_ballot_a_call_reads_the_sums_and_nothing_else() throws Exception {
        var meeting = id(meeting());
        stage.ask(it -> it.sql("update meetings.meeting set state = 'INVITED'").update());
        var ballot = UUID.randomUUID();
        stage.ask(it -> {
            it.sql("""
                            insert into meetings.ballot (network, id, meeting, question, secret, state, quorum_needed, entitled, present_open)
                            values (platform.network(), ?, ?, 'Wer leitet?', true, 'OPEN', 1, 1, 1)
                            """).params(ballot, UUID.fromString(meeting)).update();
            return it.sql("""
                            insert into meetings.ballot_voter (network, meeting, ballot, organisation, name, voted)
                            values (platform.network(), ?, ?, ?, 'Volkshochschule', true)
                            """).params(UUID.fromString(meeting), ballot, school).update();
        });
        mvc.perform(get(path("/ballots/" + ballot)).with(olga))
                .andExpect(jsonPath("$.state").value("OPEN"))
                .andExpect(jsonPath("$.yes").doesNotExist());
        stage.ask(it -> it.sql("""
                        update meetings.ballot set state = 'CLOSED', quorate = true, accepted = true, yes = 1, no = 0, abstained = 0,
                               recused = 0 where id = ?
                        """).param(ballot).update());
        mvc.perform(get(path("/ballots/" + ballot)).with(olga))
                .andExpect(jsonPath("$.yes").value(1))
                .andExpect(content().string(not(containsString(school.toString()))))
                .andExpect(content().string(not(containsString("choice"))));
        mvc.perform(sent(patch(path("/ballots/" + ballot)), stage.office(), "{'yes':2}"))
                .andExpect(status().isForbidden());
    }

    @Test
    void a_partner_offers_a_contribution_of_its_own_and_the_office_places_it() throws Exception {
        var jobcenter = stage.organisation("Jobcenter");
        var list = made("/newsletter-lists", "{'name':'Aktuelles','about':'Neues aus dem Netz','everyDays':30}");
        var issue = made("/newsletters", "{'list':'" + id(list) + "','subject':'Dezember'}");
        mvc.perform(sent(
                        post(path("/newsletter-items")),
                        olga,
                        "{'organisation':'" + jobcenter + "','heading':'Fremd','body':'x'}"))
                .andExpect(status().isForbidden());
        var item = Objects.requireNonNull(mvc.perform(sent(
                        post(path("/newsletter-items")),
                        olga,
                        "{'organisation':'" + school + "','heading':'Kurs\\r\\nBcc: x','body':'Beginnt im Januar'}"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.heading").value("Kurs Bcc: x"))
                .andReturn()
                .getResponse()
                .getHeader("Location"));
        mvc.perform(sent(patch(item), olga, "{'issue':'" + id(issue) + "'}")).andExpect(status().isForbidden());
        mvc.perform(sent(patch(item), stage.office(), "{'issue':'" + id(issue) + "'}"))
                .andExpect(jsonPath("$.state").value("TAKEN"));
        mvc.perform(sent(patch(item), olga, "{'body':'Anders'}")).andExpect(status().isForbidden());
        mvc.perform(sent(patch(item), stage.office(), "{'link':'javascript:alert(1)'}"))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(sent(delete(list), stage.office(), "")).andExpect(status().isForbidden());
        mvc.perform(sent(patch(list), stage.office(), "{'open':false}"))
                .andExpect(jsonPath("$.open").value(false));
        mvc.perform(get(path("/newsletter-lists")).with(olga)).andExpect(jsonPath("$.items", hasSize(0)));
    }
}
