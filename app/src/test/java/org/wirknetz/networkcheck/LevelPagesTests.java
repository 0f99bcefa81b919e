package org.wirknetz.networkcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;

/// Partner by level as the office and a partner read it (F5).
@RoomTest
class LevelPagesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    private Cast.Stage stage;
    private M8 network;
    private UUID coming;

    /// B sends practitioners, C leaders though Petra is known, D leaders and nobody else is known, E and F
    /// nobody.
    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        network = M8.of(stage, "ABCDEF");
        works("Olga", "B", "OPERATIONAL");
        works("Helga", "C", "LEADERSHIP");
        works("Petra", "C", "OPERATIONAL");
        works("Stefan", "D", "LEADERSHIP");
        var spring = meeting("AG Module", LocalDate.of(2026, 3, 10));
        present(spring, "Olga", "B");
        present(spring, "Helga", "C");
        present(spring, "Stefan", "D");
        coming = meeting("AG im Dezember", LocalDate.of(2026, 12, 8));
    }

    @Test
    void the_office_reads_who_takes_part_and_invites_those_who_do_the_work() throws Exception {
        assertThat(words("/check/levels", stage.office()))
                .contains("Von 1 der 5 Partner war in zwölf Monaten jemand aus der operativen Arbeit bei einem Treffen."
                        + " Von 2 waren nur andere da, von 2 niemand, dessen Ebene bekannt ist.")
                .contains("B niemand bekannt 1 von 1 niemand bekannt 10.03.2026 1 von 1")
                .contains("C 1 von 1 0 von 1 niemand bekannt nie 0 von 1 Einladen, wer es macht");
        var school = words("/check/levels/" + network.id("C"), stage.office());
        assertThat(school)
                .contains("niemand aus der operativen Arbeit, obwohl Fachkräfte bekannt sind")
                .contains("Petra noch bei keinem Treffen Zu „AG im Dezember“ am 08.12.2026 einladen");
        mvc.perform(post(stage.path("/meetings/" + coming + "/invitations"))
                        .with(stage.office())
                        .with(csrf())
                        .param("who", "Petra (C)"))
                .andExpect(status().is3xxRedirection());
        assertThat(words("/check/levels/" + network.id("C"), stage.office()))
                .contains("Eingeladen zu „AG im Dezember“ am 08.12.2026.")
                .doesNotContain("08.12.2026 einladen");
        var centre = mvc.perform(
                        get(stage.path("/check/levels/" + network.id("D"))).with(stage.office()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(centre)
                .contains("wer hier die Arbeit macht, ist nicht bekannt")
                .contains("action=\"" + stage.path("/tasks") + "\"")
                .contains("value=\"D: sagen, wer die Arbeit macht\"")
                .contains(stage.path("/people/new?organisation=" + network.id("D")));
    }

    @Test
    void the_table_is_sorted_as_asked_and_goes_out_as_a_file() throws Exception {
        assertThat(words("/check/levels?sort=-name", stage.office())).containsSubsequence("F niemand", "E ", "B niem");
        assertThat(words("/check/levels?sort=-last", stage.office())).containsSubsequence("B niemand", "C 1 von 1");
        var file = mvc.perform(get(stage.path("/check/levels/export")).with(stage.office()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(file.lines().filter(it -> it.startsWith("C;")))
                .containsExactly("C;1;1;0;2026-03-10;0;1;0;;0;0;0;;0;1");
    }

    @Test
    void a_partner_reads_its_own_levels_and_no_others() throws Exception {
        var admin = Cast.signedIn(stage.sits("Helga", Role.PARTNER_ADMIN, network.id("C")));
        var staff = Cast.signedIn(stage.sits("Jonas Weber", Role.PARTNER_STAFF, network.id("C")));
        mvc.perform(get(stage.path("/check/levels")).with(admin))
                .andExpect(redirectedUrl(stage.path("/check/levels/" + network.id("C"))));
        assertThat(words("/check/levels/" + network.id("C"), admin))
                .contains("Petra", "Fachkraft eintragen")
                .doesNotContain("einladen");
        assertThat(words("/check/levels/" + network.id("C"), staff))
                .contains("obwohl Fachkräfte bekannt sind")
                .doesNotContain("Petra");
        mvc.perform(get(stage.path("/check/levels/" + network.id("B"))).with(admin))
                .andExpect(status().isForbidden());
        mvc.perform(get(stage.path("/check/levels/export")).with(admin)).andExpect(status().isForbidden());
        var english = mvc.perform(
                        get(stage.path("/check/levels")).with(stage.office()).cookie(new Cookie("lang", "en")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(english).contains("Invite those who do it").doesNotContain("?networkcheck.");
    }

    private void works(String person, String organisation, String level) {
        network.write(
                "insert into directory.person (network, id, key, family_name) values (platform.network(), ?, ?, ?)",
                person(person),
                person(person).toString(),
                person);
        network.write(
                "insert into directory.position (network, person, organisation, level, valid_from)"
                        + " values (platform.network(), ?, ?, ?, '2024-01-01')",
                person(person),
                network.id(organisation),
                level);
    }

    private UUID person(String name) {
        return UUID.nameUUIDFromBytes((stage.slug() + name).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private UUID meeting(String title, LocalDate on) {
        var id = UUID.randomUUID();
        network.write("""
                insert into meetings.meeting (network, id, title, kind, starts_at, ends_at, state)
                values (platform.network(), ?, ?, 'TALK', cast(? as date) + time '10:00', cast(? as date) + time '12:00', 'INVITED')
                """, id, title, on, on);
        return id;
    }

    private void present(UUID meeting, String person, String organisation) {
        network.write("""
                insert into meetings.attendance (network, meeting, organisation, person, name, presence)
                values (platform.network(), ?, ?, ?, ?, 'PRESENT')
                """, meeting, network.id(organisation), person(person), person);
    }

    private String words(String path, @Nullable RequestPostProcessor who) throws Exception {
        return mvc.perform(get(stage.path(path)).with(java.util.Objects.requireNonNull(who)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll("<svg.*?</svg>", "")
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ");
    }
}
