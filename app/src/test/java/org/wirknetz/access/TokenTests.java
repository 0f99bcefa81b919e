package org.wirknetz.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.platform.AccountId;
import org.wirknetz.platform.Scope;

@RoomTest
class TokenTests {

    private static final String CHAMBER = "{\"key\":\"hwk\",\"name\":\"Handwerkskammer\"}";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Tokens tokens;

    @Autowired
    Accounts accounts;

    @Autowired
    Seats seats;

    @Autowired
    JdbcClient db;

    private String token(Cast.Stage stage, AccountId account, Tokens.TokenScope scope) {
        return Scope.of(stage.network(), account).call(() -> tokens.issue("Auswertung", scope, 30));
    }

    private static String organisations(Cast.Stage stage) {
        return "/api/v1/networks/" + stage.slug() + "/organisations";
    }

    private int read(Cast.Stage stage, String token) throws Exception {
        return web.perform(get(organisations(stage)).header("Authorization", "Bearer " + token))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private int organisationsIn(Cast.Stage stage) {
        return stage.ask(it -> it.sql("select count(*) from directory.organisation")
                .query(Integer.class)
                .single());
    }

    @Test
    void a_token_reads_and_leaves_no_session() throws Exception {
        var stage = cast.network();
        var token = token(stage, stage.officeAccount(), Tokens.TokenScope.READ);
        assertThat(token).startsWith("wnk_").hasSize(47);
        web.perform(get(organisations(stage)).header("Authorization", "Bearer " + token))
                .andExpect(status().isOk())
                .andExpect(cookie().doesNotExist("SESSION"));
    }

    @Test
    void without_a_good_token_the_answer_is_a_problem_in_the_callers_language() throws Exception {
        var stage = cast.network();
        for (var bad : new String[] {"", "Bearer wnk_" + "A".repeat(43), "Bearer x", "Basic eDp5"}) {
            web.perform(get(organisations(stage)).header("Authorization", bad).header("Accept-Language", "en"))
                    .andExpect(status().isUnauthorized())
                    .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                    .andExpect(header().string("WWW-Authenticate", "Bearer realm=\"wirknetz\""))
                    .andExpect(header().string("Content-Language", "en"));
        }
    }

    @Test
    void a_reading_token_writes_nothing_and_a_writing_one_needs_no_form_token() throws Exception {
        var stage = cast.network();
        var reading = token(stage, stage.officeAccount(), Tokens.TokenScope.READ);
        web.perform(post(organisations(stage))
                        .header("Authorization", "Bearer " + reading)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(CHAMBER))
                .andExpect(status().isForbidden());
        assertThat(organisationsIn(stage)).isZero();
        var writing = token(stage, stage.officeAccount(), Tokens.TokenScope.WRITE);
        web.perform(post(organisations(stage))
                        .header("Authorization", "Bearer " + writing)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(CHAMBER))
                .andExpect(status().isCreated());
        assertThat(organisationsIn(stage)).isEqualTo(1);
    }

    @Test
    void a_token_opens_its_own_network_and_no_page() throws Exception {
        var ours = cast.network();
        var theirs = cast.network();
        theirs.inside(() -> db.sql("insert into access.seat (network, account, role) values (?, ?, 'OFFICE')")
                .params(theirs.network().value(), ours.officeAccount().value())
                .update());
        var token = token(ours, ours.officeAccount(), Tokens.TokenScope.READ);
        assertThat(read(ours, token)).isEqualTo(200);
        assertThat(read(theirs, token)).as("another network of the same person").isEqualTo(404);
        web.perform(get(ours.path("/members")).header("Authorization", "Bearer " + token))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void a_token_ends_with_revocation_seat_account_and_time() throws Exception {
        var stage = cast.network();
        var jonas = stage.sits("Jonas Weber", Role.GROUP_MEMBER, null);
        var revoked = token(stage, jonas, Tokens.TokenScope.READ);
        assertThat(read(stage, revoked)).isEqualTo(200);
        var card = Scope.of(jonas).call(() -> tokens.of(jonas)).getFirst();
        assertThat(card.usedAt()).isNotNull();
        tokens.revoke(jonas, stage.network(), card.id());
        assertThat(read(stage, revoked)).isEqualTo(401);

        var expired = token(stage, jonas, Tokens.TokenScope.READ);
        stage.ask(it -> it.sql("update access.token set expires_at = now() where revoked_at is null")
                .update());
        assertThat(read(stage, expired)).isEqualTo(401);

        var seatless = token(stage, jonas, Tokens.TokenScope.READ);
        var seat = stage.ask(it -> it.sql("select id from access.seat where account = ?")
                .param(jonas.value())
                .query(UUID.class)
                .single());
        stage.inside(() -> seats.remove(seat));
        assertThat(read(stage, seatless)).isEqualTo(401);

        var maria = stage.sits("Miriam Koch", Role.OFFICE, null);
        var disabled = token(stage, maria, Tokens.TokenScope.READ);
        accounts.disable(maria);
        accounts.enable(maria);
        assertThat(read(stage, disabled)).as("disabling ends it for good").isEqualTo(401);
    }

    @Test
    void nobody_revokes_the_token_of_somebody_else() throws Exception {
        var stage = cast.network();
        var jonas = stage.sits("Jonas Weber", Role.GROUP_MEMBER, null);
        var token = token(stage, jonas, Tokens.TokenScope.READ);
        var card = Scope.of(jonas).call(() -> tokens.of(jonas)).getFirst();
        web.perform(post("/account/tokens/" + card.network() + "/" + card.id() + "/revocation")
                        .with(stage.office())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(read(stage, token)).isEqualTo(200);
    }

    @Test
    void a_token_is_shown_once_and_kept_as_a_hash() throws Exception {
        var stage = cast.network();
        var page = web.perform(post("/account/tokens")
                        .with(stage.office())
                        .with(csrf())
                        .param("label", "Auswertung in R")
                        .param("network", stage.slug())
                        .param("scope", "READ")
                        .param("days", "30"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        var shown = java.util.regex.Pattern.compile("wnk_[A-Za-z0-9_-]{43}").matcher(page);
        assertThat(shown.find()).isTrue();
        assertThat(read(stage, shown.group())).isEqualTo(200);
        assertThat(db.sql("select body from platform.mail where recipient = ?")
                        .param(accounts.require(stage.officeAccount()).email())
                        .query(String.class)
                        .list())
                .as("the owner is told, without the token")
                .singleElement()
                .asString()
                .contains("Zugriffsschlüssel")
                .doesNotContain(shown.group());
        var again = web.perform(get("/account").with(stage.office()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(again).contains("Auswertung in R").doesNotContain(shown.group());
        web.perform(post("/account/tokens")
                        .with(stage.office())
                        .with(csrf())
                        .param("label", "fremd")
                        .param("network", cast.network().slug()))
                .andExpect(status().isNotFound());
    }
}
