package org.wirknetz.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.wirknetz.AtOnce;
import org.wirknetz.Cast;
import org.wirknetz.CutOff;
import org.wirknetz.RoomTest;
import org.wirknetz.platform.DatabaseAddress;

/// A report whose server dies in the middle, and buttons that are pressed twice.
@RoomTest
class ReportInterruptionTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    DatabaseAddress address;

    private Cast.Stage stage;

    @BeforeEach
    void five_members() {
        stage = cast.network();
        for (var name :
                List.of("Handwerkskammer", "Volkshochschule", "Jobcenter", "Caritasverband", "Metallbau Yıldız GmbH")) {
            var id = stage.organisation(name);
            stage.ask(db -> db.sql(
                            "insert into directory.membership (network, organisation, status) values (platform.network(), ?, 'ACTIVE')")
                    .param(id)
                    .update());
        }
    }

    @Test
    void cut_off_in_the_middle_a_report_is_neither_frozen_nor_released_by_halves() throws Exception {
        new CutOff(address).at("platform.revision", this::freeze);
        assertThat(count("select count(*) from reports.report")).isZero();
        assertThat(count("select count(*) from platform.trail where relation = 'reports.report'"))
                .isZero();
        assertThat(freeze()).isEqualTo(302);

        var path = "/check/report/" + id() + "/release";
        new CutOff(address).at("platform.revision", () -> sent(path));
        assertThat(count("select count(*) from reports.report where released_on is null"))
                .isOne();
        assertThat(sent(path)).isEqualTo(302);
        assertThat(count("select count(*) from reports.report where released_on is not null"))
                .isOne();
    }

    @Test
    void of_two_who_freeze_at_once_one_comes_too_late() throws Exception {
        assertThat(AtOnce.twice(this::freeze)).containsExactlyInAnyOrder(302, 409);
        assertThat(count("select count(*) from reports.report")).isOne();
    }

    private int freeze() throws Exception {
        return sent("/check/report/freezing");
    }

    private int sent(String path) throws Exception {
        return mvc.perform(
                        post(stage.path(path)).with(csrf()).with(stage.office()).param("period", "2026-1"))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private String id() {
        return stage.<String>ask(db -> db.sql("select id::text from reports.report")
                .query(String.class)
                .single());
    }

    private int count(String question) {
        return stage.<Integer>ask(db -> db.sql(question).query(Integer.class).single());
    }
}
