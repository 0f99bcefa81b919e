package org.wirknetz.surveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;

/// What comes in by a link: once, in time, by whom it was meant for; and what is refused.
@RoomTest
class SurveyIntakeTests extends SurveyRoom {

    @Autowired
    Reminding reminding;

    @Test
    void a_link_answers_once_and_pressing_twice_changes_nothing() throws Exception {
        open(5);
        var link = links(5).getFirst();
        var before = mvc.perform(get(link))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(before)
                .contains("Die Teilnahme ist freiwillig", "mindestens fünf", "nicht zurückziehen", "nicht anonym")
                .doesNotContain("Person 0");
        var question = questions(link).getFirst();
        mvc.perform(post(link + "/answers").param(question, "5").param("consent", "true"))
                .andExpect(status().isForbidden());
        mvc.perform(write(link + "/answers", anybody()).param(question, "5"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("dass Sie einverstanden sind")));
        mvc.perform(write(link + "/answers", anybody()).param("consent", "true"))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(write(link + "/answers", anybody()).param(question, "6").param("consent", "true"))
                .andExpect(status().isNotFound());
        int noted = formsNoted();
        for (int n = 0; n < 2; n++) {
            redirected(write(link + "/answers", anybody())
                    .param("_form", "0123456789abcdef")
                    .param(question, "5")
                    .param("consent", "true"));
        }
        assertThat(formsNoted()).as("no mark of a form that was sent").isEqualTo(noted);
        assertThat(owner("select sum(number)::int from surveys.tally where network = ?"))
                .isOne();
        mvc.perform(get(link)).andExpect(content().string(containsString("Ihre Antworten sind angekommen")));
        mvc.perform(get(link + "/answers")).andExpect(status().is3xxRedirection());
        mvc.perform(get(link.substring(0, link.length() - 1) + "_")).andExpect(status().isNotFound());
        var other = cast.network();
        mvc.perform(get(link.replace(stage.slug(), other.slug()))).andExpect(status().isNotFound());
    }

    /// Whom the outbox names says nothing: whoever has answered is reminded too.
    @Test
    void everybody_is_reminded_twice_and_no_more_by_the_same_link() throws Exception {
        open(5);
        var links = links(5);
        redirected(write(links.get(0) + "/answers", anybody())
                .param(questions(links.get(0)).getFirst(), "4")
                .param("consent", "true"));
        stage.inside(() -> {
            assertThat(reminding.remind(LocalDate.of(2026, 11, 23))).isZero();
            assertThat(reminding.remind(LocalDate.of(2026, 12, 7))).isEqualTo(5);
            assertThat(reminding.remind(LocalDate.of(2026, 12, 8))).isZero();
            assertThat(reminding.remind(LocalDate.of(2026, 12, 13))).isEqualTo(5);
            assertThat(reminding.remind(LocalDate.of(2026, 12, 14))).isZero();
            assertThat(reminding.end(LocalDate.of(2026, 12, 14))).isZero();
            assertThat(reminding.end(LocalDate.of(2026, 12, 15))).isOne();
            assertThat(reminding.end(LocalDate.of(2026, 12, 15))).isZero();
        });
        assertThat(mails(0)).isEqualTo(3);
        assertThat(mails(1)).isEqualTo(3);
        assertThat(links(5)).as("the same links in the reminder").isEqualTo(links);
    }

