package org.wirknetz.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Aylin Demir draws on the map what might be, and reads what it would change while her hand moves.
@Journey
class WhatIfJourneyTests {

    /// Two organisations that are not tied and do not stand in each other's way, and a tie of today: their places on
    /// the
    /// screen.
    private static final String PLACES = """
            () => {
              const { whatIf } = document.querySelector('[data-what-if]');
              const { graph, scene, stage } = whatIf;
              const box = stage.getBoundingClientRect();
              const spot = (node) => [box.left + node.sx, box.top + node.sy];
              const alone = (node) => scene.nodeAt(node.sx, node.sy, 0) === node;
              for (const one of graph.nodes.filter(alone)) {
                const other = graph.nodes.find((it) => alone(it) && it !== one && !graph.pairBetween(one, it));
                if (other) return [...spot(one), ...spot(other)];
              }
            }
            """;

    @LocalServerPort
    int port;

    @Test
    void a_hand_on_the_map_tries_what_a_tie_would_change() {
        try (var aylin = Guest.at(port).speaking("de").signedIn(Guest.AYLIN, Guest.PASSWORD)) {
            var page = aylin.page();
            aylin.opens("/w/lindenfurt/check/what-if");
            page.waitForCondition(() -> Boolean.TRUE.equals(
                    page.evaluate("() => document.querySelector('[data-what-if]').whatIf !== undefined")));
            page.locator(".map-stage").scrollIntoViewIfNeeded();
            var places = places(page);
            var told = page.locator("#what-if-told");

            page.mouse().move(places.get(0), places.get(1));
            page.mouse().down();
            page.mouse()
                    .move(places.get(2), places.get(3), new com.microsoft.playwright.Mouse.MoveOptions().setSteps(5));
            assertThat(told).hasClass(Pattern.compile("is-preview"));
            assertThat(told.locator("ol")).containsText("verbinden");
            org.assertj.core.api.Assertions.assertThat(page.url())
                    .as("nothing is decided yet")
                    .endsWith("/what-if");
            page.mouse().up();
            assertThat(page).hasURL(Pattern.compile("\\?step=add~"));
            assertThat(told).not().hasClass(Pattern.compile("is-preview"));
            assertThat(page.locator("path.is-added")).hasCount(1);
            assertThat(row(told, "pairs").locator("td").last()).hasText("+1");

            page.mouse().click(places.get(0), places.get(1));
            assertThat(told.locator("ol > li")).hasCount(2);
            assertThat(row(told, "organisations").locator("td").last()).hasText("−1");

            page.goBack();
            assertThat(told.locator("ol > li")).hasCount(1);
            page.locator("#organisation").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
            page.locator("button[value=without]").press("Enter");
            assertThat(told.locator("ol > li")).hasCount(2);
            assertThat(page.locator("button[value=without]")).isFocused();
            told.locator("a[data-step]").last().click();
            assertThat(told).containsText("Noch ist nichts verändert");
            org.assertj.core.api.Assertions.assertThat(aylin.complaints()).isEmpty();
        }
    }

    private static Locator row(Locator told, String reading) {
        return told.locator("#what-if-" + reading);
    }

    @SuppressWarnings("unchecked")
    private static List<Double> places(Page page) {
        return ((List<Number>) page.evaluate(PLACES))
                .stream().map(Number::doubleValue).toList();
    }
}
