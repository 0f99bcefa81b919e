package org.wirknetz.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.platform.Scope;

@RoomTest
class InvitationTests {

    private static final Pattern LINK = Pattern.compile("http://localhost(/invitation/[A-Za-z0-9_-]{43})");

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Accounts accounts;

    @Autowired
    Invitations invitations;

    @Autowired
    JdbcClient db;

    private static String somebody() {
        return UUID.randomUUID().toString().substring(0, 8) + "@volkshochschule.example";
    }

    private String invited(Cast.Stage stage, String email, Role role, UUID organisation) {
        var link = Scope.of(stage.network(), stage.officeAccount())
                .call(() -> invitations.invite(email, role, organisation, "Volkshochschule", Locale.GERMAN));
        var found = LINK.matcher(link);
        assertThat(found.matches()).isTrue();
        return found.group(1);
    }

    private int seats(Cast.Stage stage) {
        return stage.ask(it -> it.sql("select count(*) from access.seat where network = platform.network()")
                .query(Integer.class)
                .single());
    }

    @Test
    void a_partners_admin_needs_no_account_to_accept() throws Exception {
        var stage = cast.network();
        var school = stage.organisation("Volkshochschule");
        var email = somebody();
        var path = invited(stage, email, Role.PARTNER_ADMIN, school);
        var door = new Doorstep(web);
        assertThat(door.get(path).getResponse().getContentAsString()).contains(email, "Volkshochschule");
        var answer = door.post(path, "name", "Miriam Koch", "password", Doorstep.PASSWORD)
                .getResponse();
        assertThat(answer.getRedirectedUrl()).isEqualTo(stage.path(""));
        assertThat(door.get(stage.path("/members")).getResponse().getStatus()).isEqualTo(200);
        assertThat(door.get(stage.path("/rights")).getResponse().getStatus()).isEqualTo(403);
        assertThat(new Doorstep(web).get(path).getResponse().getStatus()).isEqualTo(410);
    }

