package org.wirknetz.equality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;

/// C4.3: whom of the partners of today trainings, agenda items and mails have reached in 24 months. Eight partners;
/// today
/// is 23 November 2026.
@RoomTest
class AwarenessTests extends CountingRoom {

    private ResultActions send(String path, String... fields) throws Exception {
        var request = post(stage.path(path)).with(stage.office()).with(csrf());
        for (int n = 0; n < fields.length; n += 2) request.param(fields[n], fields[n + 1]);
        return mvc.perform(request);
    }

    private String held(String on, UUID... took) throws Exception {
        var place = send("/equality/awareness", "kind", "TRAINING", "title", "Fachtag " + on, "on", on)
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        var path = String.valueOf(place).replaceFirst("^/w/[^/]+", "").replaceFirst("\\?.*", "");
        var fields = new String[took.length * 2 + 2];
        for (int n = 0; n < took.length; n++) {
            fields[2 * n] = "organisation";
            fields[2 * n + 1] = took[n].toString();
        }
        fields[2 * took.length] = "version";
        fields[2 * took.length + 1] = "1";
        if (took.length > 0) send(path + "/participations", fields).andExpect(status().is3xxRedirection());
        return path;
    }

    private String page(RequestPostProcessor who) throws Exception {
        return mvc.perform(get(stage.path("/equality/awareness")).with(who))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void who_took_part_within_24_months_is_reached_the_others_are_named() throws Exception {
        held("2024-11-23", members.get(0));
        held("2024-11-24", members.get(1), members.get(2));
        held("2026-05-06", members.get(2), members.get(3));
        var page = page(stage.office());
        assertThat(page)
                .contains("3 von 8 Partnern haben in den letzten 24 Monaten teilgenommen.")
                .contains("zuletzt am 23.11.2024");
        var missed = page.substring(page.indexOf("Noch nicht erreicht"));
        assertThat(missed)
                .contains("Handwerkskammer", "Metallbau Yıldız GmbH")
                .doesNotContain("Volkshochschule", "Jobcenter", "Caritasverband");
    }

    @Test
    void from_twenty_partners_on_it_is_a_percentage_without_false_precision() throws Exception {
        for (int n = 0; n < 13; n++) member("Partner " + n, null);
        held("2026-05-06", members.get(0), members.get(1), members.get(2), members.get(3));
        assertThat(page(stage.office())).contains("19 % der Partner").contains("(4 von 21)");
    }

    @Test
    void nobody_took_part_in_what_is_still_to_come() throws Exception {
        var path = held("2027-02-09");
        send(path + "/participations", "organisation", members.getFirst().toString(), "version", "1")
                .andExpect(status().isConflict());
        assertThat(page(stage.office())).contains("geplant").contains("0 von 8 Partnern");
    }

    @Test
    void of_two_who_change_it_at_once_the_second_is_told_and_nothing_is_lost() throws Exception {
        var path = held("2026-05-06", members.get(0));
        send(path + "/participations", "organisation", members.get(1).toString(), "version", "1")
                .andExpect(status().isConflict());
        send(path, "kind", "MAIL", "title", "Anders", "on", "2026-05-06", "version", "1")
                .andExpect(status().isConflict());
        assertThat(page(stage.office())).contains("1 von 8 Partnern").doesNotContain("Anders");
        send(path, "kind", "MAIL", "title", "Anders", "on", "2026-05-06", "version", "2")
                .andExpect(status().is3xxRedirection());
        assertThat(page(stage.office())).contains("Anders");
    }

    @Test
    void funders_do_not_learn_who_was_missing() throws Exception {
        var funder = Cast.signedIn(stage.sits("Förderstelle", Role.FUNDER, null));
        mvc.perform(get(stage.path("/equality/awareness")).with(funder)).andExpect(status().isForbidden());
    }
}
