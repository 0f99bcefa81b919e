package org.wirknetz.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;

/// The newsletter from signing up to leaving, through the doors people use.
@RoomTest
class NewsletterRoomTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient db;

    @Autowired
    Cast cast;

    @Autowired
    SendPlanned planned;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    java.time.Clock clock;

    private Cast.Stage stage;
    private UUID list;

    @BeforeEach
    void a_list() throws Exception {
        stage = cast.network();
        mvc.perform(post(stage.path("/mailing-lists/setting"))
                        .with(stage.office())
                        .with(csrf())
                        .param("imprint", "Koordinierungsstelle Lindenfurt\nMarkt 1, 00123 Lindenfurt"))
                .andExpect(status().is3xxRedirection());
        mvc.perform(post(stage.path("/mailing-lists"))
                        .with(stage.office())
                        .with(csrf())
                        .param("name", "Netzbrief")
                        .param("about", "Neues aus dem Netzwerk, alle drei Monate.")
                        .param("everyDays", "90")
                        .param("open", "true"))
                .andExpect(status().is3xxRedirection());
        list = stage.ask(any ->
                any.sql("select id from newsletter.list").query(UUID.class).single());
    }

    private String open(String rest) {
        return "/n/" + stage.slug() + rest;
    }

    private static String somebody() {
        return UUID.randomUUID().toString().substring(0, 8) + "@volkshochschule.example";
    }

    private void asks(String address) throws Exception {
        mvc.perform(post(open("/newsletter"))
                        .with(csrf())
                        .param("email", address)
                        .param("list", list.toString()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Postfach")));
    }

    private List<String> mailsTo(String address) {
        return db.sql("select body from platform.mail where recipient = ? order by created_at")
                .param(address)
                .query(String.class)
                .list();
    }

    private static String found(String pattern, String text) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
        return matcher.group(1);
    }

    private String secretOf(String address) {
        return found("/confirmation/([A-Za-z0-9_-]+)", mailsTo(address).getLast());
    }

    private String joins() throws Exception {
        var address = somebody();
        asks(address);
        mvc.perform(post(open("/newsletter/confirmation/" + secretOf(address))).with(csrf()))
                .andExpect(status().isOk());
        return address;
    }

    @Test
    void somebody_joins_in_two_steps_and_everything_that_proves_it_is_kept() throws Exception {
        var address = somebody();
        mvc.perform(get(open("/newsletter")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Netzbrief")))
                .andExpect(content().string(containsString("jederzeit mit einem Klick")));
        asks(address);
        var mail = mailsTo(address).getLast();
        assertThat(mail).contains("Markt 1, 00123 Lindenfurt", "jederzeit mit einem Klick", "7 Tage");
        var secret = secretOf(address);
        mvc.perform(get(open("/newsletter/confirmation/" + secret)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Netzbrief")));
        assertThat(stage.<Boolean>ask(
                        any -> any.sql("select confirmed_at is null from newsletter.subscription where address = ?")
                                .param(address)
                                .query(Boolean.class)
                                .single()))
                .as("opening a page agrees to nothing")
                .isTrue();
        mvc.perform(post(open("/newsletter/confirmation/" + secret)).with(csrf()))
                .andExpect(status().isOk());
        mvc.perform(post(open("/newsletter/confirmation/" + secret)).with(csrf()))
                .andExpect(status().isGone());
        assertThat(stage.<Boolean>ask(any -> any.sql("""
                        select s.confirmed_at is not null and s.requested_at is not null and s.mail_sent_at is not null
                               and s.mail_hash = ? and s.token is not null and s.requested_from is not null
                               and f.words like '%Netzbrief%' and f.number = 1
                          from newsletter.subscription s join newsletter.form f on f.network = s.network and f.id = s.form
                         where s.address = ?
                        """)
                        .params(AddressHash.sha(mail), address)
                        .query(Boolean.class)
                        .single()))
                .isTrue();
    }

    @Test
    void an_answer_tells_nobody_whether_an_address_is_known_and_nobody_is_pestered() throws Exception {
        var address = joins();
        asks(address);
        asks(address);
        assertThat(mailsTo(address))
                .as("only the first asking was answered by mail")
                .hasSize(1);
        var other = somebody();
        asks(other);
        asks(other);
        assertThat(mailsTo(other))
                .as("and nobody is asked twice within the hour")
                .hasSize(1);
        mvc.perform(post(open("/newsletter"))
                        .with(csrf())
                        .param("email", "keine Adresse")
                        .param("list", list.toString()))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(post(open("/newsletter"))
                        .with(csrf())
                        .param("email", "a@b.example\r\nBcc: x@evil.example")
                        .param("list", list.toString()))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(post(open("/newsletter")).with(csrf()).param("email", somebody()))
                .andExpect(status().isUnprocessableContent());
    }

    /// Seen failing: whoever typed an address every hour had it written to every hour, and one subnet to
    /// thousands.
    @Test
    void nobody_writes_to_strangers_in_our_name_again_and_again() throws Exception {
        var victim = somebody();
        for (int hour = 0; hour < 5; hour++) {
            asks(victim);
            stage.inside(() -> db.sql("""
                            update newsletter.subscription
                               set requested_at = requested_at - interval '61 minutes', mail_sent_at = mail_sent_at - interval '61 minutes'
                            """).update());
        }
        assertThat(mailsTo(victim)).as("within a week").hasSize(3);
        stage.inside(() -> {
            for (int n = 0; n < 60; n++)
                db.sql("""
                                insert into newsletter.subscription
                                       (network, list, address, address_hash, locale, source, requested_at, requested_from, mail_sent_at, mail_hash)
                                values (platform.network(), :list, :address, sha256(:address::bytea), 'de', 'FORM', :now,
                                        '127.0.0.0/24', now(), sha256(:address::bytea))
                                """)
                        .param("list", list)
                        .param("address", somebody())
                        .param("now", java.sql.Timestamp.from(clock.instant()))
                        .update();
        });
        var next = somebody();
        mvc.perform(post(open("/newsletter")).with(csrf()).param("email", next).param("list", list.toString()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("in einer Stunde")));
        assertThat(mailsTo(next)).isEmpty();
    }

    private UUID issue(String subject, String lead) throws Exception {
        mvc.perform(post(stage.path("/newsletters"))
                        .with(stage.office())
                        .with(csrf())
                        .param("list", list.toString())
                        .param("subject", subject)
                        .param("lead", lead)
                        .param("archive", "PUBLIC"))
                .andExpect(status().is3xxRedirection());
        return stage.ask(
                any -> any.sql("select id from newsletter.issue where state = 'DRAFT' order by created_at desc limit 1")
                        .query(UUID.class)
                        .single());
    }

    private void does(UUID issue, String what) throws Exception {
        mvc.perform(post(stage.path("/newsletters/" + issue + "/" + what))
                        .with(stage.office())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andExpect(redirectedUrl(stage.path("/newsletters/" + issue)));
    }

    @Test
    void an_issue_goes_to_those_who_agreed_says_why_and_ends_with_one_click() throws Exception {
        var reader = joins();
        var undecided = somebody();
        asks(undecided);
        var issue = issue("Neues im Herbst", "Guten *Tag*");
        mvc.perform(get(stage.path("/newsletters/" + issue + "/recipients")).with(stage.office()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(reader)))
                .andExpect(content().string(containsString("abonniert haben")))
                .andExpect(content().string(not(containsString(undecided))));
        does(issue, "dispatch");
        var mail = db.sql(
                        "select filling[2] || ' ' || filling[4] || ' ' || unsubscribe from platform.mail where recipient = ? and mailing is not null")
                .param(reader)
                .query(String.class)
                .single();
        assertThat(mail).contains("weil Sie „Netzbrief“ am 23.11.2026 abonniert haben");
        assertThat(db.sql("select count(*) from platform.mail where recipient = ? and mailing is not null")
                        .param(undecided)
                        .query(Integer.class)
                        .single())
                .isZero();
        var secret = found("/mail/([A-Za-z0-9_-]+)", mail);
        mvc.perform(get(open("/mail/" + secret)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Neues im Herbst")))
                .andExpect(content().string(containsString("Netzbrief")));
        mvc.perform(get(open("/mail/" + secret + "/one-click"))).andExpect(status().is3xxRedirection());
        assertThat(onList(reader)).as("looking ends nothing").isTrue();
        mvc.perform(post(open("/mail/" + secret + "/one-click")).param("List-Unsubscribe", "One-Click"))
                .andExpect(status().isOk());
        mvc.perform(post(open("/mail/" + secret + "/one-click"))).andExpect(status().isOk());
        mvc.perform(post(open("/mail/nobodys/one-click"))).andExpect(status().isNotFound());
        assertThat(onList(reader)).isFalse();
        assertThat(stage.<Boolean>ask(any -> any.sql("""
                        select count(*) = 1 and bool_and(address is null and withdrawn_by = 'ONE_CLICK' and form is not null)
                          from newsletter.subscription where withdrawn_at is not null
                        """).query(Boolean.class).single()))
                .as("the proof stays, the address does not")
                .isTrue();
        assertThat(db.sql("select count(*) from platform.mail where recipient = ? and mailing is not null")
                        .param(reader)
                        .query(Integer.class)
                        .single())
                .as("and what was still waiting is neither sent nor kept")
                .isZero();
        mvc.perform(post(stage.path("/mailing-lists/" + list + "/readers"))
                        .with(stage.office())
                        .with(csrf())
                        .param("addresses", somebody() + "\n" + reader)
                        .param("proof", "Liste"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Zeile 2")));
    }

    private boolean onList(String address) {
        return stage.<Boolean>ask(any -> any.sql(
                        "select exists (select from newsletter.subscription where address = ? and withdrawn_at is null)")
                .param(address)
                .query(Boolean.class)
                .single());
    }

    @Test
    void what_went_out_is_read_by_everybody_and_changed_by_nobody() throws Exception {
        joins();
        var issue = issue("Neues im Winter", "Guten Tag");
        mvc.perform(get(open("/newsletters/" + issue))).andExpect(status().isNotFound());
        does(issue, "dispatch");
        mvc.perform(get(open("/newsletters")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Neues im Winter")));
        mvc.perform(get(open("/newsletters/" + issue)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Guten Tag")));
        mvc.perform(post(stage.path("/newsletters/" + issue + "/dispatch"))
                        .with(stage.office())
                        .with(csrf()))
                .andExpect(status().isConflict());
        mvc.perform(post(stage.path("/newsletters/" + issue + "/removal"))
                        .with(stage.office())
                        .with(csrf()))
                .andExpect(status().isConflict());
    }

    @Test
    void scripts_pictures_and_markup_do_not_get_through_and_a_subject_has_its_limit() throws Exception {
        joins();
        var issue = issue(
                "Neues",
                "<script>alert(1)</script>\n\nHallo <img src=https://evil.example/a.gif> ![x](https://evil.example/b.gif)"
                        + " [hier](javascript:alert(1)) <a hx-get=/x onclick=alert(1)>da</a> [gut](https://netz.example/)");
        mvc.perform(get(stage.path("/newsletters/" + issue + "/preview")).with(stage.office()))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'")))
                .andExpect(content().string(not(containsString("<script"))))
                .andExpect(content().string(not(containsString("evil.example"))))
                .andExpect(content().string(not(containsString("javascript:"))))
                .andExpect(content().string(not(containsString("hx-get"))))
                .andExpect(content().string(containsString("href=\"https://netz.example/\"")));
        mvc.perform(post(stage.path("/newsletters"))
                        .with(stage.office())
                        .with(csrf())
                        .param("list", list.toString())
                        .param("subject", "x".repeat(10_000))
                        .param("lead", "Text"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Höchstens 150 Zeichen")));
        var smuggled = issue("Neues\r\nBcc: alle@evil.example", "Text");
        assertThat(stage.<String>ask(any -> any.sql("select subject from newsletter.issue where id = ?")
                        .param(smuggled)
                        .query(String.class)
                        .single()))
                .isEqualTo("Neues Bcc: alle@evil.example");
    }

    @Test
    void a_planned_issue_goes_when_its_time_has_come_if_its_planner_may_still_send() throws Exception {
        joins();
        var issue = issue("Später", "Text");
        mvc.perform(post(stage.path("/newsletters/" + issue + "/dispatch"))
                        .with(stage.office())
                        .with(csrf())
                        .param("at", "2027-01-01T08:00"))
                .andExpect(status().is3xxRedirection());
        assertThat(planned.send()).isZero();
        comes(issue);
        var account = stage.officeAccount().value();
        stage.ask(any -> any.sql("update access.seat set role = 'FUNDER' where account = ?")
                .param(account)
                .update());
        assertThat(planned.send()).as("who planned it may not send any more").isZero();
        assertThat(state(issue)).isEqualTo("DRAFT");
        stage.ask(any -> any.sql("update access.seat set role = 'OFFICE' where account = ?")
                .param(account)
                .update());
        stage.ask(any -> any.sql(
                        "update newsletter.issue set state = 'PLANNED', send_at = now(), planned_by = ? where id = ?")
                .params(account, issue)
                .update());
        comes(issue);
        assertThat(planned.send()).isEqualTo(1);
        assertThat(state(issue)).isEqualTo("SENT");
        assertThat(planned.send()).as("once").isZero();
    }

    private void comes(UUID issue) {
        stage.ask(
                any -> any.sql("update newsletter.issue set send_at = '2026-11-22' where id = ? and state = 'PLANNED'")
                        .param(issue)
                        .update());
    }

    private String state(UUID issue) {
        return stage.ask(any -> any.sql("select state from newsletter.issue where id = ?")
                .param(issue)
                .query(String.class)
                .single());
    }

    @Test
    void a_partner_offers_a_contribution_and_only_the_office_places_it() throws Exception {
        var college = stage.organisation("Volkshochschule");
        stage.ask(any -> any.sql(
                        "insert into directory.membership (network, organisation, status) values (?, ?, 'ACTIVE')")
                .params(stage.network().value(), college)
                .update());
        var mehmet = Cast.signedIn(stage.sits("Mehmet Yıldız", Role.PARTNER_STAFF, college));
        mvc.perform(post(stage.path("/newsletter-items"))
                        .with(mehmet)
                        .with(csrf())
                        .param("organisation", college.toString())
                        .param("heading", "Neuer Kurs")
                        .param("body", "Ab März."))
                .andExpect(status().is3xxRedirection());
        UUID item = stage.ask(any ->
                any.sql("select id from newsletter.item").query(UUID.class).single());
        var issue = issue("Frühjahr", "Text");
        mvc.perform(post(stage.path("/newsletters/" + issue + "/items"))
                        .with(mehmet)
                        .with(csrf())
                        .param("item", item.toString()))
                .andExpect(status().isForbidden());
        mvc.perform(post(stage.path("/newsletters/" + issue + "/items"))
                        .with(stage.office())
                        .with(csrf())
                        .param("item", item.toString()))
                .andExpect(status().is3xxRedirection());
        joins();
        does(issue, "dispatch");
        mvc.perform(get(stage.path("/newsletters/" + issue)).with(mehmet))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Neuer Kurs")))
                .andExpect(content().string(containsString("Volkshochschule")));
        mvc.perform(get(stage.path("/newsletters")).with(mehmet))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("1 von 1")));
    }

    @Test
    void what_need_not_be_kept_is_gone_in_time() throws Exception {
        var reader = joins();
        var undecided = somebody();
        asks(undecided);
        stage.ask(any -> any.sql("update newsletter.subscription set requested_at = '2026-11-08' where address = ?")
                .param(undecided)
                .update());
        stage.inside(() -> assertThat(subscriptions.tidy()).as("L1: 14 days").isEqualTo(1));
        UUID subscription = stage.ask(any -> any.sql("select id from newsletter.subscription where address = ?")
                .param(reader)
                .query(UUID.class)
                .single());
        stage.inside(() -> subscriptions.leave(subscription, Subscriptions.Way.PAGE));
        stage.ask(any -> any.sql("update newsletter.subscription set withdrawn_at = '2023-01-01'")
                .update());
        stage.inside(() -> assertThat(subscriptions.tidy())
                .as("L5: not before the end of 2026")
                .isZero());
        stage.ask(any -> any.sql("update newsletter.subscription set withdrawn_at = '2022-12-31T20:00Z'")
                .update());
        stage.inside(() -> assertThat(subscriptions.tidy()).isEqualTo(1));
        assertThat(stage.<Integer>ask(any -> any.sql("select count(*) from newsletter.suppressed")
                        .query(Integer.class)
                        .single()))
                .as("that somebody left is remembered by hash")
                .isEqualTo(1);
    }

    @Test
    void subscribers_are_nobodys_business_but_the_offices() throws Exception {
        var reader = joins();
        var college = stage.organisation("Volkshochschule");
        var account = stage.sits("Mehmet Yıldız", Role.PARTNER_ADMIN, college);
        mvc.perform(get(stage.path("/mailing-lists/" + list)).with(Cast.signedIn(account)))
                .andExpect(status().isForbidden());
        mvc.perform(get(stage.path("/mailing-lists/" + list)).with(stage.office()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(reader)));
        int seen = org.wirknetz.platform.Scope.of(stage.network(), account)
                .<Integer, RuntimeException>call(() -> db.sql("select count(*) from newsletter.subscription")
                        .query(Integer.class)
                        .single());
        assertThat(seen).as("the database says so, too").isZero();
        mvc.perform(post(stage.path("/preferences/lists/" + list))
                        .with(Cast.signedIn(account))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get(stage.path("/preferences")).with(Cast.signedIn(account)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("im eigenen Konto")))
                .andExpect(content().string(not(containsString(reader))));
        mvc.perform(post(stage.path("/preferences/lists/" + list + "/withdrawal"))
                        .with(Cast.signedIn(account))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(onList(reader)).isTrue();
    }
}
