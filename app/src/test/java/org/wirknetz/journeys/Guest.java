package org.wirknetz.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// Somebody with a browser window of their own. Whatever the browser complains about, a script that breaks,
/// the content
/// policy, a stranger's host, is kept and fails the journey when the guest leaves.
final class Guest implements AutoCloseable {

    static final String AYLIN = "aylin.demir@koordinierungsstelle.example";
    static final String PASSWORD = "lindenfurt-demo";

    private final String house;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Guest(int port, Browser.NewContextOptions options) {
        house = "http://127.0.0.1:" + port;
        context = Chromium.browser().newContext(options.setBaseURL(house).setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(30_000);
        // A busy machine is slow, not wrong.
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        context.onRequest(request -> {
            var address = URI.create(request.url());
            if (!"127.0.0.1".equals(address.getHost())
                    && !"data".equals(address.getScheme())
                    && !"blob".equals(address.getScheme())) complaints.add("asked a stranger: " + request.url());
        });
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) complaints.add(message.page().url() + ": " + message.text());
        });
        context.onWebError(broken -> complaints.add("script: " + broken.error()));
        page = context.newPage();
    }

    static Guest at(int port) {
        return new Guest(
                port, new Browser.NewContextOptions().setViewportSize(1440, 900).setAcceptDownloads(true));
    }

    static Guest withoutScript(int port) {
        return new Guest(
                port, new Browser.NewContextOptions().setViewportSize(1440, 900).setJavaScriptEnabled(false));
    }

    /// The language comes from a cookie; the browser itself speaks English.
    Guest speaking(String language) {
        context.addCookies(List.of(new Cookie("lang", language).setUrl(house)));
        return this;
    }

    Guest signedIn(String email, String password) {
        page.navigate("/sign-in");
        page.locator("#email").fill(email);
        page.locator("#password").fill(password);
        page.locator("form[action='/sign-in/password'] button").click();
        page.waitForURL(address -> !address.contains("/sign-in"));
        return this;
    }

    Page page() {
        return page;
    }

    Guest opens(String path) {
        var answer = page.navigate(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return this;
    }

    void presses(String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    /// Without script a page does not renew itself: the guest asks again until the button is there.
    void waitsFor(String button) {
        var wanted = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button));
        for (int asked = 0; asked < 60 && wanted.count() == 0; asked++) {
            page.waitForTimeout(250);
            page.reload();
        }
        assertThat(wanted.count()).as(button).isPositive();
    }

    /// What this guest was refused on purpose is no complaint.
    void forgives(String status) {
        complaints.removeIf(it -> it.contains("status of " + status));
    }

    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).as("what the browser complained about").isEmpty();
    }
}
