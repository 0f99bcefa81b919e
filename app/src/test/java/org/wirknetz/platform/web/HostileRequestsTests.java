package org.wirknetz.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.test.web.servlet.MockMvc;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Doors;

/// What no form of ours sends.
@RoomTest
class HostileRequestsTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    CookieSerializer cookies;

    @Autowired
    FindByIndexNameSessionRepository<? extends Session> keeping;

    @Test
    void an_invented_reference_is_a_conflict_with_a_sentence_and_not_a_fault() throws Exception {
        var stage = cast.network();
        var organisation = stage.organisation("Handwerkskammer");
        mvc.perform(post(stage.path("/organisations/selection/groups"))
                        .with(stage.office())
                        .with(csrf())
                        .param("selected", organisation.toString())
                        .param("group", UUID.randomUUID().toString()))
                .andExpect(status().isConflict());
        mvc.perform(get(stage.path("/ties")).param("q", "\0").with(stage.office()))
                .andExpect(status().is4xxClientError());
    }

    @Test
    void nobody_is_led_to_another_site() throws Exception {
        for (var back : List.of("//evil.example", "/\t/evil.example", "/\r\nX: 1", "/\\evil.example", "/ü")) {
            mvc.perform(post("/appearance").with(csrf()).param("theme", "dark").param("back", back))
                    .andExpect(header().string("Location", "/"));
            assertThat(Doors.within(back)).isEqualTo("/");
        }
    }

    @Test
    void two_answers_of_one_session_at_the_same_moment_do_not_break_each_other() {
        String kept = later(keeping);
        assertThat(kept).isEqualTo("second");
    }

    private static <S extends Session> @Nullable String later(FindByIndexNameSessionRepository<S> sessions) {
        var session = sessions.createSession();
        sessions.save(session);
        var one = Objects.requireNonNull(sessions.findById(session.getId()));
        var other = Objects.requireNonNull(sessions.findById(session.getId()));
        one.setAttribute("flash", "first");
        other.setAttribute("flash", "second");
        sessions.save(one);
        sessions.save(other);
        return Objects.requireNonNull(sessions.findById(session.getId())).getAttribute("flash");
    }

    /// Decoded, it would be 27 NUL characters, which no column takes.
    @Test
    void an_invented_session_is_looked_up_as_it_is_written() {
        var request = new MockHttpServletRequest();
        request.setCookies(new jakarta.servlet.http.Cookie("SESSION", "A".repeat(36)));
        assertThat(cookies.readCookieValues(request)).containsExactly("A".repeat(36));
    }
}
