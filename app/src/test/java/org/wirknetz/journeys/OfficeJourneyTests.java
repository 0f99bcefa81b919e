package org.wirknetz.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Aylin Demir, the office: from the list she really has to a network she can see, and back.
@Journey
class OfficeJourneyTests {

    private static final Path LIST = Path.of("../docs/examples/kontaktliste-lindenfurt.csv");

    @LocalServerPort
    int port;

    @Autowired
    FreshNetworks networks;

    @Test
    void the_office_brings_its_list_sees_partners_gaps_and_map_and_takes_the_import_back() throws Exception {
        var fresh = networks.network();
        try (var aylin = Guest.at(port).speaking("de").signedIn(fresh.email(), Guest.PASSWORD)) {
            var page = aylin.page();
            aylin.opens(fresh.path());
            assertThat(page.locator("h1")).isVisible();

            aylin.opens(fresh.path() + "/imports");
            page.locator("#file").setInputFiles(LIST);
            aylin.presses("Hochladen und ansehen");
            assertThat(page.locator("select[name=column-0-0]")).hasValue("organisation");
            assertThat(page.locator("tbody")).containsText("Koordinierungsstelle Fachkräftenetz");

            aylin.presses("Prüfen");
            assertThat(page.getByRole(AriaRole.HEADING, named("Vielleicht doppelt")))
                    .isVisible();
            var doubles = page.locator("select[name^=twin-]");
            var proposed = doubles.count();
            assertThat(proposed).isGreaterThanOrEqualTo(3);
            for (int number = 0; number < proposed; number++)
                doubles.nth(number).selectOption(new SelectOption().setIndex(1));
            aylin.presses("Jetzt übernehmen");
            assertThat(page.locator(".lead")).hasText("Die Daten sind übernommen.");
            var imported = page.url();

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Partner ansehen"))
                    .click();
            assertThat(page.locator("h1 .count")).hasText(Pattern.compile("[1-9][0-9]*"));
            assertThat(page.locator("tbody tr")).not().hasCount(0);

            aylin.opens(fresh.path() + "/targets");
            aylin.opens(fresh.path() + "/check");
            aylin.opens(fresh.path() + "/check/map");

            aylin.opens(fresh.path() + "/exports");
            var download = page.waitForDownload(() ->
                    page.locator("a[href$='/exports/tables.xlsx']").first().click());
            assertThat(Files.size(download.path())).isGreaterThan(4_000);

            page.navigate(imported);
            aylin.presses("Import zurücknehmen");
            aylin.opens(fresh.path() + "/organisations");
            assertThat(page.locator("h1 .count")).hasText("0");
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
