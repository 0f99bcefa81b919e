package org.wirknetz.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;
import org.wirknetz.platform.AccountId;

/// Partners take back in products and in give and take what they may still do, nothing else. Before, nobody but
/// the office could, though the page offered it; what the database kept was said to be taken back; and a change whose
/// rows had become hidden was marked as taken back with nothing done.
@RoomTest
class UndoInRoomsTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    private Cast.Stage stage;
    private UUID school;
    private UUID office;
    private AccountId olga;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        school = member("Volkshochschule");
        office = member("Jobcenter");
        olga = stage.sits("Olga Petrenko", Role.PARTNER_STAFF, school);
    }

    private UUID member(String name) {
        var id = stage.organisation(name);
        stage.inside(() -> stage.ask(db -> db.sql(
                        "insert into directory.membership (network, organisation, status) values (platform.network(), ?, 'ACTIVE')")
                .param(id)
                .update()));
        return id;
    }

    private int write(String path, String... fields) throws Exception {
        var request = post(stage.path(path)).with(Cast.signedIn(olga)).with(csrf());
        for (int n = 0; n < fields.length; n += 2) request.param(fields[n], fields[n + 1]);
        return web.perform(request).andReturn().getResponse().getStatus();
    }

    private int undo() throws Exception {
        return write("/changes/" + lastOfOlga() + "/undo");
    }

    private UUID lastOfOlga() {
        return stage.ask(db -> db.sql(
                        "select id from platform.change where account = ? and undoes is null order by at desc limit 1")
                .param(olga.value())
                .query(UUID.class)
                .single());
    }

    private int rows(String table) {
        return stage.ask(db -> db.sql("select count(*) from platform.trail where relation = ? and verb = 'insert'")
                        .param(table)
                        .query(Integer.class)
                        .single()
                - db.sql("select count(*) from platform.trail where relation = ? and verb = 'delete'")
                        .param(table)
                        .query(Integer.class)
                        .single());
    }

    private void seat(Role role, @Nullable UUID organisation) {
        stage.inside(() -> stage.ask(
                db -> db.sql("update access.seat set role = ?, organisation = nullif(?, '')::uuid where account = ?")
                        .params(role.name(), organisation == null ? "" : organisation.toString(), olga.value())
                        .update()));
    }

    private void product() throws Exception {
        assertThat(write("/products", "name", "Kompetenzbilanz", "kind", "SERVICE", "owner", school.toString()))
                .isEqualTo(302);
        assertThat(rows("products.product")).isEqualTo(1);
    }

    private UUID only(String table) {
        return stage.ask(db -> db.sql("select record from platform.trail where relation = ? order by id limit 1")
                .param(table)
                .query(UUID.class)
                .single());
    }

    @Test
    void an_owner_takes_back_a_product_that_was_begun() throws Exception {
        product();
        assertThat(undo()).isEqualTo(302);
        assertThat(rows("products.product")).isZero();
    }

    @Test
    void an_owner_takes_back_the_removal_of_a_product() throws Exception {
        product();
        assertThat(write("/products/" + only("products.product") + "/removal")).isEqualTo(302);
        assertThat(rows("products.product")).isZero();
        assertThat(undo()).isEqualTo(302);
        assertThat(rows("products.product")).isEqualTo(1);
    }

    @Test
    void an_owner_takes_back_who_joined() throws Exception {
        product();
        assertThat(write("/products/" + only("products.product") + "/partners", "organisation", office.toString()))
                .isEqualTo(302);
        assertThat(rows("products.partner")).isEqualTo(2);
        assertThat(undo()).isEqualTo(302);
        assertThat(rows("products.partner")).isEqualTo(1);
    }

    @Test
    void with_another_seat_nothing_of_a_product_is_taken_back() throws Exception {
        product();
        seat(Role.PARTNER_STAFF, office);
        assertThat(undo()).isEqualTo(403);
        seat(Role.GROUP_MEMBER, null);
        assertThat(undo()).isEqualTo(403);
        seat(Role.FUNDER, null);
        assertThat(undo()).isEqualTo(403);
        assertThat(rows("products.product")).isEqualTo(1);
    }

    private int favour(String direction) throws Exception {
        return write(
                "/contributions",
                "own",
                school.toString(),
                "direction",
                direction,
                "other",
                office.toString(),
                "kind",
                "Raum",
                "effort",
                "MEDIUM");
    }

    @Test
    void the_giver_takes_back_what_was_entered() throws Exception {
        assertThat(favour("gave")).isEqualTo(302);
        assertThat(undo()).isEqualTo(302);
        assertThat(rows("exchange.contribution")).isZero();
    }

    @Test
    void what_both_stand_by_is_not_said_to_be_taken_back() throws Exception {
        assertThat(favour("got")).isEqualTo(302);
        assertThat(rows("exchange.contribution")).isEqualTo(1);
        assertThat(undo()).isEqualTo(403);
        assertThat(rows("exchange.contribution")).isEqualTo(1);
    }

    @Test
    void a_change_that_is_hidden_by_now_stays_and_the_office_can_still_take_it_back() throws Exception {
        assertThat(favour("gave")).isEqualTo(302);
        seat(Role.PARTNER_STAFF, member("Caritasverband"));
        assertThat(undo()).isEqualTo(403);
        assertThat(web.perform(post(stage.path("/changes/" + lastOfOlga() + "/undo"))
                                .with(stage.office())
                                .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(302);
        assertThat(rows("exchange.contribution")).isZero();
    }
}
