package org.wirknetz.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;

@RoomTest
class SignInTests {

    @Autowired
    MockMvc web;

    @Autowired
    Seal seal;

    @Autowired
    Accounts accounts;

    @Autowired
    Links links;

    @Autowired
    SecondFactor secondFactor;

    @Autowired
    Sessions sessions;

    @Autowired
    JdbcClient db;

    @Autowired
    Cast cast;

    private Doorstep.Person jonas() {
        return Doorstep.withPassword(accounts, "Jonas Weber");
    }

    @Test
    void somebody_signs_in_with_a_password_and_a_new_session() throws Exception {
        var jonas = jonas();
        var door = new Doorstep(web);
        door.post("/sign-in/passkey/question");
        var before = java.util.Objects.requireNonNull(door.session);
        var answer = door.signIn(jonas.email().toUpperCase(), Doorstep.PASSWORD).getResponse();
        assertThat(answer.getRedirectedUrl()).isEqualTo("/");
        assertThat(java.util.Objects.requireNonNull(door.session).getValue()).isNotEqualTo(before.getValue());
        assertThat(door.isIn()).isTrue();
        var fixed = new Doorstep(web);
        fixed.session = before;
        assertThat(fixed.isIn()).isFalse();
    }

    @Test
    void a_wrong_password_and_an_unknown_address_are_answered_with_the_same_words() throws Exception {
        var jonas = jonas();
        var wrong =
                new Doorstep(web).signIn(jonas.email(), "falsch falsch falsch").getResponse();
        var unknown = new Doorstep(web)
                .signIn("niemand@test.example", "falsch falsch falsch")
                .getResponse();
        assertThat(wrong.getStatus()).isEqualTo(422).isEqualTo(unknown.getStatus());
        assertThat(plain(wrong.getContentAsString().replace(jonas.email(), "X")))
                .isEqualTo(plain(unknown.getContentAsString().replace("niemand@test.example", "X")));
    }

    @Test
    void asking_for_a_link_is_answered_with_the_same_words_for_everybody() throws Exception {
        var jonas = jonas();
        var known =
                new Doorstep(web).post("/sign-in/link", "email", jonas.email()).getResponse();
        var unknown = new Doorstep(web)
                .post("/sign-in/link", "email", "niemand@test.example")
                .getResponse();
        assertThat(known.getStatus()).isEqualTo(unknown.getStatus()).isEqualTo(200);
        assertThat(plain(known.getContentAsString().replace(jonas.email(), "X")))
                .isEqualTo(plain(unknown.getContentAsString().replace("niemand@test.example", "X")));
    }

    /// Tokens against forgery differ on every page.
    private static String plain(String page) {
        return page.replaceAll("((?:_csrf|_form)\" value=\"|data-csrf=\"|X-CSRF-TOKEN\": \")[^\"]*", "$1")
                .replaceAll("X-CSRF-TOKEN[^}]*}", "");
    }

    @Test
    void a_link_survives_being_looked_at_and_works_once() throws Exception {
        var jonas = jonas();
        var secret = links.issue(Links.Kind.SIGN_IN, jonas.account());
        var scanner = new Doorstep(web);
        assertThat(scanner.get("/sign-in/link/" + secret).getResponse().getStatus())
                .isEqualTo(200);
        assertThat(scanner.isIn()).isFalse();
        var door = new Doorstep(web);
        assertThat(door.post("/sign-in/link/" + secret).getResponse().getRedirectedUrl())
                .isEqualTo("/");
        assertThat(door.isIn()).isTrue();
        var again = new Doorstep(web).post("/sign-in/link/" + secret).getResponse();
        assertThat(again.getStatus()).isEqualTo(410);
        assertThat(again.getContentAsString()).contains("/sign-in");
    }

