package org.wirknetz.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A browser that runs no script, as some offices set it: everything that must work does.
@Journey
class WithoutScriptJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    FreshNetworks networks;

    @Test
    void search_edit_and_import_need_no_script() {
        var fresh = networks.network();
        try (var aylin = Guest.withoutScript(port).speaking("de").signedIn(fresh.email(), Guest.PASSWORD)) {
            var page = aylin.page();
            aylin.opens(fresh.path() + "/imports");
            page.locator("#file").setInputFiles(Path.of("../docs/examples/kontaktliste-lindenfurt.csv"));
            aylin.presses("Hochladen und ansehen");
            aylin.presses("Prüfen");
            aylin.waitsFor("Jetzt übernehmen");
            aylin.presses("Jetzt übernehmen");
            aylin.waitsFor("Import zurücknehmen");

            aylin.opens(fresh.path());
            page.locator(".topbar input[name=q]").fill("jobcenter");
            page.locator(".topbar input[name=q]").press("Enter");
            page.locator("main .results a").first().click();
            assertThat(page.locator("h1")).containsText("Jobcenter");

            page.locator("a[href$='/edit']").first().click();
            page.locator("#street").fill("Neue Gasse 4");
            aylin.presses("Speichern");
            assertThat(page.locator("#contact")).containsText("Neue Gasse 4");
        }
    }
}
