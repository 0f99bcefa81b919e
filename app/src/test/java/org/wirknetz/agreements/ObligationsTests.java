package org.wirknetz.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.wirknetz.agreements.Desks.MONDAY;
import static org.wirknetz.agreements.Desks.terms;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Doors;
import org.wirknetz.access.Seats;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.directory.PersonId;
import org.wirknetz.platform.ClockSource;
import org.wirknetz.platform.Id;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;
import org.wirknetz.platform.Words;
import org.wirknetz.platform.mail.Mails;
import org.wirknetz.platform.web.Flash;

@RoomTest
class ObligationsTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Agreements agreements;

    @Autowired
    Obligations obligations;

    @Autowired
    JdbcClient db;

    @Autowired
    Seats seats;

    @Autowired
    Mails mails;

    @Autowired
    Words words;

    @Autowired
    Doors doors;

    @Autowired
    TransactionTemplate transaction;

    private Desks desks;
    private AgreementId id;

    @BeforeEach
    void set_the_table() {
        desks = new Desks(cast);
        id = desks.office.call(() -> agreements.draft(terms("Anerkennung"), desks.both()));
    }

    @Test
    void a_duty_is_part_of_the_text_while_it_is_open() {
        var duty = add("Raum stellen", desks.handwerkskammer, null, MONDAY.plusDays(20));
        assertThat(sealed()).contains("Handwerkskammer: Raum stellen – 13.12.2026");
        desks.office.run(
                () -> obligations.change(duty, 1, duty("Zwei Räume stellen", desks.handwerkskammer, null, null)));
        assertThat(sealed()).contains("Zwei Räume stellen").doesNotContain("13.12.2026");
        desks.office.run(() -> obligations.remove(duty));
        assertThat(sealed()).doesNotContain("Räume");
        assertThat(desks.office.<Integer, RuntimeException>call(
                        () -> db.sql("select count(*) from agreements.wording where agreement = ?")
                                .param(id.value())
                                .query(Integer.class)
                                .single()))
                .isEqualTo(4);
    }

    @Test
    void a_duty_belongs_to_a_party_and_is_done_only_once_it_binds() {
        refused("agreements.obligation.no-party", () -> obligations.add(id, duty("Raum", desks.jobcenter, null, null)));
        var duty = add("Raum stellen", desks.handwerkskammer, null, MONDAY);
        var evidence = new Evidence("Schlüssel übergeben", "", null);
        refused("agreements.obligation.not-yet", () -> obligations.fulfil(duty, MONDAY, evidence));
        conclude();
        refused("agreements.fixed", () -> obligations.remove(duty));
        refused("agreements.fixed", () -> obligations.add(id, duty("Mehr", desks.handwerkskammer, null, null)));
        refused("agreements.sign.day-ahead", () -> obligations.fulfil(duty, MONDAY.plusDays(1), evidence));
        refused("agreements.obligation.link", () -> new Evidence("", "javascript:alert(1)", null));
        desks.chamber.run(() -> obligations.fulfil(duty, MONDAY, evidence));
        refused("agreements.obligation.done-already", () -> obligations.fulfil(duty, MONDAY, evidence));
    }

    @Test
    void the_page_shows_it_and_heute_says_what_is_due() throws Exception {
        mvc.perform(post(desks.stage.path("/agreements/" + id.value() + "/obligations"))
                        .with(as(desks.chamber))
                        .with(csrf())
                        .param("duty", "Raum stellen")
                        .param("owner", desks.handwerkskammer.toString())
                        .param("due", "2026-12-01"))
                .andExpect(status().is3xxRedirection());
        conclude();
        var duty = desks.office.<UUID, RuntimeException>call(() ->
                db.sql("select id from agreements.obligation").query(UUID.class).single());
        for (var reader : List.of(desks.office, desks.chamber))
            mvc.perform(get(desks.stage.path("")).with(as(reader)))
                    .andExpect(content().string(containsString("„Raum stellen“ ist am 01.12.2026 fällig")));
        mvc.perform(get(desks.stage.path("/obligations?standing=open")).with(as(desks.school)))
                .andExpect(content().string(containsString("Raum stellen")));
        mvc.perform(post(desks.stage.path("/obligations/" + duty + "/fulfilment"))
                        .with(as(desks.stranger))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        mvc.perform(post(desks.stage.path("/obligations/" + duty + "/fulfilment"))
                        .with(as(desks.school))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        var file = new MockMultipartFile(
                "file", "raum.pdf", "application/pdf", "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.ISO_8859_1));
        mvc.perform(multipart(desks.stage.path("/obligations/" + duty + "/fulfilment"))
                        .file(file)
                        .param("evidence", "Schlüssel übergeben")
                        .with(as(desks.chamber))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get(desks.stage.path("/agreements/" + id.value())).with(as(desks.school)))
                .andExpect(content().string(containsString("Schlüssel übergeben")))
                .andExpect(content().string(containsString("Nachweis öffnen")));
    }

    @Test
    void a_duty_is_changed_on_the_page_and_the_change_taken_back() throws Exception {
        var duty = add("Raum stellen", desks.handwerkskammer, null, MONDAY.plusDays(20));
        var path = desks.stage.path("/obligations/" + duty.value());
        var change = post(path)
                .param("version", "1")
                .param("duty", "Zwei Räume stellen")
                .param("owner", desks.volkshochschule.toString())
                .param("due", "2027-01-31")
                .with(csrf());
        mvc.perform(change.with(as(desks.stranger))).andExpect(status().isNotFound());
        var changed = mvc.perform(change.with(as(desks.chamber))).andExpect(status().is3xxRedirection());
        assertThat(sealed()).contains("Volkshochschule: Zwei Räume stellen – 31.01.2027");
        mvc.perform(post(path)
                        .param("version", "1")
                        .param("duty", "Drei Räume")
                        .param("owner", desks.volkshochschule.toString())
                        .with(as(desks.school))
                        .with(csrf()))
                .andExpect(status().isConflict());
        takeBack(desks.chamber, changed);
        assertThat(sealed()).contains("Handwerkskammer: Raum stellen – 13.12.2026");
        var removed = mvc.perform(post(path + "/removal").with(as(desks.school)).with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(sealed()).doesNotContain("Raum stellen");
        takeBack(desks.school, removed);
        assertThat(sealed()).contains("Raum stellen");
    }

    @Test
    void the_list_goes_along_as_a_spreadsheet_and_each_gets_their_own() throws Exception {
        add("Raum stellen; mit Beamer", desks.handwerkskammer, null, MONDAY.minusDays(1));
        add("Kurs ausschreiben", desks.volkshochschule, null, null);
        conclude();
        for (var reader : List.of(desks.office, desks.chamber, desks.school)) {
            mvc.perform(get(desks.stage.path("/obligations/export?standing=late"))
                            .with(as(reader)))
                    .andExpect(header().string("Content-Type", "text/csv;charset=UTF-8"))
                    .andExpect(content().string(containsString("\"Raum stellen; mit Beamer\"")))
                    .andExpect(content().string(containsString("überfällig")))
                    .andExpect(content().string(not(containsString("Kurs ausschreiben"))));
        }
        mvc.perform(get(desks.stage.path("/obligations/export")).with(as(desks.stranger)))
                .andExpect(content().string(not(containsString("Raum stellen"))));
        mvc.perform(get(desks.stage.path("/obligations/export")).with(as(desks.funder)))
                .andExpect(status().isForbidden());
        var workbook = mvc.perform(get(desks.stage.path("/obligations/export?format=xlsx&sort=title"))
                        .with(desks.stage.office()))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            assertThat(book.getFirstSheet().read())
                    .extracting(it -> it.getCellText(0))
                    .containsExactly("Was zu tun ist", "Kurs ausschreiben", "Raum stellen; mit Beamer");
        }
    }

    @Test
    void each_is_reminded_ninety_thirty_and_seven_days_before_and_never_twice() {
        conclude();
        var end = MONDAY.plusYears(1).minusDays(1);
        assertThat(remind(end.minusDays(91))).isZero();
        assertThat(remind(end.minusDays(90)))
                .as("office and the admins of both parties")
                .isEqualTo(3);
        assertThat(remind(end.minusDays(90))).isZero();
        assertThat(remind(end.minusDays(60))).isZero();
        assertThat(remind(end.minusDays(30))).isEqualTo(3);
        assertThat(remind(end.minusDays(3))).isEqualTo(3);
        assertThat(remind(end)).isZero();
        assertThat(outbox(desks.chamber))
                .hasSize(3)
                .allSatisfy(it -> assertThat(it).contains("Anerkennung"));
        assertThat(outbox(desks.stranger)).isEmpty();
    }

    @Test
    void whoever_switched_it_off_hears_nothing_and_a_duty_reminds_its_owner_alone() throws Exception {
        var jonas = new PersonId(
                Desks.mandated(desks.stage, db, "Jonas", address(desks.chamber), desks.handwerkskammer, null, null));
        add("Raum stellen", desks.handwerkskammer, jonas, MONDAY.plusDays(40));
        add("Kurs ausschreiben", desks.volkshochschule, null, MONDAY.plusDays(40));
        conclude();
        mvc.perform(post(desks.stage.path("/obligations/reminders"))
                        .param("wanted", "false")
                        .with(as(desks.school))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(remind(MONDAY.plusDays(10))).isOne();
        assertThat(outbox(desks.chamber)).singleElement().asString().contains("Raum stellen");
        assertThat(outbox(desks.school)).isEmpty();
    }

    /// As the offer on the next page does it.
    private void takeBack(Scope scope, ResultActions done) throws Exception {
        var flash = (Flash) done.andReturn().getFlashMap().get("flash");
        mvc.perform(post(desks.stage.path("/changes/" + flash.undo() + "/undo"))
                        .with(as(scope))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
    }

    /// The signing itself is tested elsewhere.
    private void conclude() {
        desks.office.run(() -> db.sql("update agreements.agreement set offered_on = ?, concluded_on = ? where id = ?")
                .params(MONDAY, MONDAY, id.value())
                .update());
    }

    private int remind(LocalDate day) {
        var clock = Clock.fixed(day.atTime(9, 0).atZone(ClockSource.ZONE).toInstant(), ClockSource.ZONE);
        var reminders = new Reminders(db, seats, mails, words, doors, clock);
        return Scope.of(desks.stage.network())
                .<Integer, RuntimeException>call(
                        () -> transaction.execute(status -> reminders.send(desks.stage.slug())));
    }

    private List<String> outbox(Scope scope) {
        return db.sql("select subject || ' ' || body from platform.mail where recipient = ?")
                .param(address(scope))
                .query(String.class)
                .list();
    }

    private String address(Scope scope) {
        return db.sql("select email from access.account where id = ?")
                .param(scope.account().map(Id::value).orElseThrow())
                .query(String.class)
                .single();
    }

    private ObligationId add(String title, UUID owner, @Nullable PersonId person, @Nullable LocalDate due) {
        return desks.office.call(() -> obligations.add(id, duty(title, owner, person, due)));
    }

    private static Duty duty(String title, UUID owner, @Nullable PersonId person, @Nullable LocalDate due) {
        return new Duty(title, new OrganisationId(owner), person, due);
    }

    private String sealed() {
        return desks.office.call(
                () -> db.sql("select sealed from agreements.wording where agreement = ? order by number desc limit 1")
                        .param(id.value())
                        .query(String.class)
                        .single());
    }

    private void refused(String key, Runnable work) {
        assertThatThrownBy(() -> desks.office.run(work))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.key()).isEqualTo(key));
    }

    private static RequestPostProcessor as(Scope scope) {
        return Cast.signedIn(scope.account().orElseThrow());
    }
}
