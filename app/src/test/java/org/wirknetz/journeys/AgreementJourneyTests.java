package org.wirknetz.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.Cast;
import org.wirknetz.access.Accounts;
import org.wirknetz.access.Role;
import org.wirknetz.agreements.Reminders;
import org.wirknetz.platform.Scope;

/// Three partners agree on something: drafted from a template, negotiated, signed by each, and remembered before it
/// ends.
@Journey
class AgreementJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    Accounts accounts;

    @Autowired
    Reminders reminders;

    @Autowired
    JdbcClient db;

    private Cast.Stage stage;
    private UUID chamber;
    private UUID school;
    private UUID jobcenter;
    private String jonas;
    private String olga;
    private String joerg;
    private String aylin;

    @BeforeEach
    void three_partners_and_the_office() {
        stage = cast.network();
        chamber = stage.organisation("Handwerkskammer");
        school = stage.organisation("Volkshochschule");
        jobcenter = stage.organisation("Jobcenter");
        jonas = representative("Jonas", "Weber", chamber);
        olga = representative("Olga", "Petrenko", school);
        joerg = representative("Jörg", "Kranz", jobcenter);
        accounts.choosePassword(stage.officeAccount(), Guest.PASSWORD);
        aylin = accounts.require(stage.officeAccount()).email();
    }

    @Test
    void an_agreement_grows_from_a_template_to_a_tie_with_evidence() throws Exception {
        String agreement;
        try (var office = guest(aylin)) {
            var page = office.page();
            office.opens(stage.path("/agreements"));
            page.getByText("Vereinbarung entwerfen").first().click();
            page.getByText("Kooperationsverpflichtung").first().click();
            page.locator("#title").fill("Raum und Prüfung für die Nachqualifizierung");
            page.locator("#party-0").selectOption(chamber.toString());
            page.locator("#party-1").selectOption(school.toString());
            page.locator("#party-2").selectOption(jobcenter.toString());
            page.locator("input[name=form][value=INTEGRATIVE]").check();
            page.locator("#from").fill("2026-11-23");
            page.locator("#last").fill("2027-02-15");
            page.locator("#circle").selectOption(new SelectOption().setValue("NETWORK"));
            office.presses("Entwurf speichern");
            agreement = page.url().replaceFirst("https?://[^/]+", "").replaceFirst("#.*", "");
            assertThat(page.locator("#text")).containsText("§ 1");
        }
        try (var partner = guest(jonas)) {
            var page = partner.page();
            partner.opens(agreement);
            page.locator("#body").fill("Zwei Räume stellen wir, wenn die Termine früh feststehen.");
            page.locator("#concession").check();
            partner.presses("Kommentar schreiben");
            assertThat(page.locator("#negotiation")).containsText("Zwei Räume stellen wir");
        }
        try (var partner = guest(olga)) {
            var page = partner.page();
            partner.opens(agreement + "/edit");
            page.locator("#body")
                    .fill(page.locator("#body").inputValue() + "\n\nTermine nennt die Volkshochschule bis Januar.");
            partner.presses("Speichern");
            assertThat(page.locator("#text")).containsText("Fassung 2");
        }
        try (var office = guest(aylin)) {
            office.opens(agreement);
            office.presses("Zur Unterschrift vorlegen");
            assertThat(office.page().locator(".page-head")).containsText("zur Unterschrift");
        }
        signs(jonas, agreement, "Handwerkskammer");
        signs(olga, agreement, "Volkshochschule");
        signs(joerg, agreement, "Jobcenter");
        try (var office = guest(aylin)) {
            var page = office.page();
            office.opens(agreement);
            assertThat(page.locator(".page-head")).containsText("geschlossen");
            var fingerprint = page.locator("#text .fingerprint").textContent();
            Assertions.assertThat(downloaded(page, "#text a[download]")).isEqualTo(fingerprint);

            office.opens(stage.path(""));
            assertThat(page.locator("main"))
                    .containsText("„Raum und Prüfung für die Nachqualifizierung“ endet in 84 Tagen");

            office.opens(stage.path("/ties/between/" + chamber + "/" + jobcenter));
            assertThat(page.locator("main")).containsText("Raum und Prüfung für die Nachqualifizierung");
            office.opens(stage.path("/ties/binding"));
            assertThat(page.locator("#pairs tbody tr")).hasCount(3);
        }
        int sent = Scope.of(stage.network()).<Integer, RuntimeException>call(() -> reminders.send(stage.slug()));
        Assertions.assertThat(sent).as("the office and an admin of each party").isEqualTo(4);
        Assertions.assertThat(db.sql("select body from platform.mail where recipient = ?")
                        .param(joerg)
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("15.02.2027");
    }

    private void signs(String who, String agreement, String organisation) {
        try (var partner = guest(who)) {
            partner.opens(agreement);
            partner.page().locator("#signatures input[name=read]").check();
            partner.presses("Für " + organisation + " unterschreiben");
            assertThat(partner.page().locator("#signatures tr", new Page.LocatorOptions().setHasText(organisation)))
                    .containsText("elektronische Signatur");
        }
    }

    /// The SHA-256 of what the link hands out.
    private static String downloaded(Page page, String link) throws IOException, NoSuchAlgorithmException {
        var file =
                page.waitForDownload(() -> page.locator(link).first().click()).path();
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private Guest guest(String email) {
        return Guest.at(port).speaking("de").signedIn(email, Guest.PASSWORD);
    }

    private String representative(String given, String family, UUID organisation) {
        var account = stage.sits(given + " " + family, Role.PARTNER_ADMIN, organisation);
        accounts.choosePassword(account, Guest.PASSWORD);
        var email = accounts.require(account).email();
        var person = UUID.randomUUID();
        stage.inside(() -> {
            db.sql("""
                            insert into directory.person (network, id, key, given_name, family_name, email)
                            values (platform.network(), ?, ?, ?, ?, ?)
                            """).params(person, person.toString(), given, family, email).update();
            db.sql("""
                            insert into directory.mandate (network, person, organisation, kind, function)
                            values (platform.network(), ?, ?, 'REPRESENTS', 'Geschäftsführung')
                            """).params(person, organisation).update();
        });
        return email;
    }
}
