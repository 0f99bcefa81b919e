package org.wirknetz.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

/// The style guide under the real content policy: axe is silent, nothing is wider than the phone, the keys work.
@Tag("browser")
class StyleGuideInTheBrowserTests {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; object-src 'none';"
                    + " base-uri 'none'; frame-ancestors 'none'";
    private static final Map<String, String> KINDS = Map.of(
            "css",
            "text/css",
            "js",
            "text/javascript",
            "svg",
            "image/svg+xml",
            "woff2",
            "font/woff2",
            "html",
            "text/html");

    private static final Map<String, String> GUIDE = new HashMap<>();
    private static HttpServer server;
    private static Playwright playwright;
    private static Browser browser;

    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void open() throws IOException {
        assumeTrue(Files.isExecutable(CHROMIUM), "Chromium is not installed");
        for (var theme : List.of("light", "dark")) {
            new StyleGuide(Locale.GERMAN, theme).pages().forEach((name, page) -> GUIDE.put(name + "-" + theme, page));
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", StyleGuideInTheBrowserTests::serve);
        server.start();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    @AfterAll
    static void close() {
        if (playwright != null) playwright.close();
        if (server != null) server.stop(0);
    }

    @AfterEach
    void nothing_was_refused_by_the_policy_or_broke() {
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1440,light", "1440,dark", "390,light", "390,dark"})
    void axe_is_silent_and_nothing_is_wider_than_the_window(int width, String theme) {
        var faults = new ArrayList<String>();
        for (var name : GUIDE.keySet().stream()
                .filter(it -> it.endsWith(theme))
                .sorted()
                .toList()) {
            try (var page = page(name, width)) {
                for (var part : page.querySelectorAll("details.section, details.more"))
                    part.evaluate("it => it.open = true");
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target/style-guide/" + name + "-" + width + ".png")));
                var found = new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                        .analyze();
                for (var it : found.getViolations()) {
                    faults.add(name + ": " + it.getId() + " "
                            + it.getNodes().getFirst().getHtml());
                }
                var wide = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
                if (wide > width) faults.add(name + ": " + wide + " px wide");
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void control_k_finds_a_room_and_escape_gives_the_page_back() {
        try (var page = page("list-light", 1440)) {
            page.keyboard().press("Control+k");
            page.keyboard().type("check");
            assertThat(page.locator("#palette [data-command]:visible").allInnerTexts())
                    .containsExactly("Netzwerk-Check");
            page.keyboard().press("ArrowDown");
            assertThat(focused(page)).contains("Netzwerk-Check");
            page.keyboard().press("Escape");
            assertThat(page.locator("#palette").isVisible()).isFalse();
        }
    }

    @Test
    void arrows_walk_through_a_list_and_the_space_bar_selects() {
        try (var page = page("list-light", 1440)) {
            page.locator("tbody th a").first().focus();
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowDown");
            assertThat(focused(page)).contains("Caritasverband");
            page.keyboard().press("Space");
            assertThat(page.locator(".selection").innerText()).contains("1 ausgewählt");
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowRight");
            assertThat(focused(page)).contains("Thomas Eggers");
        }
    }

    @Test
    void dark_is_one_click_and_stays() {
        try (var page = page("list-light", 1440)) {
            page.locator(".topbar .menu.end summary").last().click();
            page.locator("[data-theme-switch] button[value=dark]").click();
            assertThat(page.locator("html").getAttribute("data-theme")).isEqualTo("dark");
            assertThat(page.context().cookies()).anyMatch(it -> it.name.equals("theme") && it.value.equals("dark"));
        }
    }

    private Page page(String name, int width) {
        var page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, width == 390 ? 844 : 900));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) complaints.add(message.text());
        });
        page.onPageError(complaints::add);
        page.navigate("http://127.0.0.1:" + server.getAddress().getPort() + "/" + name);
        return page;
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("document.activeElement.textContent"));
    }

    private static void serve(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().substring(1);
        var file = new ClassPathResource("static/" + path);
        var guide = GUIDE.get(path);
        byte[] body = guide != null
                ? guide.getBytes(StandardCharsets.UTF_8)
                : file.exists() && path.contains(".") ? file.getContentAsByteArray() : new byte[0];
        var kind = KINDS.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "text/html");
        exchange.getResponseHeaders().set("Content-Type", kind + ";charset=utf-8");
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        if (path.equals("poll") || path.endsWith("/search")) {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
            return;
        }
        exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
