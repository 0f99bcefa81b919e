package org.wirknetz.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;
import org.wirknetz.platform.AccountId;

/// Taking back needs the right of today, not that of yesterday. Seen failing: whoever had made a change could take it
/// back after the seat was another one.
@RoomTest
class UndoAfterwardsTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    private record Told(Cast.Stage stage, AccountId olga, UUID school, UUID change) {}

    /// Olga Petrenko, admin of the Volkshochschule, has changed the telephone number on its card.
    private Told changed() throws Exception {
        var stage = cast.network();
        var school = stage.organisation("Volkshochschule");
        var olga = stage.sits("Olga Petrenko", Role.PARTNER_ADMIN, school);
        var status = web.perform(post(stage.path("/organisations/" + school + "/fields/phone"))
                        .with(Cast.signedIn(olga))
                        .with(csrf())
                        .param("value", "0361 4711")
                        .param("version", "1"))
                .andReturn()
                .getResponse()
                .getStatus();
        assertThat(status).isLessThan(400);
        var change = stage.<UUID>ask(
                db -> db.sql("select id from platform.change where account = ? order by at desc limit 1")
                        .param(olga.value())
                        .query(UUID.class)
                        .single());
        return new Told(stage, olga, school, change);
    }

    private int undo(Told told) throws Exception {
        return web.perform(post(told.stage().path("/changes/" + told.change() + "/undo"))
                        .with(Cast.signedIn(told.olga()))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private static void seat(Told told, Role role, UUID organisation) {
        told.stage()
                .inside(() -> told.stage()
                        .ask(db -> db.sql(
                                        "update access.seat set role = ?, organisation = nullif(?, '')::uuid where account = ?")
                                .params(
                                        role.name(),
                                        organisation == null ? "" : organisation.toString(),
                                        told.olga().value())
                                .update()));
    }

    @Test
    void the_admin_takes_back_what_she_did() throws Exception {
        assertThat(undo(changed())).isEqualTo(302);
    }

    @Test
    void a_seat_lost_takes_the_undo_with_it() throws Exception {
        var told = changed();
        told.stage()
                .inside(() -> told.stage()
                        .ask(db -> db.sql("delete from access.seat where account = ?")
                                .param(told.olga().value())
                                .update()));
        assertThat(undo(told)).isEqualTo(404);
    }

    @Test
    void another_role_or_another_organisation_takes_nothing_back() throws Exception {
        for (var role : new Role[] {Role.PARTNER_STAFF, Role.GROUP_MEMBER, Role.FUNDER}) {
            var told = changed();
            seat(told, role, role == Role.PARTNER_STAFF ? told.school() : null);
            assertThat(undo(told)).as(role.name()).isEqualTo(403);
        }
        var told = changed();
        seat(told, Role.PARTNER_ADMIN, told.stage().organisation("Jobcenter"));
        assertThat(undo(told)).isEqualTo(403);
        assertThat(told.stage()
                        .<String>ask(db -> db.sql("select phone from directory.organisation where id = ?")
                                .param(told.school())
                                .query(String.class)
                                .single()))
                .isEqualTo("0361 4711");
    }
}
