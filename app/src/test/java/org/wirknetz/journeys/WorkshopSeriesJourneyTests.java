package org.wirknetz.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.access.Role;

/// Ten houses sit in a steering group that decides when three quarters of them are there. Nine come. Aylin Demir plans
/// a series, moves one
/// date
/// and calls one off; a guest answers by a link; on the day two leave, the vote fails, and the minutes give three
/// people
/// something to do.
@Journey
class WorkshopSeriesJourneyTests {

    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/answer/[A-Za-z0-9_-]+)");
    private static final List<String> NAMES = List.of(
            "Jonas Weber",
            "Olga Petrenko",
            "Emre Yıldız",
            "Ines Krug",
            "Per Lund",
            "Ada Roth",
            "Ugur Can",
            "Mia Behn",
            "Kai Thoma",
            "Zoe Falk");

    @LocalServerPort
    int port;

    @Autowired
    FreshNetworks networks;

    @Autowired
    JdbcClient db;

    private FreshNetworks.Fresh fresh;
    private final List<String> members = new ArrayList<>();

    @Test
    void a_series_is_planned_moved_called_off_answered_held_voted_on_and_written_up() {
        fresh = networks.network();
        ten_houses_in_a_group();
        try (var aylin = Guest.at(port).speaking("de").signedIn(fresh.email(), Guest.PASSWORD)) {
            plans_a_series(aylin);
            moves_the_second_date_and_asks_a_guest(aylin);
            calls_off_the_third(aylin);
            a_guest_answers_by_link(aylin);
            nine_vote_and_two_leave(aylin);
            minutes_are_approved(aylin);
        }
        for (int number = 0; number < 3; number++) finds_the_task(members.get(number), "Liste " + (number + 1));
    }

    private void ten_houses_in_a_group() {
        var stage = fresh.stage();
        var group = UUID.randomUUID();
        stage.inside(() -> db.sql("""
                        insert into groups.body (network, id, name, kind, founded_on, quorum_numerator, quorum_denominator, quorum_above)
                        values (platform.network(), ?, 'Lenkungskreis', 'STEERING', '2025-01-01', 3, 4, false)
                        """).param(group).update());
        for (var name : NAMES) {
            var house = stage.organisation("Haus " + name);
            var email = networks.opens(stage.sits(name, Role.PARTNER_STAFF, house));
            members.add(email);
            var person = UUID.randomUUID();
            stage.inside(() -> {
                db.sql("""
                                insert into directory.person (network, id, key, given_name, family_name, email)
                                values (platform.network(), ?, ?, ?, ?, ?)
                                """)
                        .params(person, person.toString(), name.split(" ")[0], name.split(" ")[1], email)
                        .update();
                db.sql("""
                                insert into groups.member (network, group_id, organisation, person, votes, since)
                                values (platform.network(), ?, ?, ?, true, '2025-01-01')
                                """).params(group, house, person).update();
            });
        }
    }

    /// Monday at eight, every fortnight: the clock of the journey stands at nine on the first of them.
    private void plans_a_series(Guest aylin) {
        var page = aylin.page();
        aylin.opens(fresh.path() + "/meetings/series/new");
        page.locator("#title").fill("Lenkungskreis");
        page.locator("#kind").selectOption("STEERING");
        page.locator("#group").selectOption(new SelectOption().setLabel("Lenkungskreis"));
        page.locator("#first").fill("2026-11-23");
        page.locator("#last").fill("2026-12-21");
        page.locator("#every").fill("2");
        page.locator("#from").fill("08:00");
        aylin.presses("Reihe planen");
        assertThat(page.locator("tbody tr")).hasCount(3);
        aylin.presses("Zur ganzen Reihe einladen");
        assertThat(page.locator("#flash")).containsText("10 Mails");
    }

    private void moves_the_second_date_and_asks_a_guest(Guest aylin) {
        var page = aylin.page();
        date(page, 1).click();
        link(page, "Ändern");
        page.locator("#day").fill("2026-12-08");
        aylin.presses("Speichern");
        assertThat(page.locator("#invitations")).containsText("wissen noch nicht, was sich geändert hat");
        aylin.presses("Jetzt mitteilen");
        assertThat(page.locator("#flash")).containsText("10 Mails");
        page.locator("summary", new Page.LocatorOptions().setHasText("Auf die Liste setzen"))
                .click();
        page.locator("#name").fill("Gast vom Rundfunk");
        page.locator("#email").fill(guest());
        page.locator("form[action$='/invitations'] button").click();
        aylin.presses("Jetzt mitteilen");
        assertThat(page.locator("#flash")).containsText("Eine Mail");
    }

    private String guest() {
        return "gast@" + fresh.stage().slug() + ".example";
    }

    private void calls_off_the_third(Guest aylin) {
        var page = aylin.page();
        page.locator("dl.facts a[href*='/meetings/series/']").click();
        assertThat(page.locator("tbody tr").nth(1)).containsText("verschoben");
        assertThat(page.locator("form[action$='/dispatch']")).hasCount(0);
        date(page, 2).click();
        page.locator("summary", new Page.LocatorOptions().setHasText("Absagen")).click();
        page.locator("#reason").fill("Zu nah am Fest");
        page.locator("form[action$='/cancellation'] button").click();
        aylin.presses("Absage jetzt mitteilen");
        assertThat(page.locator("#flash")).containsText("10 Mails");
    }

    private void a_guest_answers_by_link(Guest aylin) {
        var mail = db.sql("select body from platform.mail where recipient = ?")
                .param(guest())
                .query(String.class)
                .single();
        var found = LINK.matcher(mail);
        assertThat(found.find()).as(mail).isTrue();
        try (var guest = Guest.at(port).speaking("de")) {
            guest.opens(found.group(1));
            assertThat(guest.page().locator(".lead")).containsText("8. Dezember");
            guest.presses("Ich komme");
            assertThat(guest.page().locator("body")).containsText("kommt");
        }
        aylin.page().locator("dl.facts a[href*='/meetings/series/']").click();
        date(aylin.page(), 1).click();
        assertThat(aylin.page().locator("#invitations")).containsText("1 kommen");
    }

    private void nine_vote_and_two_leave(Guest aylin) {
        var page = aylin.page();
        page.locator("dl.facts a[href*='/meetings/series/']").click();
        date(page, 0).click();
        page.locator("a[href$='/day']").click();
        var present = page.locator("#attendance button[name=presence][value=PRESENT]");
        for (int left = 10; left > 1; left--) {
            assertThat(present).hasCount(left);
            present.first().click();
        }
        assertThat(present).hasCount(1);
        aylin.presses("Die Person ohne Angabe ist nicht da");
        assertThat(page.locator("#attendance")).containsText("abwesend");
        page.locator("summary", new Page.LocatorOptions().setHasText("Abstimmung vorbereiten"))
                .click();
        page.locator("#question").fill("Erkennen wir die Kompetenzbilanz an?");
        page.locator("form[action$='/ballots'] button").click();
        aylin.presses("Abstimmung eröffnen");
        var yes = page.locator("#voters button[value=YES]");
        for (int left = 9; left > 0; left--) {
            assertThat(yes).hasCount(left);
            yes.first().click();
        }
        assertThat(yes).hasCount(0);
        var ballot = page.url();
        aylin.opens(page.url().replaceFirst(".*(/w/[^?]*)/ballots/.*", "$1/day"));
        for (int number = 0; number < 2; number++) {
            var row = page.locator("#attendance tbody tr").nth(number);
            row.locator("button[name=now]").click();
            assertThat(page.locator("#attendance tbody tr").nth(number)).containsText("bis 09:00");
        }
        page.navigate(ballot);
        aylin.presses("Abstimmung schließen und zählen");
        assertThat(page.locator("#result")).containsText("Die Abstimmung hat keine Wirkung");
    }

    private void minutes_are_approved(Guest aylin) {
        var page = aylin.page();
        page.navigate(page.url().replaceFirst("/ballots/.*", "/minutes"));
        aylin.presses("Protokoll beginnen");
        page.waitForLoadState();
        var text = new StringBuilder("Die Abstimmung wird nachgeholt.\n");
        for (int number = 0; number < 3; number++)
            text.append("Aufgabe (%s, bis 15.12.2026): Liste %d\n".formatted(NAMES.get(number), number + 1));
        page.locator("textarea[name=body]").fill(text.toString());
        // At once: what was typed last is saved before its lines are taken over.
        aylin.presses("Zeilen übernehmen");
        assertThat(page.locator("#flash")).containsText("3 Aufgaben");
        aylin.presses("Den Anwesenden vorlegen");
        aylin.presses("Als genehmigt eintragen");
        assertThat(page.locator("#flash")).containsText("genehmigt und versiegelt");
        assertThat(page.locator("h2").allTextContents()).contains("Anwesend");
    }

    private void finds_the_task(String email, String title) {
        try (var owner = Guest.at(port).speaking("de").signedIn(email, Guest.PASSWORD)) {
            owner.opens(fresh.path() + "/tasks");
            assertThat(owner.page().locator("tbody")).containsText(title);
        }
    }

    private static Locator date(Page page, int number) {
        return page.locator("tbody tr").nth(number).locator("a").first();
    }

    private static void link(Page page, String words) {
        page.locator(".page-head .buttons a", new Page.LocatorOptions().setHasText(words))
                .click();
    }
}
