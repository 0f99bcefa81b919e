package org.wirknetz.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.web.util.UriComponentsBuilder;
import org.wirknetz.RoomTest;
import org.wirknetz.platform.AccountId;

/// Signing in with the account of one's own house, and every lie a provider or somebody between could tell. Each
/// lie is wrong in one thing only.
@RoomTest
class ProviderTests {

    private static final FakeProvider PROVIDER = new FakeProvider();

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        settings.add("wirknetz.oidc.issuer", PROVIDER::issuer);
        settings.add("wirknetz.oidc.client-id", () -> FakeProvider.CLIENT);
        settings.add("wirknetz.oidc.client-secret", () -> "geheim & mehr");
        settings.add("wirknetz.oidc.name", () -> "Landkreis Lindenfurt");
    }

    @AfterAll
    static void stop() {
        PROVIDER.stop();
    }

    @Autowired
    MockMvc web;

    @Autowired
    Accounts accounts;

    @Autowired
    SecondFactor secondFactor;

    @Autowired
    JdbcClient db;

    private Doorstep olga;
    private AccountId account;
    private String email;

    @BeforeEach
    void somebody_with_an_account() {
        olga = new Doorstep(web);
        email = UUID.randomUUID().toString().substring(0, 8) + "@test.example";
        account = accounts.open(email, "Olga Petrenko", null, Locale.GERMAN, false);
        PROVIDER.about(UUID.randomUUID().toString(), email);
    }

    private String asked(String name) throws Exception {
        var to = olga.get("/sign-in/provider?to=/account").getResponse().getRedirectedUrl();
        var question =
                UriComponentsBuilder.fromUriString(String.valueOf(to)).build().getQueryParams();
        PROVIDER.nonce = String.valueOf(question.getFirst("nonce"));
        assertThat(question.getFirst("code_challenge_method")).isEqualTo("S256");
        assertThat(question.getFirst("response_type")).isEqualTo("code");
        return String.valueOf(question.getFirst(name));
    }

    private MvcResult signIn() throws Exception {
        return olga.get("/sign-in/provider/answer?code=abc&state=" + asked("state"));
    }

    private int identities() {
        return db.sql("select count(*) from access.identity where account = ?")
                .param(account.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void the_first_time_a_verified_address_finds_the_account_and_then_the_subject_alone() throws Exception {
        assertThat(signIn().getResponse().getRedirectedUrl()).isEqualTo("/account");
        assertThat(olga.isIn()).isTrue();
        assertThat(identities()).isEqualTo(1);
        assertThat(PROVIDER.asked).containsKeys("code_verifier").containsEntry("grant_type", "authorization_code");
        assertThat(PROVIDER.asked.get("authorization")).startsWith("Basic ");

        olga = new Doorstep(web);
        PROVIDER.email = "umgezogen@test.example";
        PROVIDER.verified = false;
        assertThat(signIn().getResponse().getRedirectedUrl()).isEqualTo("/account");
        assertThat(olga.isIn()).isTrue();
    }

    @Test
    void the_button_bears_the_name_and_the_account_shows_the_connection() throws Exception {
        assertThat(olga.get("/sign-in").getResponse().getContentAsString())
                .contains("Mit Landkreis Lindenfurt anmelden");
        signIn();
        assertThat(olga.get("/account").getResponse().getContentAsString())
                .contains("Anmeldung mit Landkreis Lindenfurt");
        olga.post("/account/provider/removal");
        assertThat(identities()).isZero();
    }

    @Test
    void a_second_factor_is_still_asked_for() throws Exception {
        secondFactor.begin(account, email);
        db.sql("update access.totp set confirmed_at = now() where account = ?")
                .param(account.value())
                .update();
        assertThat(signIn().getResponse().getRedirectedUrl()).startsWith("/sign-in/code");
        assertThat(olga.isIn()).isFalse();
    }

    @Test
    void nobody_gets_an_account_by_signing_in() throws Exception {
        int before = all();
        PROVIDER.about("s-fremd", "fremd@test.example");
        var answer = signIn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(answer.getContentAsString()).contains("Für fremd@test.example gibt es hier noch keinen Zugang");
        assertThat(all()).isEqualTo(before);
        assertThat(olga.isIn()).isFalse();
    }

    private int all() {
        return db.sql("select count(*) from access.account")
                .query(Integer.class)
                .single();
    }

    @Test
    void another_subject_with_the_same_address_does_not_take_the_account_over() throws Exception {
        signIn();
        olga = new Doorstep(web);
        PROVIDER.about("s-nachfolger", email);
        assertThat(signIn().getResponse().getStatus()).isEqualTo(403);
        assertThat(olga.isIn()).isFalse();
        assertThat(identities()).isEqualTo(1);
    }

    @Test
    void an_account_out_of_service_stays_shut() throws Exception {
        signIn();
        accounts.disable(account);
        olga = new Doorstep(web);
        assertThat(signIn().getResponse().getStatus()).isEqualTo(403);
        assertThat(olga.isIn()).isFalse();
    }

    @TestFactory
    Stream<DynamicTest> a_lie_lets_nobody_in() {
        record Lie(String name, Runnable told) {}
        var old = Date.from(Instant.now().minusSeconds(3_600));
        return List.of(
                        new Lie("another nonce", () -> PROVIDER.lie = it -> it.claim("nonce", "anders")),
                        new Lie("no nonce", () -> PROVIDER.lie = it -> it.claim("nonce", null)),
                        new Lie("for somebody else", () -> PROVIDER.lie = it -> it.audience("andere")),
                        new Lie(
                                "for others, too, and given to one of them",
                                () -> PROVIDER.lie = it -> it.audience(List.of(FakeProvider.CLIENT, "andere"))
                                        .claim("azp", "andere")),
                        new Lie("another issuer", () -> PROVIDER.lie = it -> it.issuer("https://evil.example")),
                        new Lie("expired", () -> PROVIDER.lie = it -> it.expirationTime(old)),
                        new Lie("no end", () -> PROVIDER.lie = it -> it.expirationTime(null)),
                        new Lie("issued long ago", () -> PROVIDER.lie = it -> it.issueTime(old)),
                        new Lie("no subject", () -> PROVIDER.lie = it -> it.subject(null)),
                        new Lie("address not verified", () -> PROVIDER.verified = false),
                        new Lie("verified as a word", () -> PROVIDER.verified = "true"),
                        new Lie("no signature", () -> PROVIDER.signing = FakeProvider.Signing.NONE),
                        new Lie("signed by another", () -> PROVIDER.signing = FakeProvider.Signing.FOREIGN_KEY),
                        new Lie(
                                "signed with the public key as a secret",
                                () -> PROVIDER.signing = FakeProvider.Signing.SHARED_SECRET))
                .stream()
                .map(lie -> DynamicTest.dynamicTest(lie.name(), () -> {
                    somebody_with_an_account();
                    lie.told().run();
                    assertThat(signIn().getResponse().getStatus()).isEqualTo(403);
                    assertThat(olga.isIn()).isFalse();
                    assertThat(identities()).isZero();
                }));
    }

    @Test
    void an_answer_counts_once_and_only_in_the_browser_that_asked() throws Exception {
        var state = asked("state");
        var thief = new Doorstep(web);
        assertThat(thief.get("/sign-in/provider/answer?code=abc&state=" + state)
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
        assertThat(olga.get("/sign-in/provider/answer?code=abc&state=anders")
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
        // The wrong answer has used the question up.
        assertThat(olga.get("/sign-in/provider/answer?code=abc&state=" + state)
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
        assertThat(olga.isIn()).isFalse();
    }

    @Test
    void an_answer_in_the_name_of_another_provider_is_not_taken() throws Exception {
        assertThat(olga.get("/sign-in/provider/answer?code=abc&iss=https://evil.example&state=" + asked("state"))
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
        assertThat(olga.isIn()).isFalse();
    }

    @Test
    void a_wish_to_go_elsewhere_is_not_followed() throws Exception {
        var to = olga.get("/sign-in/provider?to=//evil.example").getResponse().getRedirectedUrl();
        var question =
                UriComponentsBuilder.fromUriString(String.valueOf(to)).build().getQueryParams();
        PROVIDER.nonce = String.valueOf(question.getFirst("nonce"));
        assertThat(olga.get("/sign-in/provider/answer?code=abc&state=" + question.getFirst("state"))
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/");
    }

    @Test
    void a_provider_that_is_down_says_so_and_other_ways_stay_open() throws Exception {
        var state = asked("state");
        PROVIDER.down = true;
        var answer =
                olga.get("/sign-in/provider/answer?code=abc&state=" + state).getResponse();
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getContentAsString()).contains("Landkreis Lindenfurt ist gerade nicht zu erreichen");
        var person = Doorstep.withPassword(accounts, "Jonas Weber");
        olga.signIn(person.email(), Doorstep.PASSWORD);
        assertThat(olga.isIn()).isTrue();
    }
}
