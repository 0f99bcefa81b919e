package org.wirknetz.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.networkcheck.alarms.Alarm;
import org.wirknetz.networkcheck.alarms.Alarms;

/// What the office says to alarms, views of the map and introductions, by call.
@RoomTest
class NetworkcheckApiTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Alarms alarms;

    private Cast.Stage stage;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
    }

    @Test
    void the_office_answers_an_alarm_that_is_raised_and_takes_its_word_back() throws Exception {
        stage.ask(db -> db.sql("""
                        insert into networkcheck.funding (network, source, amount, public, valid_to)
                        values (platform.network(), 'Landesprogramm', 90000, true, '2027-02-28')
                        """).update());
        var alarm = raised().getFirst();
        var answer = "{\"rule\":\"%s\",\"subject\":\"%s\",\"verdict\":\"%s\"%s}";

        call(post(path("/alarm-answers")), answer.formatted(alarm.rule(), "niemand", "KNOWN", ""))
                .andExpect(status().isConflict());
        call(post(path("/alarm-answers")), answer.formatted(alarm.rule(), alarm.subject(), "PLANNED", ""))
                .andExpect(status().isConflict());
        call(
                        post(path("/alarm-answers")),
                        answer.formatted(alarm.rule(), alarm.subject(), "PLANNED", ",\"until\":\"2027-01-31\""))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.figure").value(alarm.figure()));
        assertThat(raised()).isEmpty();

        var known = call(post(path("/alarm-answers")), answer.formatted(alarm.rule(), alarm.subject(), "KNOWN", ""));
        mvc.perform(get(path("/alarm-answers")).with(stage.office())).andExpect(jsonPath("$.items", hasSize(1)));
        call(delete(path("/alarm-answers/" + id(known))), "").andExpect(status().isNoContent());
        assertThat(raised()).containsExactly(alarm);
    }

    @Test
    void a_view_of_the_map_is_kept_under_its_name_once_and_leads_nowhere_else() throws Exception {
        var first = id(call(post(path("/map-views")), "{\"name\":\"Beobachtet\",\"query\":\"said=observed\"}"));
        var again = id(call(post(path("/map-views")), "{\"name\":\"beobachtet\",\"query\":\"said=reported\"}"));
        assertThat(again).isEqualTo(first);
        mvc.perform(get(path("/map-views/" + first)).with(stage.office()))
                .andExpect(jsonPath("$.query").value("said=reported"));
        call(post(path("/map-views")), "{\"name\":\"Fremd\",\"query\":\"x#//evil.example\\\"\"}")
                .andExpect(status().isUnprocessableContent());
        call(delete(path("/map-views/" + first)), "").andExpect(status().isNoContent());
    }

    @Test
    void an_introduction_is_drafted_once_and_its_outcome_waits_for_the_mail() throws Exception {
        var need = listing("NEED", stage.organisation("Handwerkskammer"));
        var offer = listing("OFFER", stage.organisation("Volkshochschule"));
        var draft = "{\"need\":\"%s\",\"offer\":\"%s\",\"subject\":\"Bekannt machen\",\"body\":\"Guten Tag\"}"
                .formatted(need, offer);
        var made = call(post(path("/introductions")), draft)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("DRAFT"));
        assertThat(id(call(post(path("/introductions")), draft))).isEqualTo(id(made));
        var place = path("/introductions/" + id(made));
        call(patch(place), "{\"state\":\"HELPED\"}").andExpect(status().isConflict());
        call(patch(place), "{\"state\":\"SENT\"}").andExpect(status().isUnprocessableContent());
        stage.ask(db -> db.sql("update exchange.introduction set state = 'SENT', sent_at = now()")
                .update());
        call(patch(place), "{\"state\":\"HELPED\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.outcomeOn").isNotEmpty());
    }

    private List<Alarm> raised() {
        var raised = new ArrayList<Alarm>();
        stage.inside(() -> alarms.on(java.time.LocalDate.of(2026, 11, 23)).open().stream()
                .filter(it -> it.rule().name().equals("FUNDING"))
                .forEach(raised::add));
        return raised;
    }

    private UUID listing(String sort, UUID organisation) {
        return stage.ask(
                db -> db.sql("""
                        insert into exchange.listing (network, organisation, sort, title)
                        values (platform.network(), ?, ?, 'Werkstatt') returning id
                        """).params(organisation, sort).query(UUID.class).single());
    }

    private String path(String rest) {
        return "/api/v1/networks/" + stage.slug() + rest;
    }

    private ResultActions call(MockHttpServletRequestBuilder request, String body) throws Exception {
        return mvc.perform(request.with(stage.office())
                .with(csrf())
                .contentType("application/json")
                .content(body));
    }

    private static String id(ResultActions made) throws Exception {
        return JsonPath.read(made.andReturn().getResponse().getContentAsString(), "$.id");
    }
}