    @Test
    void where_no_link_can_be_sent_nobody_is_let_in_without_a_password() throws Exception {
        var stage = cast.network();
        var email = somebody();
        var path = invited(stage, email, Role.GROUP_MEMBER, UUID.randomUUID());
        var refused = new Doorstep(web).post(path, "name", "Emre Yıldız").getResponse();
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).doesNotContain("Link per E-Mail");
        assertThat(accounts.byEmail(email)).isEmpty();
    }

    @Test
    void a_form_with_holes_comes_back_and_the_invitation_stays_good() throws Exception {
        var stage = cast.network();
        var path = invited(stage, somebody(), Role.FUNDER, UUID.randomUUID());
        var door = new Doorstep(web);
        for (var password : new String[] {"kurz", "passwort1234", "wirknetz2026!", "111111111111"}) {
            assertThat(door.post(path, "name", "Ute Brandt", "password", password)
                            .getResponse()
                            .getStatus())
                    .as(password)
                    .isEqualTo(422);
        }
        assertThat(door.post(path, "name", " ", "password", "").getResponse().getStatus())
                .isEqualTo(422);
        assertThat(seats(stage)).isEqualTo(1);
        assertThat(door.get(path).getResponse().getStatus()).isEqualTo(200);
    }

    @Test
    void an_expired_or_revoked_invitation_is_gone_with_a_way_out() throws Exception {
        var stage = cast.network();
        var old = invited(stage, somebody(), Role.FUNDER, UUID.randomUUID());
        stage.ask(it -> it.sql("update access.invitation set expires_at = now() - interval '1 second'")
                .update());
        var revoked = invited(stage, somebody(), Role.FUNDER, UUID.randomUUID());
        stage.inside(() -> invitations.open().forEach(it -> invitations.revoke(it.id())));
        for (var path : new String[] {old, revoked, "/invitation/" + "A".repeat(43)}) {
            var answer = new Doorstep(web).get(path).getResponse();
            assertThat(answer.getStatus()).isEqualTo(410);
            assertThat(answer.getContentAsString()).contains("href=\"/sign-in\"");
            assertThat(new Doorstep(web)
                            .post(path, "name", "Ute Brandt")
                            .getResponse()
                            .getStatus())
                    .isEqualTo(410);
        }
        assertThat(seats(stage)).isEqualTo(1);
    }

    @Test
    void a_link_alone_lets_nobody_act_as_somebody_who_is_already_here() throws Exception {
        var stage = cast.network();
        var known = Doorstep.withPassword(accounts, "Miriam Koch");
        var path = invited(stage, known.email(), Role.OFFICE, UUID.randomUUID());
        var thief = new Doorstep(web);
        assertThat(thief.post(path, "name", "X", "password", "ein ganz anderes Passwort")
                        .getResponse()
                        .getStatus())
                .isEqualTo(409);
        assertThat(thief.isIn()).isFalse();
        assertThat(accounts.knows(known.account(), Doorstep.PASSWORD)).isTrue();
        var other = Doorstep.withPassword(accounts, "Jonas Weber");
        thief.signIn(other.email(), Doorstep.PASSWORD);
        assertThat(thief.post(path).getResponse().getStatus()).isEqualTo(409);
        assertThat(seats(stage)).isEqualTo(1);
        var owner = new Doorstep(web);
        owner.signIn(known.email(), Doorstep.PASSWORD);
        assertThat(owner.post(path).getResponse().getRedirectedUrl()).isEqualTo(stage.path(""));
        assertThat(seats(stage)).isEqualTo(2);
    }

    @Test
    void a_partners_admin_invites_staff_of_the_own_organisation_and_nobody_else() throws Exception {
        var stage = cast.network();
        var chamber = stage.organisation("Handwerkskammer");
        var school = stage.organisation("Volkshochschule");
        var admin = Cast.signedIn(stage.sits("Miriam Koch", Role.PARTNER_ADMIN, school));
        var before = waiting(stage);
        for (var attempt : new String[][] {
            {"OFFICE", ""},
            {"FUNDER", ""},
            {"GROUP_MEMBER", school.toString()},
            {"PARTNER_ADMIN", school.toString()},
            {"PARTNER_STAFF", chamber.toString()},
            {"PARTNER_STAFF", ""}
        }) {
            web.perform(post(stage.path("/members/invitations"))
                            .with(admin)
                            .with(csrf())
                            .param("email", somebody())
                            .param("role", attempt[0])
                            .param("organisation", attempt[1]))
                    .andExpect(status().isForbidden());
        }
        assertThat(waiting(stage)).isEqualTo(before);
        web.perform(post(stage.path("/members/invitations"))
                        .with(admin)
                        .with(csrf())
                        .param("email", somebody())
                        .param("role", "PARTNER_STAFF")
                        .param("organisation", school.toString()))
                .andExpect(status().isOk());
        assertThat(waiting(stage)).isEqualTo(before + 1);
    }

    private int waiting(Cast.Stage stage) {
        return Scope.of(stage.network()).call(() -> invitations.open().size());
    }

    @Test
    void the_last_seat_of_the_office_can_be_neither_removed_nor_changed() throws Exception {
        var stage = cast.network();
        var seat = stage.ask(it -> it.sql("select id from access.seat where network = platform.network()")
                .query(UUID.class)
                .single());
        web.perform(post(stage.path("/members/" + seat + "/removal"))
                        .with(stage.office())
                        .with(csrf()))
                .andExpect(status().isConflict());
        web.perform(post(stage.path("/members/" + seat + "/role"))
                        .with(stage.office())
                        .with(csrf())
                        .param("role", "FUNDER"))
                .andExpect(status().isConflict());
        assertThat(seats(stage)).isEqualTo(1);
        stage.sits("Jonas Weber", Role.OFFICE, null);
        web.perform(post(stage.path("/members/" + seat + "/removal"))
                        .with(stage.office())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        web.perform(get(stage.path("/members")).with(stage.office())).andExpect(status().isNotFound());
    }

    @Test
    void the_office_of_one_network_reaches_no_seat_and_no_invitation_of_another() throws Exception {
        var ours = cast.network();
        var theirs = cast.network();
        var their = theirs.ask(it -> it.sql("select id from access.seat where network = platform.network()")
                .query(UUID.class)
                .single());
        invited(theirs, somebody(), Role.FUNDER, UUID.randomUUID());
        var letter = Scope.of(theirs.network())
                .call(() -> invitations.open().getFirst().id());
        web.perform(post(ours.path("/members/" + their + "/removal"))
                        .with(ours.office())
                        .with(csrf()))
                .andExpect(status().isNotFound());
        web.perform(post(ours.path("/members/invitations/" + letter + "/revocation"))
                        .with(ours.office())
                        .with(csrf()))
                .andExpect(status().isNotFound());
        assertThat(waiting(theirs)).isEqualTo(1);
        assertThat(seats(theirs)).isEqualTo(1);
    }

    @Test
    void the_office_reads_who_may_what_of_every_module() throws Exception {
        var stage = cast.network();
        var page = web.perform(get(stage.path("/rights")).with(stage.office()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains("jede Person einladen", "Koordinierungsstelle", "Fördernde Stelle")
                .doesNotContain("?access.");
    }
}
