package org.wirknetz.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Every page that a link leads to, one of each kind: it is there, it has its words, axe is silent, nothing is wider
/// than a phone; in both languages, light and dark, enlarged, on paper and in forced colours.
@Journey
class EveryPageTests {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final Pattern WORDLESS = Pattern.compile("\\?[a-z][A-Za-z0-9._-]*\\?");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");
    /// Rows of a sheet are alike; axe reads all of them once and the first ones again.
    private static final String MORE_OF_THE_SAME = "tbody tr:nth-child(n+7)";
    /// Forty rows of forty cells alike.
    private static final String MATRIX = ".matrix tbody tr:nth-child(n+7)";

    private static final int DEPTH = 3;
    /// More kinds of pages than this are a walk that does not end.
    private static final int MOST = 300;

    @LocalServerPort
    int port;

    @Autowired
    FreshNetworks networks;

    @Test
    void every_page_of_the_office_is_whole_in_german_and_in_english() throws Exception {
        var faults = new ArrayList<String>();
        var pages = reachable(Guest.AYLIN, List.of("/w/lindenfurt", "/account", "/networks"), faults);
        assertThat(pages.size()).isGreaterThan(12);
        faults.addAll(inTurns(Guest.AYLIN, pages, (aylin, path, found) -> {
            aylin.speaking("de");
            look(aylin, path, "de", found);
            aylin.speaking("en");
            look(aylin, path, "en", found);
        }));
        assertThat(faults).isEmpty();
    }

    @Test
    void a_network_without_anybody_is_whole_too() throws Exception {
        var fresh = networks.network();
        var faults = new ArrayList<String>();
        var pages = reachable(fresh.email(), List.of(fresh.path()), faults);
        faults.addAll(inTurns(fresh.email(), pages, (aylin, path, found) -> look(aylin, path, "de", found)));
        assertThat(faults).isEmpty();
    }

    @Test
    void every_page_of_the_office_is_walked_by_keyboard() throws Exception {
        var faults = new ArrayList<String>();
        var pages = reachable(Guest.AYLIN, List.of("/w/lindenfurt", "/account", "/networks"), faults);
        faults.addAll(inTurns(Guest.AYLIN, pages, (aylin, path, found) -> {
            if (opens(aylin.page(), path)) return;
            Keyboard.faults(aylin.page()).forEach(it -> found.add(path + " by keyboard: " + it));
        }));
        assertThat(faults).isEmpty();
    }