    @Test
    void of_many_who_use_a_link_at_once_one_gets_in() throws Exception {
        var jonas = jonas();
        var secret = links.issue(Links.Kind.SIGN_IN, jonas.account());
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> attempts = java.util.Collections.nCopies(
                    12, () -> links.redeem(Links.Kind.SIGN_IN, secret).isPresent());
            var let = many.invokeAll(attempts).stream()
                    .filter(it -> it.resultNow())
                    .count();
            assertThat(let).isEqualTo(1);
        }
    }

    @Test
    void an_expired_link_is_gone_and_a_link_of_another_kind_opens_nothing() throws Exception {
        var jonas = jonas();
        var secret = links.issue(Links.Kind.SIGN_IN, jonas.account());
        db.sql("update access.link set expires_at = now() - interval '1 second' where account = ?")
                .param(jonas.account().value())
                .update();
        var old = new Doorstep(web).get("/sign-in/link/" + secret).getResponse();
        assertThat(old.getStatus()).isEqualTo(410);
        assertThat(old.getContentAsString()).contains("abgelaufen");
        var setUp = links.issue(Links.Kind.SET_UP, jonas.account());
        assertThat(new Doorstep(web).get("/sign-in/link/" + setUp).getResponse().getStatus())
                .isEqualTo(410);
    }

    @Test
    void secrets_are_stored_hashed_and_are_no_uuids() {
        var jonas = jonas();
        var secret = links.issue(Links.Kind.SIGN_IN, jonas.account());
        assertThat(secret).hasSize(43).matches("[A-Za-z0-9_-]{43}");
        int kept = db.sql("select count(*) from access.link where encode(secret, 'escape') like ? or secret = ?::bytea")
                .params("%" + secret + "%", secret)
                .query(Integer.class)
                .single();
        assertThat(kept).isZero();
    }

    @Test
    void with_a_second_factor_the_password_opens_nothing_but_the_code_page() throws Exception {
        var jonas = jonas();
        var secret = enrol(jonas);
        var door = new Doorstep(web);
        assertThat(door.signIn(jonas.email(), Doorstep.PASSWORD).getResponse().getRedirectedUrl())
                .startsWith("/sign-in/code");
        assertThat(door.isIn()).isFalse();
        var code = code(secret, 1);
        assertThat(door.post("/sign-in/code", "code", "000000").getResponse().getStatus())
                .isEqualTo(422);
        assertThat(door.post("/sign-in/code", "code", code).getResponse().getRedirectedUrl())
                .isEqualTo("/");
        assertThat(door.isIn()).isTrue();
        var thief = new Doorstep(web);
        thief.signIn(jonas.email(), Doorstep.PASSWORD);
        assertThat(thief.post("/sign-in/code", "code", code).getResponse().getStatus())
                .as("a code that was used is spent")
                .isEqualTo(422);
        assertThat(thief.isIn()).isFalse();
    }

    @Test
    void a_link_by_mail_does_not_skip_the_second_factor_and_a_recovery_code_works_once() throws Exception {
        var jonas = jonas();
        enrol(jonas);
        var door = new Doorstep(web);
        door.post("/sign-in/link/" + links.issue(Links.Kind.SIGN_IN, jonas.account()));
        assertThat(door.isIn()).isFalse();
        assertThat(door.post("/sign-in/code", "code", recovery.toLowerCase())
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/");
        var second = new Doorstep(web);
        second.signIn(jonas.email(), Doorstep.PASSWORD);
        assertThat(second.post("/sign-in/code", "code", recovery).getResponse().getStatus())
                .isEqualTo(422);
    }

    private String recovery = "";

    private byte[] enrol(Doorstep.Person who) {
        secondFactor.begin(who.account(), who.email());
        var secret = db.sql("select secret from access.totp where account = ?")
                .param(who.account().value())
                .query((row, n) -> seal.open(who.account(), row.getBytes(1)).orElseThrow())
                .single();
        recovery = secondFactor
                .confirm(who.account(), code(secret, 0))
                .orElseThrow()
                .getFirst();
        return secret;
    }

    private static String code(byte[] secret, int stepsAhead) {
        return Totp.code(secret, Totp.step(Instant.now()) + stepsAhead, 6);
    }

    @Test
    void guessing_gets_slower_and_is_refused_without_locking_anybody_out() throws Exception {
        var jonas = jonas();
        var guesser = new Doorstep(web);
        var began = Instant.now();
        int status = 0;
        for (int n = 0; n < 30 && status != 429; n++) {
            status = guesser.signIn(jonas.email(), "geraten geraten " + n)
                    .getResponse()
                    .getStatus();
        }
        assertThat(status).isEqualTo(429);
        assertThat(Duration.between(began, Instant.now())).isGreaterThan(Duration.ofSeconds(2));
        var elsewhere = new Doorstep(web);
        elsewhere.signIn(jonas.email(), Doorstep.PASSWORD);
        assertThat(elsewhere.isIn()).as("the owner, from elsewhere, gets in").isTrue();
    }

    @Test
    void a_changed_password_ends_every_other_session_at_once() throws Exception {
        var jonas = jonas();
        var here = new Doorstep(web);
        var there = new Doorstep(web);
        here.signIn(jonas.email(), Doorstep.PASSWORD);
        there.signIn(jonas.email(), Doorstep.PASSWORD);
        assertThat(there.isIn()).isTrue();
        var wrong = here.post("/account/password", "current", "falsch", "password", "vier grüne Boote im Hafen")
                .getResponse();
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(there.isIn()).isTrue();
        here.post("/account/password", "current", Doorstep.PASSWORD, "password", "vier grüne Boote im Hafen");
        assertThat(here.isIn()).isTrue();
        assertThat(there.isIn()).isFalse();
        assertThat(accounts.knows(jonas.account(), "vier grüne Boote im Hafen")).isTrue();
    }

    @Test
    void a_disabled_account_is_out_with_the_next_click() throws Exception {
        var jonas = jonas();
        var door = new Doorstep(web);
        door.signIn(jonas.email(), Doorstep.PASSWORD);
        assertThat(door.isIn()).isTrue();
        accounts.disable(jonas.account());
        assertThat(door.isIn()).isFalse();
        door.signIn(jonas.email(), Doorstep.PASSWORD);
        assertThat(door.isIn()).isFalse();
    }

    @Test
    void signing_out_ends_the_session_in_the_database() throws Exception {
        var jonas = jonas();
        var door = new Doorstep(web);
        door.signIn(jonas.email(), Doorstep.PASSWORD);
        var cookie = door.session;
        door.post("/sign-out");
        door.session = cookie;
        assertThat(door.isIn()).isFalse();
    }

    @Test
    void sessions_are_listed_and_ended_one_by_one() throws Exception {
        var jonas = jonas();
        var here = new Doorstep(web);
        var there = new Doorstep(web);
        here.signIn(jonas.email(), Doorstep.PASSWORD);
        there.signIn(jonas.email(), Doorstep.PASSWORD);
        var open = sessions.of(jonas.account(), null);
        assertThat(open).hasSize(2);
        for (var session : open) here.post("/account/sessions/" + session.handle() + "/end");
        assertThat(here.isIn() && there.isIn()).isFalse();
    }

    @Test
    void after_signing_in_one_goes_where_one_wanted_but_never_to_another_site() throws Exception {
        var jonas = jonas();
        for (var foreign :
                List.of("https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)")) {
            var door = new Doorstep(web);
            assertThat(door.post(
                                    "/sign-in/password",
                                    "email",
                                    jonas.email(),
                                    "password",
                                    Doorstep.PASSWORD,
                                    "to",
                                    foreign)
                            .getResponse()
                            .getRedirectedUrl())
                    .as(foreign)
                    .isEqualTo("/");
        }
        var door = new Doorstep(web);
        assertThat(door.post(
                                "/sign-in/password",
                                "email",
                                jonas.email(),
                                "password",
                                Doorstep.PASSWORD,
                                "to",
                                "/account?x=1")
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/account?x=1");
    }

    @Test
    void whoever_is_not_signed_in_is_led_to_the_door_and_back() throws Exception {
        var stage = cast.network();
        var answer = new Doorstep(web).get(stage.path("/members?x=1")).getResponse();
        assertThat(answer.getRedirectedUrl()).startsWith("/sign-in?to=").contains("members");
    }

    @Test
    void a_form_sent_after_the_session_ended_keeps_what_was_typed_only_for_our_own_page() throws Exception {
        var own = web.perform(post("/account/profile")
                        .with(csrf())
                        .header("Sec-Fetch-Site", "same-origin")
                        .contentType("application/x-www-form-urlencoded")
                        .param("name", "Jonas Weber-Lang"))
                .andReturn()
                .getResponse();
        assertThat(own.getStatus()).isEqualTo(401);
        assertThat(own.getContentAsString()).contains("Jonas Weber-Lang");
        var elsewhere = web.perform(post("/account/profile")
                        .with(csrf())
                        .contentType("application/x-www-form-urlencoded")
                        .param("name", "Jonas Weber-Lang"))
                .andReturn()
                .getResponse();
        assertThat(elsewhere.getStatus()).isEqualTo(401);
        assertThat(elsewhere.getContentAsString()).doesNotContain("Jonas Weber-Lang");
    }
}
