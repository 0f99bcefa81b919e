package org.wirknetz.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirknetz.AtOnce;
import org.wirknetz.CutOff;
import org.wirknetz.RoomTest;

/// A survey whose server dies in the middle of opening or closing, and buttons that are pressed twice.
@RoomTest
class SurveyInterruptionTests extends SurveyRoom {

    @Test
    void cut_off_while_it_is_opened_a_wave_is_a_draft_and_nobody_is_asked() throws Exception {
        var wave = drafted(5);
        var before = stored();
        new CutOff(address).at("platform.mail", () -> sent(wave + "/opening"));
        assertThat(stored()).isEqualTo(before);
        for (int n = 0; n < 5; n++) assertThat(mails(n)).isZero();
        redirected(write(wave + "/opening", stage.office()));
        assertThat(links(5)).doesNotHaveDuplicates();
    }

    @Test
    void cut_off_while_it_is_closed_a_wave_is_open_and_loses_no_answer() throws Exception {
        var wave = open(5);
        for (var link : links(5))
            redirected(write(link + "/answers", anybody())
                    .param(questions(link).getFirst(), link.equals(links(5).getFirst()) ? "5" : "4")
                    .param("consent", "true"));
        var before = stored();
        new CutOff(address).at("platform.revision", () -> sent(wave + "/closing"));
        assertThat(stored()).isEqualTo(before);
        redirected(write(wave + "/closing", stage.office()));
        assertThat(text(wave)).contains("5 von 5 stimmen zu");
    }

    @Test
    void of_two_who_open_at_once_one_comes_too_late_and_each_is_asked_once() throws Exception {
        var wave = drafted(5);
        assertThat(AtOnce.twice(() -> sent(wave + "/opening"))).containsExactlyInAnyOrder(302, 409);
        for (int n = 0; n < 5; n++) assertThat(mails(n)).isOne();
        assertThat(AtOnce.twice(() -> sent(wave + "/closing"))).containsExactlyInAnyOrder(302, 409);
    }

    @Test
    void answers_sent_twice_at_once_count_once() throws Exception {
        open(5);
        var link = links(5).getFirst();
        var question = questions(link).getFirst();
        assertThat(AtOnce.twice(() -> mvc.perform(write(link + "/answers", anybody())
                                .param(question, "5")
                                .param("consent", "true"))
                        .andReturn()
                        .getResponse()
                        .getStatus()))
                .isEqualTo(List.of(302, 302));
        assertThat(owner("select sum(number)::int from surveys.tally where network = ?"))
                .isOne();
    }

    private String drafted(int people) throws Exception {
        people(people);
        var wave = drafted();
        redirected(write(wave + "/members", stage.office()));
        return wave;
    }

    private int sent(String path) throws Exception {
        return mvc.perform(write(path, stage.office()))
                .andReturn()
                .getResponse()
                .getStatus();
    }
}
