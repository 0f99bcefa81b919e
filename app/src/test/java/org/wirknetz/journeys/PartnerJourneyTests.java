package org.wirknetz.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Miriam Hartwig keeps the entry of her own chamber, and nobody else's.
@Journey
class PartnerJourneyTests {

    private static final String MIRIAM = "miriam.hartwig@ihk-lindenfurt.example";

    @LocalServerPort
    int port;

    @Test
    void a_partner_keeps_its_own_entry() {
        try (var miriam = Guest.at(port).speaking("de").signedIn(MIRIAM, Guest.PASSWORD)) {
            var page = miriam.page();
            miriam.opens(entry(miriam, "IHK Lindenfurt") + "/edit");
            page.locator("#phone").fill("030 23125-777");
            miriam.presses("Speichern");
            assertThat(page.locator("#flash")).containsText("ist gespeichert");
            assertThat(page.locator("#contact")).containsText("23125-777");
        }
    }

    @Test
    void a_partner_cannot_change_another_not_even_with_a_forged_form() {
        try (var miriam = Guest.at(port).speaking("de").signedIn(MIRIAM, Guest.PASSWORD)) {
            var page = miriam.page();
            var another = entry(miriam, "HWK");
            miriam.opens(another);
            assertThat(page.locator("a[href$='/edit']")).hasCount(0);
            assertThat(page.navigate(another + "/edit").status()).isEqualTo(403);

            miriam.opens(another);
            var answer = page.request()
                    .post(
                            another,
                            RequestOptions.create()
                                    .setForm(FormData.create()
                                            .set(
                                                    "_csrf",
                                                    page.locator("input[name=_csrf]")
                                                            .first()
                                                            .inputValue())
                                            .set("version", 1)
                                            .set("name", "Fremde Kammer")));
            assertThat(answer.status()).isEqualTo(403);
            miriam.opens(another);
            assertThat(page.locator("h1")).containsText("HWK");
            miriam.forgives("403");
        }
    }

    /// The address of the first organisation that the list finds under this name.
    private static String entry(Guest guest, String name) {
        guest.opens("/w/lindenfurt/organisations?q=" + name.replace(" ", "+"));
        return guest.page().locator("tbody th a").first().getAttribute("href");
    }
}
