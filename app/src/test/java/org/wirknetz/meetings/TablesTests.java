package org.wirknetz.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;

@RoomTest
class TablesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    private Cast.Stage stage;
    private UUID meeting;
    private final List<UUID> invited = new ArrayList<>();

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        meeting = UUID.randomUUID();
        stage.ask(it -> it.sql("""
                        insert into meetings.meeting (network, id, title, kind, circle, starts_at, ends_at, state)
                        values (platform.network(), ?, 'Plenum', 'PLENARY', 'NETWORK', '2026-12-08 10:00+01', '2026-12-08 12:00+01', 'INVITED')
                        """).param(meeting).update());
        invited.clear();
        for (int n = 0; n < 12; n++) {
            var organisation = n % 2 == 0 ? stage.organisation("Betrieb " + n) : null;
            var id = UUID.randomUUID();
            invited.add(id);
            int number = n;
            stage.ask(it -> it.sql("""
                            insert into meetings.invitation (network, id, meeting, organisation, name, email, answer, answered_at, answered_by_way)
                            values (platform.network(), :id, :meeting, :organisation, :name, :email, 'YES', now(), 'OFFICE')
                            """)
                    .param("id", id)
                    .param("meeting", meeting)
                    .param("organisation", organisation, java.sql.Types.OTHER)
                    .param("name", "Gast " + number)
                    .param("email", "gast" + number + "@test.example")
                    .update());
        }
    }

    @Test
    void a_plan_is_suggested_explained_changed_by_hand_and_kept() throws Exception {
        mvc.perform(write("").param("size", "4")).andExpect(status().is3xxRedirection());
        mvc.perform(get(path("")).with(stage.office()))
                .andExpect(content().string(containsString("12 Menschen an 3 Tischen")))
                .andExpect(content().string(containsString("treffen sich zum ersten Mal")));
        mvc.perform(write("/seats")
                        .param("invitation", invited.getFirst().toString())
                        .param("table", "2"))
                .andExpect(status().is3xxRedirection());
        mvc.perform(write("/apart")
                        .param("one", invited.getFirst().toString())
                        .param("other", invited.get(3).toString()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(write("").param("size", "4")).andExpect(status().is3xxRedirection());
        assertThat(place(invited.getFirst())).isEqualTo(2);
        assertThat(place(invited.get(3))).isNotEqualTo(2);
        mvc.perform(write("/removal")).andExpect(status().is3xxRedirection());
        int seats = stage.ask(it -> it.sql("select count(*) from meetings.seat")
                .query(Integer.class)
                .single());
        assertThat(seats).isZero();
    }

    @Test
    void partners_read_their_table_and_never_who_is_kept_apart() throws Exception {
        mvc.perform(write("/apart")
                        .param("one", invited.get(4).toString())
                        .param("other", invited.get(5).toString()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(write("").param("size", "4")).andExpect(status().is3xxRedirection());
        var olga = stage.sits("Olga Petrenko", Role.PARTNER_STAFF, stage.organisation("Volkshochschule"));
        mvc.perform(get(path("")).with(Cast.signedIn(olga)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Tisch 1")))
                .andExpect(content().string(not(containsString("Getrennt setzen"))));
        int seen = stage.as(
                olga,
                it -> it.sql("select count(*) from meetings.kept_apart")
                        .query(Integer.class)
                        .single());
        assertThat(seen).isZero();
        int remembered = stage.as(
                olga,
                it -> it.sql("select count(*) from platform.revision where relation = 'meetings.kept_apart'")
                        .query(Integer.class)
                        .single());
        assertThat(remembered).isZero();
        mvc.perform(post(path("")).with(Cast.signedIn(olga)).with(csrf()).param("size", "4"))
                .andExpect(status().isForbidden());
    }

    @Test
    void what_cannot_be_planned_is_said() throws Exception {
        for (var size : List.of("2", "21", "viele", ""))
            mvc.perform(write("").param("size", size)).andExpect(status().isConflict());
        mvc.perform(write("/seats")
                        .param("invitation", invited.getFirst().toString())
                        .param("table", "0"))
                .andExpect(status().isConflict());
        mvc.perform(write("/seats")
                        .param("invitation", UUID.randomUUID().toString())
                        .param("table", "1"))
                .andExpect(status().isNotFound());
        mvc.perform(write("/apart")
                        .param("one", invited.getFirst().toString())
                        .param("other", invited.getFirst().toString()))
                .andExpect(status().isConflict());
        stage.ask(it -> it.sql("update meetings.invitation set answer = 'NO' where id <> ?")
                .param(invited.getFirst())
                .update());
        mvc.perform(write("").param("size", "4"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("braucht 6 bis 200 Zusagen; jetzt sind es 1")));
    }

    @Test
    void the_page_is_there_in_both_languages() throws Exception {
        mvc.perform(write("").param("size", "4")).andExpect(status().is3xxRedirection());
        for (var language : List.of("de", "en"))
            mvc.perform(get(path("")).with(stage.office()).cookie(new jakarta.servlet.http.Cookie("lang", language)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("?meetings."))));
    }

    private int place(UUID invitation) {
        return stage.ask(it -> it.sql("select table_number from meetings.seat where invitation = ?")
                .param(invitation)
                .query(Integer.class)
                .single());
    }

    private String path(String rest) {
        return stage.path("/meetings/" + meeting + "/tables" + rest);
    }

    private MockHttpServletRequestBuilder write(String rest) {
        return post(path(rest)).with(stage.office()).with(csrf());
    }
}
