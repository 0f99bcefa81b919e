package org.wirknetz.surveys;

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
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.wirknetz.RoomTest;

/// A survey from draft to end through `/api/v1`: the same rules as on its pages.
@RoomTest
class SurveysByCallTests extends SurveyRoom {

    private static final String DRAFT =
            "{\"title\":\"Puls\",\"purpose\":\"Damit es besser wird.\",\"closesOn\":\"2026-12-14\"}";

    @Test
    void a_survey_is_drafted_fills_with_guests_opens_and_closes_for_good() throws Exception {
        people(5);
        var place = "/surveys/" + id(call(post(path("/surveys")), DRAFT).andExpect(status().isCreated()));
        for (int n = 0; n < 5; n++) invite(place, n).andExpect(status().isCreated());
        invite(place, 0).andExpect(status().isUnprocessableContent());

        call(patch(path(place)), "{\"state\":\"OPEN\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("OPEN"))
                .andExpect(jsonPath("$.invited").value(5));
        assertThat(mails(0)).isEqualTo(1);
        call(patch(path(place)), "{\"title\":\"Anders\"}").andExpect(status().isUnprocessableContent());
        call(patch(path(place)), "{\"closesOn\":\"2026-12-20\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.title").value("Puls"))
                .andExpect(jsonPath("$.closesOn").value("2026-12-20"));
        call(delete(path(place)), "").andExpect(status().isConflict());

        call(patch(path(place)), "{\"state\":\"CLOSED\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("CLOSED"));
        call(patch(path(place)), "{\"state\":\"OPEN\"}").andExpect(status().isConflict());
    }

    @Test
    void fewer_than_five_are_not_asked_and_a_draft_goes_with_its_guests() throws Exception {
        people(2);
        var place = "/surveys/" + id(call(post(path("/surveys")), DRAFT));
        var guest = id(invite(place, 0));
        invite(place, 1);
        call(delete(path("/survey-guests/" + guest)), "").andExpect(status().isNoContent());
        mvc.perform(get(path("/survey-guests")).with(stage.office())).andExpect(jsonPath("$.items", hasSize(1)));

        call(patch(path(place)), "{\"state\":\"OPEN\"}").andExpect(status().isConflict());
        call(patch(path(place)), "{\"state\":\"OVER\"}").andExpect(status().isUnprocessableContent());
        call(delete(path(place)), "").andExpect(status().isNoContent());
        mvc.perform(get(path("/survey-guests")).with(stage.office())).andExpect(jsonPath("$.items", hasSize(0)));
    }

    private ResultActions invite(String survey, int n) throws Exception {
        var person = stage.ask(db -> db.sql("select id from directory.person where email = ?")
                .param(mailOf(n))
                .query(UUID.class)
                .single());
        return call(
                post(path("/survey-guests")),
                "{\"survey\":\"%s\",\"person\":\"%s\"}".formatted(survey.substring("/surveys/".length()), person));
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