    @Test
    void ties_carry_the_name_of_the_organisation_and_can_be_taken_back_until_the_end() throws Exception {
        var wave = open(5);
        var links = links(5);
        // The first works for two: nothing is said before she has chosen for which.
        mvc.perform(get(links.get(0) + "/ties"))
                .andExpect(content().string(containsString("Für welche Ihrer Organisationen")));
        mvc.perform(write(links.get(0) + "/ties", anybody())
                        .param("named", members.get(2).toString()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(matchesPattern("(?s).*value=\"" + members.get(2) + "\" checked.*")));
        mvc.perform(write(links.get(0) + "/ties", anybody())
                        .param("speaker", members.get(3).toString()))
                .andExpect(status().isConflict());
        mvc.perform(write(links.get(0) + "/ties", anybody()).param("speaker", "-".repeat(36)))
                .andExpect(status().isUnprocessableContent());
        redirected(write(links.get(0) + "/ties", anybody())
                .param("speaker", members.get(0).toString())
                .param("named", members.get(0).toString(), members.get(2).toString()));
        redirected(write(links.get(1) + "/ties", anybody())
                .param("speaker", members.get(1).toString())
                .param("named", members.get(0).toString()));
        mvc.perform(get(links.get(1))).andExpect(content().string(containsString("Angabe ändern")));
        redirected(write(links.get(1) + "/ties/removal", anybody()));
        redirected(write(links.get(2) + "/ties", anybody())
                .param("speaker", members.get(2).toString()));
        String ties = "select count(*)::int from surveys.tie";
        assertThat(stage.<Integer>as(
                        stage.officeAccount(),
                        db -> db.sql(ties).query(Integer.class).single()))
                .as("the office reads nothing before the end")
                .isZero();
        redirected(write(wave + "/closing", stage.office()));
        var olga = stage.sits("Olga Petrenko", Role.PARTNER_ADMIN, members.get(2));
        assertThat(stage.<Integer>as(
                        olga, db -> db.sql(ties).query(Integer.class).single()))
                .isZero();
        assertThat(stage.<List<UUID>>as(
                        stage.officeAccount(),
                        db -> db.sql("select named from surveys.tie where teller = ?")
                                .param(members.get(0))
                                .query(UUID.class)
                                .list()))
                .containsExactly(members.get(2));
        assertThat(stage.<Integer>as(
                        stage.officeAccount(),
                        db -> db.sql("select count(*)::int from surveys.teller")
                                .query(Integer.class)
                                .single()))
                .isEqualTo(2);
        var told = text(stage.path("/check/told?wave=" + id(wave)));
        assertThat(told)
                .contains("Handwerkskammer – Jobcenter", "nur eine Seite sagt es", "weniger als fünf Organisationen")
                .contains("2 von 4");
        mvc.perform(get(stage.path("/check/told")).with(Cast.signedIn(olga))).andExpect(status().isForbidden());
    }

    @Test
    void a_network_of_three_and_bad_forms_are_told_what_is_wrong() throws Exception {
        people(3);
        var wave = drafted();
        redirected(write(wave + "/members", stage.office()));
        mvc.perform(write(wave + "/opening", stage.office()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("mindestens 5 Personen, ausgewählt sind 3")));
        mvc.perform(write(wave + "/people", stage.office()).param("name", "Niemand"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("„Niemand“")));
        mvc.perform(write("/surveys", stage.office())
                        .param("title", "x".repeat(201))
                        .param("purpose", "y".repeat(2001))
                        .param("closes", "morgen")
                        .param("reminders", "9"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Erlaubt sind 200 Zeichen")))
                .andExpect(content().string(containsString("Erlaubt sind 2.000 Zeichen")))
                .andExpect(content().string(containsString("Bitte geben Sie einen Tag an")))
                .andExpect(content().string(containsString("0 bis 2 Erinnerungen")));
        mvc.perform(write("/surveys/questionnaire", stage.office()).param("de", "z".repeat(100_000)))
                .andExpect(status().isConflict());
        redirected(write("/surveys/questionnaire", stage.office())
                .param("de", "<script>alert(1)</script>")
                .param("en", "Fine"));
        assertThat(text(stage.path("/surveys/questionnaire")))
                .contains("&lt;script&gt;", "eigene Aussage")
                .doesNotContain("<script>alert");
        var olga = stage.sits("Olga Petrenko", Role.PARTNER_ADMIN, members.get(1));
        mvc.perform(get(wave).with(Cast.signedIn(olga))).andExpect(status().isNotFound());
        mvc.perform(write("/surveys/questionnaire/restoration", Cast.signedIn(olga)))
                .andExpect(status().isForbidden());
        redirected(write(wave + "/removal", stage.office()));
    }
}
