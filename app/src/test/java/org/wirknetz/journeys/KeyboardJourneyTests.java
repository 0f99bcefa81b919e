package org.wirknetz.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Aylin Demir's mouse is broken; she does not miss it.
@Journey
class KeyboardJourneyTests {

    @LocalServerPort
    int port;

    @Test
    void everything_from_signing_in_to_taking_a_change_back_is_done_with_keys() {
        try (var aylin = Guest.at(port).speaking("de")) {
            var page = aylin.page();
            var keys = page.keyboard();
            aylin.opens("/sign-in");
            until(page, "#email");
            keys.type(Guest.AYLIN);
            keys.press("Tab");
            keys.type(Guest.PASSWORD);
            keys.press("Enter");
            assertThat(page).hasURL(Pattern.compile(".*/w/lindenfurt/?$"));

            page.waitForLoadState();
            keys.press("Control+k");
            assertThat(page.locator("#palette input")).isFocused();
            keys.type("Wohlfahrt");
            assertThat(page.locator("#palette-found .results a").first()).containsText("Wohlfahrt");
            keys.press("ArrowDown");
            keys.press("Enter");
            assertThat(page.locator("h1")).containsText("Wohlfahrt");

            until(page, "a[href$='/edit']");
            keys.press("Enter");
            page.waitForURL("**/edit");
            until(page, "#short_name");
            keys.press("Control+a");
            keys.type("CV neu");
            keys.press("Enter");
            assertThat(page.locator("#flash")).containsText("ist gespeichert");
            assertThat(page.locator(".page-head .tag")).hasText("CV neu");

            until(page, "#flash form button");
            keys.press("Enter");
            // The history goes on telling what was there for a while.
            assertThat(page.locator("#flash")).not().containsText("ist gespeichert");
            assertThat(page.locator(".page-head .tag").filter(new Locator.FilterOptions().setHasText("CV neu")))
                    .hasCount(0);
        }
    }

    /// Tab by Tab to this place, as a person goes; a place that cannot be reached fails.
    private static void until(Page page, String place) {
        for (int step = 0; step < 120; step++) {
            if ((Boolean) page.evaluate("it => document.activeElement.matches(it)", place)) return;
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the keyboard does not reach " + place);
    }
}
