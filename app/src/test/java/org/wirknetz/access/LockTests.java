package org.wirknetz.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;

/// The locks on the doors: headers, form tokens, foreign sites, sessions, the queue for hashing.
@RoomTest
class LockTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Accounts accounts;

    @Test
    void every_answer_carries_the_locks() throws Exception {
        var stage = cast.network();
        for (var path : new String[] {"/sign-in", "/nowhere", "/n/nobody/x"}) {
            web.perform(get(path).with(stage.office()))
                    .andExpect(header().string(
                                    "Content-Security-Policy",
                                    org.wirknetz.platform.web.ProtectingHeaders.CONTENT_POLICY))
                    .andExpect(header().string("Cross-Origin-Opener-Policy", "same-origin"))
                    .andExpect(header().string("Cross-Origin-Resource-Policy", "same-origin"))
                    .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                    .andExpect(header().string("Referrer-Policy", "same-origin"))
                    .andExpect(header().exists("Permissions-Policy"))
                    .andExpect(header().string("Cache-Control", org.hamcrest.Matchers.containsString("no-store")));
        }
        web.perform(get("/sign-in").secure(true))
                .andExpect(header().string("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains"));
    }

    @Test
    void nothing_is_changed_without_a_form_token_or_from_another_site() throws Exception {
        var stage = cast.network();
        var before = accounts.require(stage.officeAccount()).name();
        web.perform(post("/account/profile").with(stage.office()).param("name", "X"))
                .andExpect(status().isForbidden());
        for (var foreign : new String[][] {
            {"Sec-Fetch-Site", "cross-site"},
            {"Sec-Fetch-Site", "same-site"},
            {"Origin", "https://evil.example"},
            {"Origin", "null"},
            {"Origin", "http://localhost.evil.example"}
        }) {
            web.perform(post("/account/profile")
                            .with(stage.office())
                            .with(csrf())
                            .header(foreign[0], foreign[1])
                            .param("name", "X"))
                    .andExpect(status().isForbidden());
        }
        web.perform(post("/account/profile")
                        .with(stage.office())
                        .with(csrf().useInvalidToken())
                        .param("name", "X"))
                .andExpect(status().isForbidden());
        assertThat(accounts.require(stage.officeAccount()).name()).isEqualTo(before);
        web.perform(post("/account/profile")
                        .with(stage.office())
                        .with(csrf())
                        .header("Origin", "http://localhost")
                        .param("name", "Aylin Demir-Koch")
                        .param("locale", "de"))
                .andExpect(status().is3xxRedirection());
        assertThat(accounts.require(stage.officeAccount()).name()).isEqualTo("Aylin Demir-Koch");
    }

    @Test
    void an_encoded_path_does_not_slip_past_the_seat() throws Exception {
        var theirs = cast.network();
        var ours = cast.network();
        for (var path : new String[] {
            "/%77/" + theirs.slug() + "/members",
            "/w/" + theirs.slug().replace("n", "%6e") + "/members",
            "/w/" + theirs.slug().toUpperCase(Locale.ROOT) + "/members"
        }) {
            web.perform(get(java.net.URI.create(path)).with(ours.office())).andExpect(status().isNotFound());
        }
    }

    @Test
    void only_what_is_allowed_comes_back_to_life_out_of_a_session() throws Exception {
        assertThat(SessionKeeping.revive(bytes(new SignedInAccount(new java.util.UUID(1, 2)))))
                .isEqualTo(new SignedInAccount(new java.util.UUID(1, 2)));
        assertThat(SessionKeeping.revive(bytes(java.net.URI.create("http://evil.example"))))
                .isNull();
        assertThat(SessionKeeping.revive(bytes(new javax.swing.event.EventListenerList())))
                .isNull();
    }

    private static byte[] bytes(Object value) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }

    @Test
    void few_passwords_are_hashed_at_once_and_a_long_queue_is_sent_away() throws Exception {
        var together = new AtomicInteger();
        var most = new AtomicInteger();
        var go = new CountDownLatch(1);
        var hashing = new PatientHashing(
                new PasswordEncoder() {
                    @Override
                    public @Nullable String encode(@Nullable CharSequence typed) {
                        most.accumulateAndGet(together.incrementAndGet(), Math::max);
                        try {
                            go.await();
                        } catch (InterruptedException stopping) {
                            throw new IllegalStateException(stopping);
                        }
                        together.decrementAndGet();
                        return "hash";
                    }

                    @Override
                    public boolean matches(@Nullable CharSequence typed, @Nullable String known) {
                        return false;
                    }
                },
                2);
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < 42; n++) many.submit(() -> hashing.encode("x"));
            while (true) {
                try {
                    if (together.get() == 2) {
                        Thread.sleep(300);
                        hashing.matches("x", "y");
                    }
                } catch (TooManyAttempts full) {
                    break;
                }
            }
            go.countDown();
        }
        assertThat(most.get()).isEqualTo(2);
    }

    @Test
    void passwords_are_long_and_not_what_anybody_would_guess() {
        var rules = new PasswordRules();
        assertThat(rules.problem("elf Zeichen")).hasValue("access.password.too-short");
        assertThat(rules.problem("qwerty123456")).hasValue("access.password.common");
        assertThat(rules.problem("Wirknetz-2026!")).hasValue("access.password.guessable");
        assertThat(rules.problem("aylin.demir2026", "aylin.demir@netz.example", "Aylin Demir"))
                .hasValue("access.password.guessable");
        assertThat(rules.problem("🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔🐧")).isEmpty();
        assertThat(rules.problem(Doorstep.PASSWORD, "aylin.demir@netz.example")).isEmpty();
        assertThat(rules.problem("x".repeat(201))).hasValue("access.password.too-long");
    }

    @Test
    void an_address_is_known_by_its_subnet() {
        assertThat(Client.of("203.0.113.77").subnet()).isEqualTo("203.0.113.0/24");
        assertThat(Client.of("2001:db8:1:2:3:4:5:6").subnet()).isEqualTo("2001:db8:1:2:0:0:0:0/64");
        assertThat(Client.of("evil.example\r\nx").subnet()).isEqualTo("unknown");
    }

    @Test
    void links_are_made_from_the_configured_address_and_never_from_the_request() throws Exception {
        var person = Doorstep.withPassword(accounts, "Jonas Weber");
        web.perform(post("/sign-in/link")
                        .with(csrf())
                        .header("Host", "evil.example")
                        .header("X-Forwarded-Host", "evil.example")
                        .param("email", person.email()))
                .andExpect(status().isOk());
        var body = "";
        for (int n = 0; n < 50 && body.isEmpty(); n++) {
            Thread.sleep(100);
            body = db.sql("select body from platform.mail where recipient = ?")
                    .param(person.email())
                    .query(String.class)
                    .optional()
                    .orElse("");
        }
        assertThat(body).contains("http://localhost/sign-in/link/").doesNotContain("evil");
    }

    @Autowired
    org.springframework.jdbc.core.simple.JdbcClient db;
}