    @Test
    void the_doors_are_whole_for_a_stranger() {
        var faults = new ArrayList<String>();
        try (var stranger = Guest.at(port).speaking("de")) {
            for (var path : reachable(stranger, List.of("/sign-in"), faults)) {
                look(stranger, path, "de", faults);
                stranger.page().setViewportSize(1440, 900);
                Keyboard.faults(stranger.page()).forEach(it -> faults.add(path + " by keyboard: " + it));
            }
            faults.addAll(stranger.complaints());
            stranger.complaints().clear();
        }
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "miriam.hartwig@ihk-lindenfurt.example",
        "olga.petrenko@vhs-lindenfurt.example",
        "jonas.weber@hwk-falenau.example",
        "stefan.thalheim@ministerium-arbeit.example",
    })
    void no_link_leads_anybody_to_a_closed_door(String email) {
        var faults = new ArrayList<String>();
        try (var guest = Guest.at(port).speaking("de").signedIn(email, Guest.PASSWORD)) {
            assertThat(reachable(guest, List.of("/w/lindenfurt", "/account"), faults))
                    .isNotEmpty();
            guest.complaints().clear();
        }
        assertThat(faults).isEmpty();
    }

    @FunctionalInterface
    private interface Look {
        void at(Guest guest, String path, List<String> faults);
    }

    /// Two windows share the pages, as there are two processors.
    private List<String> inTurns(String email, List<String> pages, Look look) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var halves = List.of(0, 1).stream()
                    .map(half -> threads.submit(() -> {
                        var faults = new ArrayList<String>();
                        try (var guest = Guest.at(port).speaking("de").signedIn(email, Guest.PASSWORD)) {
                            for (int at = half; at < pages.size(); at += 2) look.at(guest, pages.get(at), faults);
                            faults.addAll(guest.complaints());
                            guest.complaints().clear();
                        }
                        Chromium.leave();
                        return faults;
                    }))
                    .toList();
            var faults = new ArrayList<String>();
            for (var half : halves) faults.addAll(half.get());
            return faults;
        }
    }

    private List<String> reachable(String email, List<String> beginnings, List<String> faults) {
        try (var guest = Guest.at(port).speaking("de").signedIn(email, Guest.PASSWORD)) {
            var pages = reachable(guest, beginnings, faults);
            faults.addAll(guest.complaints());
            guest.complaints().clear();
            return pages;
        }
    }

    /// One address of each kind, breadth first. What does not answer with 200 is a fault.
    private List<String> reachable(Guest guest, List<String> beginnings, List<String> faults) {
        record Step(String path, String from, int depth) {}
        var ahead = new ArrayDeque<Step>();
        beginnings.forEach(it -> ahead.add(new Step(it, "the beginning", 0)));
        var kinds = new LinkedHashMap<String, String>();
        while (!ahead.isEmpty() && kinds.size() < MOST) {
            var step = ahead.remove();
            if (kinds.putIfAbsent(kind(step.path()), step.path()) != null) continue;
            var answer = guest.page()
                    .navigate(step.path(), new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
            if (answer.status() != 200) {
                faults.add(answer.status() + " " + step.path() + ", linked on " + step.from());
                kinds.put(kind(step.path()), "");
                continue;
            }
            if (step.depth() == DEPTH) continue;
            for (var link : links(guest.page())) ahead.add(new Step(link, step.path(), step.depth() + 1));
        }
        assertThat(kinds).hasSizeLessThan(MOST);
        return kinds.values().stream().filter(it -> !it.isEmpty()).toList();
    }

    private Set<String> links(Page page) {
        var found = new TreeSet<String>();
        @SuppressWarnings("unchecked")
        var hrefs = (List<String>) page.evaluate("[...document.querySelectorAll('a[href]:not([download])')]"
                + ".map(it => new URL(it.getAttribute('href'), document.baseURI).href)");
        for (var href : hrefs) {
            var address = URI.create(href.replaceAll("[|\\[\\] ]", "_"));
            if (!"127.0.0.1".equals(address.getHost()) || address.getPort() != port) continue;
            if (address.getQuery() != null && address.getQuery().contains("lang=")) continue;
            if (address.getPath().matches(".*\\.[a-z]+") || address.getPath().startsWith("/api/")) continue;
            found.add(address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery()));
        }
        return found;
    }

    /// The address without what differs between pages of the same template.
    private static String kind(String path) {
        return ID.matcher(path.replaceAll("\\?.*", "")).replaceAll("ID").replaceAll("/$", "");
    }

    /// A page that lets no script run, such as the preview of a mail, would keep axe waiting for ever: it is looked at
    /// as
    /// a copy.
    ///
    /// @return whether it is one
    private static boolean opens(Page page, String path) {
        var answer = page.navigate(path);
        var policy = answer.headers().getOrDefault("content-security-policy", "");
        if (!policy.contains("sandbox")) return false;
        var text = answer.text();
        page.navigate("about:blank");
        page.setContent(text);
        return true;
    }

    private static void look(Guest guest, String path, String language, List<String> faults) {
        var page = guest.page();
        page.setViewportSize(1440, 900);
        boolean copy = opens(page, path);
        var where = language + " " + path;
        var text = page.locator("body").innerText();
        WORDLESS.matcher(text).results().forEach(it -> faults.add(where + ": no words for " + it.group()));
        // A mail speaks the language of its network.
        if (!copy && !page.locator("html").getAttribute("lang").equals(language))
            faults.add(where + ": another language");
        var unmarked = ((Number) page.evaluate("[...document.querySelectorAll('form[method=post]')].filter(it =>"
                        + " !it.querySelector('[name=_csrf]') || !it.querySelector('[name=_form]')).length"))
                .intValue();
        if (unmarked > 0) faults.add(where + ": " + unmarked + " forms without their hidden fields");
        page.evaluate("document.querySelectorAll('details.section, details.more').forEach(it => it.open = true)");
        // The templates are the same in both languages: axe and the other renderings read the German one.
        if (language.equals("de")) {
            axe(new AxeBuilder(page).withTags(RULES).exclude(MATRIX), where + " 1440", faults);
            Renderings.faults(page).forEach(it -> faults.add(where + " " + it));
            page.evaluate("document.documentElement.dataset.theme = 'dark'");
            axe(
                    new AxeBuilder(page).withRules(List.of("color-contrast")).exclude(MORE_OF_THE_SAME),
                    where + " dark",
                    faults);
            page.evaluate("document.documentElement.dataset.theme = 'light'");
        }
        page.setViewportSize(390, 844);
        if (language.equals("de")) {
            // A phone as tall as the page: the bar at its foot covers nothing that could be scrolled free.
            page.setViewportSize(
                    390, ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue() + 80);
            axe(new AxeBuilder(page).withTags(RULES).exclude(MORE_OF_THE_SAME), where + " 390", faults);
        }
        if (!narrow(page)) {
            faults.add(where + ": " + page.evaluate("document.documentElement.scrollWidth") + " px wide on a phone");
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/journeys/" + language + kind(path).replace('/', '-') + ".png")));
    }

    /// The window is told to be narrow; until it is, the page is as wide as before. Asked from outside: a script that
    /// asks again by itself is against the content policy of the page.
    private static boolean narrow(Page page) {
        for (int asked = 0; asked < 30; asked++) {
            if (Boolean.TRUE.equals(page.evaluate("innerWidth === 390 && document.documentElement.scrollWidth <= 390")))
                return true;
            page.waitForTimeout(100);
        }
        return false;
    }

    /// The old way of asking axe does without a second page for every answer, since there are no frames here.
    @SuppressWarnings("deprecation")
    private static void axe(AxeBuilder asked, String where, List<String> faults) {
        for (var fault : asked.setLegacyMode(true).analyze().getViolations()) {
            var node = fault.getNodes().getFirst();
            faults.add("%s: %s %d× %s %s"
                    .formatted(where, fault.getId(), fault.getNodes().size(), node.getTarget(), node.getHtml()));
        }
    }
}
