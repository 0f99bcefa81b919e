package org.wirknetz.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Takes the pictures of the manual from the running program: `scripts/screenshots`. No test of the ordinary run.
@Journey
class ManualPictures {

    private static final Path LIST = Path.of("../docs/examples/kontaktliste-lindenfurt.csv");

    @LocalServerPort
    int port;

    @Autowired
    FreshNetworks networks;

    @ParameterizedTest
    @CsvSource({"de,../docs/handbuch/bilder", "en,../docs/manual/images"})
    void the_manual_shows_the_program_as_it_is(String language, Path folder) {
        try (var stranger = Guest.at(port).speaking(language)) {
            take(stranger, "/sign-in", folder, "sign-in");
        }
        try (var aylin = Guest.at(port).speaking(language).signedIn(Guest.AYLIN, Guest.PASSWORD)) {
            take(aylin, "/w/lindenfurt", folder, "today");
            take(aylin, "/w/lindenfurt/organisations", folder, "organisations");
            aylin.opens("/w/lindenfurt/organisations?q=IHK");
            take(aylin, aylin.page().locator("tbody th a").first().getAttribute("href"), folder, "organisation");
            take(aylin, "/w/lindenfurt/targets", folder, "targets");
            take(aylin, "/w/lindenfurt/agreements", folder, "agreements");
            aylin.opens("/w/lindenfurt/agreements?standing=CONCLUDED&q=Handwerk");
            take(aylin, aylin.page().locator("tbody th a").first().getAttribute("href"), folder, "agreement");
            take(aylin, "/w/lindenfurt/ties/binding", folder, "binding");
            take(aylin, "/w/lindenfurt/products", folder, "products");
            take(aylin, "/w/lindenfurt/contributions", folder, "give-and-take");
            take(aylin, "/w/lindenfurt/balances", folder, "balances");
            take(aylin, "/w/lindenfurt/matches?ask=" + question(language), folder, "who-has");
            take(aylin, "/w/lindenfurt/ties/coopetition", folder, "coopetition");
            take(aylin, "/w/lindenfurt/check", folder, "check");
            take(aylin, "/w/lindenfurt/check/map", folder, "map");
            take(aylin, "/w/lindenfurt/exports", folder, "exports");
            take(aylin, "/w/lindenfurt/rights", folder, "rights");
            take(aylin, "/w/lindenfurt/members", folder, "members");
            take(aylin, "/w/lindenfurt/people", folder, "people");
            take(aylin, "/account", folder, "account");
            take(aylin, "/w/lindenfurt/meetings", folder, "meetings");
            aylin.opens("/w/lindenfurt/meetings?when=past&kind=STEERING");
            var meeting = aylin.page().locator("tbody th a").first().getAttribute("href");
            take(aylin, meeting + "/day", folder, "on-the-day");
            take(aylin, meeting + "/minutes", folder, "minutes");
            take(aylin, "/w/lindenfurt/tasks", folder, "tasks");
            aylin.opens("/w/lindenfurt/groups");
            take(aylin, aylin.page().locator("tbody th a").first().getAttribute("href"), folder, "group");
            take(aylin, "/w/lindenfurt/newsletters", folder, "newsletters");
            take(aylin, "/w/lindenfurt/journal/calls", folder, "calls");
        }
        var fresh = networks.network();
        try (var aylin = Guest.at(port).speaking(language).signedIn(fresh.email(), Guest.PASSWORD)) {
            var page = aylin.page();
            aylin.opens(fresh.path() + "/imports");
            page.locator("#file").setInputFiles(LIST);
            page.locator("form[enctype] button.primary").click();
            take(page, folder, "mapping");
            page.locator("form[action$='/mapping'] .buttons button").click();
            page.locator("select[name=twin-0]").selectOption(new SelectOption().setIndex(1));
            page.locator("select[name=twin-0]").scrollIntoViewIfNeeded();
            take(page, folder, "twins");
        }
    }

    private static String question(String language) {
        return language.equals("de")
                ? "Wer+hat+R%C3%A4ume+und+eine+IHK-Pr%C3%BCferin%2C+die+Russisch+spricht%3F"
                : "Who+has+rooms+and+an+IHK+examiner+who+speaks+Russian%3F";
    }

    private static void take(Guest guest, String path, Path folder, String name) {
        guest.opens(path);
        take(guest.page(), folder, name);
    }

    private static void take(Page page, Path folder, String name) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
    }
}
