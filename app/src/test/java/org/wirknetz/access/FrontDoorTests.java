package org.wirknetz.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.wirknetz.Cast;
import org.wirknetz.TestRoom;
import org.wirknetz.Wirknetz;

/// The running program behind a real port: what only a real server and a real browser can show.
@Tag("browser")
@SpringBootTest(classes = Wirknetz.class, webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@ContextConfiguration(initializers = TestRoom.class)
@Import(Cast.class)
class FrontDoorTests {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final int PORT = free();

    @Autowired
    Accounts accounts;

    @Autowired
    Passkeys passkeys;

    private final HttpClient http = HttpClient.newHttpClient();

    private static int free() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new java.io.UncheckedIOException(none);
        }
    }

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry settings) {
        settings.add("server.port", () -> PORT);
        settings.add("wirknetz.base-url", () -> "http://localhost:" + PORT);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + PORT + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void reading_a_page_makes_no_session() throws Exception {
        for (var path : new String[] {"/sign-in", "/n/nobody", "/account", "/invitation/x", "/sign-in/link/x"}) {
            assertThat(get(path).headers().allValues("Set-Cookie")).as(path).noneMatch(it -> it.startsWith("SESSION"));
        }
    }

    @Test
    void odd_methods_and_crooked_paths_are_refused() throws Exception {
        for (var line : new String[] {
            "TRACE / HTTP/1.1",
            "TRACK / HTTP/1.1",
            "GET /w/x;y=z/members HTTP/1.1",
            "GET /w//x HTTP/1.1",
            "GET /%2e%2e/ HTTP/1.1"
        }) {
            var answer = raw(line);
            assertThat(answer).as(line).containsPattern("^HTTP/1.1 4\\d\\d");
            assertThat(answer).doesNotContain("Exception", "at org.");
        }
    }

    private static String raw(String line) throws IOException {
        try (var socket = new Socket("localhost", PORT)) {
            socket.getOutputStream()
                    .write((line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void figures_about_the_program_are_not_told_to_whoever_came_through_a_proxy() throws Exception {
        var forwarded = http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + PORT + "/metrics"))
                        .header("X-Forwarded-For", "203.0.113.9")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(forwarded.body()).doesNotContain("jvm_");
        assertThat(forwarded.statusCode()).isNotEqualTo(200);
    }

    @Test
    void somebody_adds_a_passkey_and_signs_in_with_it() {
        assumeTrue(Files.isExecutable(CHROMIUM), "Chromium is not installed");
        var jonas = Doorstep.withPassword(accounts, "Jonas Weber");
        var complaints = new ArrayList<String>();
        try (var playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var browser = browser(playwright);
                var context = browser.newContext(new Browser.NewContextOptions().setLocale("de-DE"))) {
            var page = context.newPage();
            page.onConsoleMessage(it -> {
                if (it.text().contains("Content Security Policy")) complaints.add(it.text());
            });
            authenticator(page);
            page.navigate("http://localhost:" + PORT + "/sign-in");
            page.locator("#email").fill(jonas.email());
            page.locator("#password").fill(Doorstep.PASSWORD);
            page.locator("form[action='/sign-in/password'] button").click();
            page.navigate("http://localhost:" + PORT + "/account");
            page.locator("#passkey-label").fill("Jonas unterwegs");
            page.locator("[data-passkey-register] button").click();
            page.locator("li:has-text(\"Jonas unterwegs\")").waitFor();
            assertThat(passkeys.of(jonas.account())).hasSize(1);

            context.clearCookies();
            page.navigate("http://localhost:" + PORT + "/sign-in?to=/account");
            page.locator("[data-passkey-sign-in] button").click();
            page.waitForURL("http://localhost:" + PORT + "/account");
            assertThat(page.locator("h1").innerText()).isEqualTo("Ihr Konto");

            passkeys.remove(
                    jonas.account(), passkeys.of(jonas.account()).getFirst().id());
            context.clearCookies();
            page.navigate("http://localhost:" + PORT + "/sign-in?to=/account");
            page.locator("[data-passkey-sign-in] button").click();
            page.locator("[data-passkey-sign-in] [role=alert]").waitFor();
            assertThat(page.url()).contains("/sign-in");
        }
        assertThat(complaints).isEmpty();
    }

    private static Browser browser(Playwright playwright) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    /// A device that always says yes: the browser's own virtual authenticator.
    private static void authenticator(Page page) {
        var devices = page.context().newCDPSession(page);
        devices.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var arguments = new JsonObject();
        arguments.add("options", options);
        devices.send("WebAuthn.addVirtualAuthenticator", arguments);
    }
}
