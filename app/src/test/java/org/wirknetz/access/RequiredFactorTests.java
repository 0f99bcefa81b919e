package org.wirknetz.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.platform.AccountId;

/// The office decides which rights need a second factor; whoever owes one can do nothing but set one up. And what
/// gives a network away needs a sign-in of the last quarter of an hour.
@RoomTest
class RequiredFactorTests {

    private static final long HOUR = 3_600_000;

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient db;

    @Autowired
    Tokens tokens;

    private Cast.Stage stage;
    private AccountId olga;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        olga = stage.sits("Olga Petrenko", Role.PARTNER_ADMIN, stage.organisation("Volkshochschule"));
    }

    private MockHttpServletResponse get(String path, RequestPostProcessor who) throws Exception {
        return web.perform(MockMvcRequestBuilders.get(path).with(who))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse decide(RequestPostProcessor who, String shown, Role... roles) throws Exception {
        var request = MockMvcRequestBuilders.post(stage.path("/rights/second-factors"))
                .param("shown", shown)
                .with(who)
                .with(csrf());
        for (var role : roles) request.param("role", role.name());
        return web.perform(request).andReturn().getResponse();
    }

    private void passkey(AccountId account) {
        db.sql("""
                        insert into access.passkey (account, credential, public_key, signature_count, verified, backup_eligible,
                               backup_state, label)
                        values (?, gen_random_uuid()::text::bytea, 'k', 0, true, false, false, 'Telefon')
                        """).param(account.value()).update();
    }

    private void codes(AccountId account) {
        db.sql("insert into access.totp (account, secret, confirmed_at) values (?, ?, now())")
                .params(account.value(), new byte[20])
                .update();
    }

    @Test
    void who_owes_a_second_factor_is_led_to_set_one_up_and_can_do_nothing_else() throws Exception {
        assertThat(get(stage.path("/organisations"), Cast.signedIn(olga)).getStatus())
                .isEqualTo(200);
        assertThat(decide(stage.office(), "", Role.PARTNER_ADMIN).getStatus()).isEqualTo(302);
        for (var path :
                List.of(stage.path("/organisations"), stage.path("/people.csv"), "/account", "/networks", "/")) {
            assertThat(get(path, Cast.signedIn(olga)).getRedirectedUrl())
                    .as(path)
                    .isEqualTo("/account/second-factor");
        }
        var write = web.perform(MockMvcRequestBuilders.post("/account/profile")
                        .param("name", "Anders")
                        .with(Cast.signedIn(olga))
                        .with(csrf()))
                .andReturn()
                .getResponse();
        assertThat(write.getRedirectedUrl()).isEqualTo("/account/second-factor");
        assertThat(get("/account/second-factor", Cast.signedIn(olga)).getContentAsString())
                .contains("Richten Sie jetzt einen ein");
        assertThat(get(stage.path("/organisations"), stage.office()).getStatus())
                .as("others go on")
                .isEqualTo(200);

        codes(olga);
        assertThat(get(stage.path("/organisations"), Cast.signedIn(olga)).getStatus())
                .isEqualTo(200);
    }

    @Test
    void a_passkey_counts_for_a_session_that_came_in_by_it() throws Exception {
        decide(stage.office(), "", Role.PARTNER_ADMIN);
        passkey(olga);
        var now = System.currentTimeMillis();
        assertThat(get(stage.path("/organisations"), Cast.signedIn(olga, now, true))
                        .getStatus())
                .isEqualTo(200);
        assertThat(get(stage.path("/organisations"), Cast.signedIn(olga, now, false))
                        .getRedirectedUrl())
                .isEqualTo("/account/second-factor");
    }

    @Test
    void a_token_of_somebody_who_owes_one_opens_nothing() throws Exception {
        var token = org.wirknetz.platform.Scope.of(stage.network(), olga)
                .call(() -> tokens.issue("Skript", Tokens.TokenScope.READ, 30));
        var path = "/api/v1/networks/" + stage.slug() + "/organisations";
        assertThat(byToken(path, token)).isEqualTo(200);
        decide(stage.office(), "", Role.PARTNER_ADMIN);
        assertThat(byToken(path, token)).isEqualTo(403);
    }

    private int byToken(String path, String token) throws Exception {
        return web.perform(MockMvcRequestBuilders.get(path).header("Authorization", "Bearer " + token))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    @Test
    void two_who_decide_at_once_do_not_overwrite_each_other() throws Exception {
        assertThat(decide(stage.office(), "", Role.OFFICE).getStatus()).isEqualTo(302);
        codes(stage.officeAccount());
        assertThat(decide(stage.office(), "", Role.FUNDER).getStatus()).isEqualTo(409);
        assertThat(required()).isEqualTo(Set.of("OFFICE"));
        assertThat(decide(stage.office(), "OFFICE", Role.FUNDER).getStatus()).isEqualTo(302);
        assertThat(required()).isEqualTo(Set.of("FUNDER"));
    }

    private Set<String> required() {
        return stage.ask(it -> Set.copyOf(it.sql("select role from access.required_factor")
                .query(String.class)
                .list()));
    }

    @Test
    void what_gives_a_network_away_needs_a_fresh_sign_in() throws Exception {
        var longAgo = Cast.signedIn(stage.officeAccount(), System.currentTimeMillis() - HOUR, false);
        for (var file : List.of("network.zip", "tables.zip", "tables.xlsx", "cards.vcf")) {
            assertThat(get(stage.path("/exports/" + file), longAgo).getRedirectedUrl())
                    .as(file)
                    .startsWith("/sign-in?again&to=");
        }
        assertThat(get(stage.path("/exports"), longAgo).getStatus()).isEqualTo(200);
        assertThat(get(stage.path("/exports/network.zip"), stage.office()).getStatus())
                .isEqualTo(200);
    }

    @Test
    void what_adds_a_way_in_needs_a_fresh_sign_in() throws Exception {
        var longAgo = Cast.signedIn(olga, System.currentTimeMillis() - HOUR, false);
        for (var way : List.of("/account/tokens", "/account/password", "/account/passkeys/question")) {
            var answer = web.perform(MockMvcRequestBuilders.post(way)
                            .param("label", "Skript")
                            .param("network", stage.slug())
                            .param("password", Doorstep.PASSWORD)
                            .with(longAgo)
                            .with(csrf()))
                    .andReturn()
                    .getResponse();
            assertThat(answer.getRedirectedUrl()).as(way).startsWith("/sign-in?again");
        }
        assertThat(tokens.of(olga)).isEmpty();
        assertThat(get("/account", longAgo).getContentAsString()).contains("Noch einmal anmelden");
        assertThat(get("/sign-in?again", longAgo).getContentAsString())
                .contains("Zur Sicherheit melden Sie sich dafür bitte noch einmal an");
    }
}
