package org.wirknetz.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.wirknetz.agreements.Desks.MONDAY;
import static org.wirknetz.agreements.Desks.terms;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;
import org.wirknetz.platform.Id;
import org.wirknetz.platform.Scope;

/// People who take part in a group, have no seat at a partner, and represent one.
@RoomTest
class MandatedTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Agreements agreements;

    @Autowired
    JdbcClient db;

    private Desks desks;
    private Scope member;
    private AgreementId id;
    private String path;

    @BeforeEach
    void offer_a_text() {
        desks = new Desks(cast);
        member = Scope.of(desks.stage.network(), desks.stage.sits("Mira Vogel", Role.GROUP_MEMBER, null));
        id = desks.office.call(() -> agreements.draft(terms("Anerkennung"), desks.both()));
        desks.office.run(() -> agreements.offer(id, 1));
        path = desks.stage.path("/agreements/" + id.value());
    }

    @Test
    void who_represents_a_party_reads_and_signs_without_a_seat_there() throws Exception {
        represents(desks.volkshochschule, null, null);
        mvc.perform(get(desks.stage.path("")).with(as(member)))
                .andExpect(content().string(containsString("Lesen und unterschreiben")));
        mvc.perform(get(path).with(as(member)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Sie erkennen Teilqualifikationen gegenseitig an.")))
                .andExpect(content().string(containsString("Für Volkshochschule unterschreiben")))
                .andExpect(content().string(not(containsString(path + "/edit"))))
                .andExpect(content().string(not(containsString(path + "/paper-signatures"))));
        mvc.perform(get(path + "/paper?format=txt").with(as(member))).andExpect(status().isOk());
        mvc.perform(post(path + "/signatures")
                        .param("organisation", desks.volkshochschule.toString())
                        .param("shown", fingerprint())
                        .with(as(member))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("id=\"read-error\"")))
                .andExpect(content().string(containsString("Bestätigen Sie zuerst, dass Sie den Text gelesen haben.")))
                .andExpect(content().string(containsString("Für Volkshochschule unterschreiben")));
        assertThat(signers()).isEmpty();
        mvc.perform(post(path + "/signatures")
                        .param("organisation", desks.volkshochschule.toString())
                        .param("shown", fingerprint())
                        .param("read", "on")
                        .with(as(member))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(signers()).containsExactly("Mira Cast");
    }

    @Test
    void they_sign_and_nothing_else() throws Exception {
        represents(desks.volkshochschule, null, null);
        for (var forbidden : List.of("/edit", "/comments", "/obligations", "/offer?version=1", "/end", "/reopening")) {
            var request = forbidden.equals("/edit") ? get(path + forbidden) : post(path + forbidden);
            mvc.perform(request.param("body", "Hallo")
                            .param("reason", "x")
                            .with(as(member))
                            .with(csrf()))
                    .andExpect(status().isForbidden());
        }
        mvc.perform(post(path + "/signatures")
                        .param("organisation", desks.handwerkskammer.toString())
                        .param("shown", fingerprint())
                        .param("read", "on")
                        .with(as(member))
                        .with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("nur unterschreiben, wer die Organisation an diesem Tag")));
        assertThat(signers()).isEmpty();
    }

    @Test
    void without_a_mandate_of_a_party_on_this_day_it_is_not_there() throws Exception {
        mvc.perform(get(path).with(as(member))).andExpect(status().isNotFound());
        represents(desks.jobcenter, null, null);
        mvc.perform(get(path).with(as(member))).andExpect(status().isNotFound());
        mvc.perform(get(desks.stage.path("/agreements")).with(as(member)))
                .andExpect(content().string(not(containsString("Anerkennung"))));
    }

    @Test
    void a_mandate_that_is_over_or_to_come_opens_nothing() throws Exception {
        represents(desks.volkshochschule, LocalDate.of(2020, 1, 1), MONDAY);
        mvc.perform(get(path).with(as(member))).andExpect(status().isNotFound());
        represents(desks.handwerkskammer, MONDAY.plusDays(1), null);
        mvc.perform(get(path).with(as(member))).andExpect(status().isNotFound());
        represents(desks.volkshochschule, MONDAY, MONDAY.plusDays(1));
        mvc.perform(get(path).with(as(member))).andExpect(status().isOk());
    }

    private void represents(UUID organisation, @Nullable LocalDate from, @Nullable LocalDate to) {
        var address = db.sql("select email from access.account where id = ?")
                .param(member.account().map(Id::value).orElseThrow())
                .query(String.class)
                .single();
        Desks.mandated(desks.stage, db, "Mira", address, organisation, from, to);
    }

    private List<String> signers() {
        return desks.office.<List<String>, RuntimeException>call(
                () -> db.sql("select name from agreements.signature where agreement = ?")
                        .param(id.value())
                        .query(String.class)
                        .list());
    }

    private String fingerprint() {
        return desks.office.call(
                () -> db.sql("select sha256 from agreements.wording where agreement = ? order by number desc limit 1")
                        .param(id.value())
                        .query(String.class)
                        .single());
    }

    private static RequestPostProcessor as(Scope scope) {
        return Cast.signedIn(scope.account().orElseThrow());
    }
}
