package org.wirknetz.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Miriam Hartwig has lent a room to the Volkshochschule, and says so on the way back; Aylin Demir sees what is
/// one-sided,
/// and brings together who could help.
@Journey
class GiveAndTakeJourneyTests {

    private static final String MIRIAM = "miriam.hartwig@ihk-lindenfurt.example";
    private static final String OLGA = "olga.petrenko@vhs-lindenfurt.example";
    private static final String WHAT = "Prüfungsraum überlassen";

    @LocalServerPort
    int port;

    @Test
    void help_is_recorded_on_a_phone_in_five_taps_and_confirmed_in_one() {
        try (var miriam = Guest.at(port).speaking("de").signedIn(MIRIAM, Guest.PASSWORD)) {
            var page = miriam.page();
            page.setViewportSize(390, 844);
            miriam.opens("/w/lindenfurt/contributions");
            page.locator("a[href$='/contributions/new']").first().click();
            page.waitForURL(it -> it.endsWith("/contributions/new"));
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= 390"))
                    .isTrue();
            assertThat(page.locator("#direction-gave")).isChecked();
            assertThat(page.locator("#effort-MEDIUM")).isChecked();
            other(page.locator("#other"), "vhs");
            page.locator("#kind").fill(WHAT);
            miriam.presses("Hilfe eintragen");
            assertThat(page.locator("#flash")).containsText("Die empfangende Seite kann sie jetzt bestätigen.");
        }
        try (var olga = Guest.at(port).speaking("de").signedIn(OLGA, Guest.PASSWORD)) {
            var page = olga.page();
            page.setViewportSize(390, 844);
            olga.opens("/w/lindenfurt/contributions");
            var waiting = page.locator("#waiting li", new Page.LocatorOptions().setHasText(WHAT));
            waiting.locator("form[action$='/confirmation'] button").click();
            assertThat(page.locator("#flash")).containsText("Sie haben die Hilfe von");
            assertThat(page.locator("#waiting li")).not().containsText(new String[] {WHAT});
        }
    }

    @Test
    void the_office_sees_a_one_sided_pair_and_a_return_that_could_be_offered() {
        try (var aylin = Guest.at(port).speaking("de").signedIn(Guest.AYLIN, Guest.PASSWORD)) {
            var page = aylin.page();
            aylin.opens("/w/lindenfurt/balances");
            var hint = page.locator(".signals li", new Page.LocatorOptions().setHasText("Neustart"));
            assertThat(hint.first()).containsText("8-mal unterstützt; Rückfluss bisher keiner");
            hint.first().locator("a.button").click();
            assertThat(page.locator("#returns")).containsText("Patinnen und Paten");
        }
    }

    @Test
    void a_need_finds_three_partners_with_reasons_and_two_are_introduced() {
        try (var aylin = Guest.at(port).speaking("de").signedIn(Guest.AYLIN, Guest.PASSWORD)) {
            var page = aylin.page();
            aylin.opens("/w/lindenfurt/needs?q=Schulungsraum");
            page.locator("tbody th a").first().click();
            var matches = page.locator("#matches li.stack");
            assertThat(matches.count()).isGreaterThanOrEqualTo(3);
            for (int at = 0; at < 3; at++)
                assertThat(matches.nth(at).locator("ul li").count()).isPositive();
            matches.first().getByText("Bekannt machen").click();
            assertThat(page.locator("h1")).containsText("bekannt machen");
            assertThat(page.locator("#body")).not().isEmpty();
            page.locator("form[action$='/dispatch'] button").click();
            assertThat(page.locator("#flash")).containsText("wartet im Ausgang");
            aylin.presses("Es hat geholfen");
            assertThat(page.locator("#flash")).containsText("Das Ergebnis ist festgehalten.");
            aylin.opens("/w/lindenfurt/contributions");
            assertThat(page.locator("#suggested")).containsText("für");
        }
    }

    @Test
    void one_question_finds_rooms_and_an_examiner_who_speaks_russian_in_both_languages() {
        try (var aylin = Guest.at(port).speaking("de").signedIn(Guest.AYLIN, Guest.PASSWORD)) {
            var page = aylin.page();
            for (var question : new String[] {
                "Wer hat Räume und eine IHK-Prüferin, die Russisch spricht?",
                "Who has rooms and an IHK examiner who speaks Russian?"
            }) {
                aylin.opens("/w/lindenfurt/matches");
                page.locator("#ask").fill(question);
                aylin.presses("Finden");
                assertThat(page.locator("#together")).containsText("Prüfungsausschuss Fachlagerist, spricht Russisch");
                assertThat(page.locator("#together")).containsText("raum");
            }
        }
    }

    private static void other(Locator select, String key) {
        var name = select.locator("option").allTextContents().stream()
                .filter(it -> it.toLowerCase(java.util.Locale.GERMAN).contains(key) || it.contains("Volkshochschule"))
                .findFirst()
                .orElseThrow();
        select.selectOption(new SelectOption().setLabel(name));
    }
}
