package org.wirknetz.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;

/// Who is where, by group and district: nobody falls out of it.
@RoomTest
class TargetMatrixRoomTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Test
    void nobody_falls_out_of_the_matrix_and_what_is_missing_is_said_in_words() throws Exception {
        var stage = cast.network();
        stage.ask(db -> db.sql("""
                        with district as (
                          insert into directory.area (network, key, name, level)
                          select platform.network(), 'k' || n, case when n > 12 then 'Z' else '' end || 'Kreis ' || to_char(n, 'FM00'),
                                 'DISTRICT' from generate_series(1, 14) n
                          returning id, key),
                        grp as (
                          insert into directory.actor_group (network, key, name_de, name_en)
                          values (platform.network(), 'EMPLOYER', 'Betrieb', 'Employer') returning id),
                        model as (
                          insert into directory.target_model (network, name, number, valid_from)
                          values (platform.network(), 'Soll', 1, platform.today() - 1) returning id),
                        wanted as (
                          insert into directory.target_role (network, model, actor_group, area, minimum, weight)
                          select platform.network(), model.id, grp.id, district.id, case district.key when 'k14' then 5 else 2 end, 2.25
                            from model, grp, district where key in ('k1', 'k14')),
                        -- One in each of the thirteen first, a second one in the thirteenth, one without an area.
                        partner as (
                          insert into directory.organisation (network, key, name, area)
                          select platform.network(), 'o' || n, 'Betrieb ' || n,
                                 (select id from district where key = 'k' || case when n = 14 then 13 else n end)
                            from generate_series(1, 15) n where n <> 12
                          returning id),
                        belongs as (
                          insert into directory.organisation_group (network, organisation, actor_group)
                          select platform.network(), partner.id, grp.id from partner, grp)
                        insert into directory.membership (network, organisation, status)
                        select platform.network(), id, 'ACTIVE' from partner
                        """).update());
        var page = mvc.perform(get(stage.path("/targets")).with(stage.office()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("C = 1,13 / 4,50 = 0,25");
        var matrix = page.substring(page.indexOf("id=\"matrix\""));
        var text = matrix.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
        assertThat(text)
                .as("the thirteenth has most members, the twelfth and the fourteenth have none")
                .contains("ZKreis 13", "ohne Gebiet und in 2 weiteren")
                .doesNotContain("Kreis 12", "ZKreis 14");
        assertThat(text)
                .as("one is missing in the first, five in one of the others; one is there without an area")
                .contains("Betrieb 1 1 fehlt 1 1 1 1 1 1 1 1 1 1 2 1 5 fehlen");
    }
}
