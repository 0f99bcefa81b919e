package org.wirknetz.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.platform.Scope;

/// A workshop every four weeks from 9 December, in Bayern, where 6 January is a holiday.
@RoomTest
class SeriesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Invitations invitations;

    @Autowired
    RepliesByMail replies;

    @Autowired
    JdbcClient db;

    @Autowired
    org.wirknetz.access.Accounts accounts;

    @Autowired
    org.wirknetz.access.Networks networks;

    private Cast.Stage stage;
    private String olga;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        olga = "olga" + UUID.randomUUID().toString().substring(0, 8) + "@volkshochschule.example";
    }

    private MockHttpServletRequestBuilder series(String last, String from) {
        return post(stage.path("/meetings/series"))
                .with(csrf())
                .with(stage.office())
                .param("title", "Werkstatt")
                .param("kind", "WORKSHOP")
                .param("rhythm", "WEEKS")
                .param("every", "4")
                .param("first", "2026-12-09")
                .param("last", last)
                .param("from", from)
                .param("minutes", "120")
                .param("land", "BY");
    }

    private record Date(UUID id, String title, String starts, String host) {}

    private List<Date> dates() {
        return stage.ask(it -> it.sql("""
                        select m.id, m.title, (m.starts_at at time zone 'Europe/Berlin')::text as starts, coalesce(o.name, '') as host
                          from meetings.meeting m
                          left join directory.organisation o on o.network = m.network and o.id = m.host_organisation
                         order by m.planned_at
                        """).query(Date.class).list());
    }

    private String planned() throws Exception {
        return Objects.requireNonNull(mvc.perform(series("2027-03-31", "10:00")
                        .param("hosts", stage.organisation("Handwerkskammer").toString())
                        .param("hosts", stage.organisation("Volkshochschule").toString())
                        .param("topics", "Vertrauen\nGeben und Nehmen"))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    @Test
    void dates_come_into_being_at_once_without_holidays_and_hosts_and_topics_take_turns() throws Exception {
        var page = planned();
        assertThat(dates())
                .extracting(Date::starts)
                .containsExactly(
                        "2026-12-09 10:00:00", "2027-02-03 10:00:00", "2027-03-03 10:00:00", "2027-03-31 10:00:00");
        assertThat(dates())
                .extracting(Date::host)
                .containsExactly("Handwerkskammer", "Volkshochschule", "Handwerkskammer", "Volkshochschule");
        assertThat(dates().get(1).title()).isEqualTo("Werkstatt: Geben und Nehmen");
        for (var language : List.of("de", "en"))
            for (var path : List.of(
                    page,
                    stage.path("/meetings/series/new"),
                    stage.path("/meetings/" + dates().get(0).id())))
                mvc.perform(get(path).with(stage.office()).cookie(new jakarta.servlet.http.Cookie("lang", language)))
                        .andExpect(status().isOk())
                        .andExpect(content().string(not(containsString("?meetings."))));
        mvc.perform(get(page).with(stage.office()))
                .andExpect(content().string(containsString("Heilige Drei Könige")))
                .andExpect(content().string(containsString("06.01.2027")));
    }

    @Test
    void a_series_without_an_end_and_one_in_the_skipped_hour_are_refused_and_leave_nothing() throws Exception {
        mvc.perform(series("", "10:00"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Eine Reihe ohne Ende gibt es nicht")));
        mvc.perform(series("2199-12-31", "10:00"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("mehr als 104 Termine")));
        var sunday = post(stage.path("/meetings/series"))
                .with(csrf())
                .with(stage.office())
                .param("title", "Nachts")
                .param("rhythm", "WEEKS")
                .param("every", "1")
                .param("first", "2027-03-14")
                .param("last", "2027-04-30")
                .param("from", "02:30")
                .param("minutes", "30");
        mvc.perform(sunday)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("28.03.2027")));
        int left = stage.ask(it -> it.sql("select count(*) from meetings.series where title = 'Nachts'")
                .query(Integer.class)
                .single());
        assertThat(left).isZero();
    }

    private record Sent(String subject, String body, String calendar, String method) {}

    private Sent last() {
        return db.sql("""
                        select subject, body, coalesce(calendar, '') as calendar, coalesce(calendar_method, '') as method
                          from platform.mail where recipient = ? order by created_at desc, id limit 1
                        """).param(olga).query(Sent.class).single();
    }

    private static String unfolded(String calendar) {
        return calendar.replace("\r\n ", "");
    }

    private UUID seriesId() {
        return stage.ask(
                it -> it.sql("select id from meetings.series").query(UUID.class).single());
    }

    private void invited() {
        for (var date : dates())
            stage.inside(() -> invitations.inviteGuest(new MeetingId(date.id()), "Olga Petrenko", olga));
    }

    /// One entry for all, one mail; then a date moves and another is cancelled under the same entry.
    @Test
    void a_series_is_told_once_moved_once_and_one_date_cancelled() throws Exception {
        var page = planned();
        invited();
        mvc.perform(post(page + "/dispatch").with(csrf()).with(stage.office())).andExpect(status().is3xxRedirection());
        assertThat(db.sql("select count(*) from platform.mail where recipient = ?")
                        .param(olga)
                        .query(Integer.class)
                        .single())
                .isOne();
        stage.inside(() -> assertThat(db.sql("select (select expires_at from meetings.answer_link)"
                                + " = (select max(ends_at) + interval '1 day' from meetings.meeting)")
                        .query(Boolean.class)
                        .single())
                .as("one address answers for every date, the last one too")
                .isTrue());
        var calendar = unfolded(last().calendar());
        assertThat(calendar)
                .contains(
                        "UID:urn:uuid:" + seriesId(),
                        "RRULE:FREQ=WEEKLY;INTERVAL=4;BYDAY=WE;UNTIL=20270331T080000Z",
                        "EXDATE;TZID=Europe/Berlin:20270106T100000",
                        "RECURRENCE-ID;TZID=Europe/Berlin:20270203T100000");
        assertThat(CalendarFile.read(last().calendar()).entries()).hasSize(5);
        assertThat(last().body()).contains("Mittwoch, 3. Februar 2027");
        var second = dates().get(1);
        mvc.perform(post(stage.path("/meetings/" + second.id()))
                        .with(csrf())
                        .with(stage.office())
                        .param("version", "1")
                        .param("title", second.title())
                        .param("kind", "WORKSHOP")
                        .param("day", "2027-02-10")
                        .param("from", "10:00")
                        .param("to", "12:00"))
                .andExpect(status().is3xxRedirection());
        mvc.perform(post(stage.path("/meetings/" + second.id() + "/dispatch"))
                .with(csrf())
                .with(stage.office()));
        assertThat(unfolded(last().calendar()))
                .contains(
                        "UID:urn:uuid:" + seriesId(),
                        "RECURRENCE-ID;TZID=Europe/Berlin:20270203T100000",
                        "DTSTART;TZID=Europe/Berlin:20270210T100000",
                        "SEQUENCE:1")
                .doesNotContain("RRULE:FREQ=WEEKLY");
        var third = dates().get(2);
        mvc.perform(post(stage.path("/meetings/" + third.id() + "/cancellation"))
                .with(csrf())
                .with(stage.office()));
        mvc.perform(post(stage.path("/meetings/" + third.id() + "/dispatch"))
                .with(csrf())
                .with(stage.office()));
        assertThat(last().method()).isEqualTo("CANCEL");
        assertThat(unfolded(last().calendar())).contains("RECURRENCE-ID;TZID=Europe/Berlin:20270303T100000");
        mvc.perform(post(page + "/removal").with(csrf()).with(stage.office())).andExpect(status().isConflict());
    }

    private int mails() {
        return db.sql("select count(*) from platform.mail where recipient = ?")
                .param(olga)
                .query(Integer.class)
                .single();
    }

    private org.springframework.test.web.servlet.ResultActions write(String path) throws Exception {
        return mvc.perform(post(path).with(csrf()).with(stage.office()));
    }

    @Test
    void a_whole_series_is_cancelled_and_each_learns_it_once_by_one_mail_after_a_look_at_who_that_is()
            throws Exception {
        var page = planned();
        invited();
        write(page + "/cancellation/dispatch").andExpect(status().isConflict());
        write(page + "/dispatch");
        mvc.perform(get(page).with(stage.office()))
                .andExpect(content().string(containsString("4 Termine liegen noch vor Ihnen")))
                .andExpect(content().string(containsString("Eine Person weiß davon")))
                .andExpect(content().string(containsString("<li>Olga Petrenko</li>")));
        mvc.perform(post(page + "/cancellation")
                        .with(csrf())
                        .with(stage.office())
                        .param("reason", "Kein Raum"))
                .andExpect(status().is3xxRedirection());
        assertThat(mails()).as("nobody is told by cancelling").isOne();
        mvc.perform(get(page).with(stage.office()))
                .andExpect(content().string(containsString("Diese Reihe ist abgesagt: Kein Raum")))
                .andExpect(content().string(containsString("Eine Person rechnet noch mit 4 Terminen")));
        write(page + "/cancellation/dispatch").andExpect(status().is3xxRedirection());
        assertThat(mails()).isEqualTo(2);
        assertThat(last().method()).isEqualTo("CANCEL");
        assertThat(unfolded(last().calendar()))
                .contains("UID:urn:uuid:" + seriesId(), "STATUS:CANCELLED", "SEQUENCE:1")
                .doesNotContain("RECURRENCE-ID");
        assertThat(last().subject()).isEqualTo("Abgesagt: Reihe Werkstatt");
        assertThat(last().body()).contains("Mittwoch, 3. Februar 2027", "Grund: Kein Raum");
        write(page + "/cancellation/dispatch").andExpect(status().isConflict());
        write(stage.path("/meetings/" + dates().get(1).id() + "/dispatch")).andExpect(status().isConflict());
        assertThat(mails()).isEqualTo(2);
    }

    /// What took place stays in the calendar: then each date is cancelled under the entry of the series.
    @Test
    void what_was_stays_and_a_date_somebody_was_not_asked_to_is_not_named_to_them() throws Exception {
        var page = planned();
        invited();
        write(page + "/dispatch");
        stage.ask(it -> it.sql("""
                        update meetings.meeting set starts_at = '2026-01-07 10:00+01', ends_at = '2026-01-07 12:00+01', planned_at = '2026-01-07 10:00+01'
                         where id = ?
                        """).param(dates().get(0).id()).update());
        stage.ask(it -> it.sql("delete from meetings.invitation where meeting = ?")
                .param(dates().get(3).id())
                .update());
        write(page + "/cancellation");
        write(page + "/cancellation/dispatch");
        assertThat(CalendarFile.read(last().calendar()).entries()).hasSize(2);
        assertThat(unfolded(last().calendar()))
                .contains("RECURRENCE-ID;TZID=Europe/Berlin:20270203T100000", "SEQUENCE:1")
                .doesNotContain("20270331T100000");
        assertThat(stage.<List<String>>ask(it -> it.sql("select state from meetings.meeting order by planned_at")
                        .query(String.class)
                        .list()))
                .containsExactly("INVITED", "CANCELLED", "CANCELLED", "CANCELLED");
    }

    @Test
    void cancelling_a_series_is_taken_back_until_it_was_told() throws Exception {
        var page = planned();
        invited();
        write(page + "/dispatch");
        write(page + "/cancellation");
        var change = stage.ask(it -> it.sql("""
                        select change from platform.revision where relation = 'meetings.series' order by id desc limit 1
                        """).query(UUID.class).single());
        write(stage.path("/changes/" + change + "/undo")).andExpect(status().is3xxRedirection());
        assertThat(stage.<List<String>>ask(it -> it.sql("select distinct state from meetings.meeting")
                        .query(String.class)
                        .list()))
                .containsExactly("INVITED");
        assertThat(stage.<Boolean>ask(it -> it.sql("select cancelled_at is null from meetings.series")
                        .query(Boolean.class)
                        .single()))
                .isTrue();
    }

    @Test
    void a_mail_is_written_in_the_language_of_who_reads_it() throws Exception {
        var page = planned();
        for (var date : dates())
            stage.inside(() -> {
                var invitation = invitations.inviteGuest(new MeetingId(date.id()), "Olga Petrenko", olga);
                invitations.reads(invitation, java.util.Locale.ENGLISH);
            });
        write(page + "/dispatch");
        assertThat(last().subject()).isEqualTo("Invitation to a series: Werkstatt");
        assertThat(last().body())
                .contains("Wednesday, 3 February 2027", "?lang=de")
                .doesNotContain("Mittwoch");
        var account = accounts.open(olga, "Olga Petrenko", null, java.util.Locale.GERMAN, false);
        stage.inside(() -> networks.seat(account, org.wirknetz.access.Role.GROUP_MEMBER, null));
        write(page + "/cancellation");
        write(page + "/cancellation/dispatch");
        assertThat(last().subject())
                .as("the account says more than the invitation")
                .startsWith("Abgesagt");
    }

    /// nextcloud/mail 10811: some programs answer for all dates at once.
    @Test
    void a_reply_to_the_whole_series_counts_for_each_date_and_one_to_a_date_for_that_alone() throws Exception {
        var page = planned();
        invited();
        mvc.perform(post(page + "/dispatch").with(csrf()).with(stage.office()));
        arrives("", "ACCEPTED");
        assertThat(answers()).containsExactly("YES", "YES", "YES", "YES");
        arrives("RECURRENCE-ID;TZID=W. Europe Standard Time:20270203T100000\n", "DECLINED");
        arrives("RECURRENCE-ID:20270303T090000Z\n", "TENTATIVE");
        assertThat(answers()).containsExactly("YES", "NO", "MAYBE", "YES");
        arrives("RECURRENCE-ID:20270304T090000Z\n", "DECLINED");
        List<String> aside = stage.ask(it -> it.sql("select reason from meetings.stray_reply")
                .query(String.class)
                .list());
        assertThat(aside).containsExactly("meetings.reply.no-date");
    }

    private List<String> answers() {
        return stage.ask(it -> it.sql("""
                        select coalesce(i.answer, '') from meetings.invitation i
                          join meetings.meeting m on m.network = i.network and m.id = i.meeting order by m.planned_at
                        """).query(String.class).list());
    }

    private void arrives(String occurrence, String says) throws Exception {
        var mail = """
                From: %s
                To: netz@lindenfurt.example
                Subject: Antwort
                MIME-Version: 1.0
                Content-Type: multipart/alternative; boundary="b"

                --b
                Content-Type: text/plain

                Olga hat geantwortet
                --b
                Content-Type: text/calendar; charset=UTF-8; method=REPLY

                BEGIN:VCALENDAR
                VERSION:2.0
                METHOD:REPLY
                BEGIN:VEVENT
                UID:urn:uuid:%s
                %sATTENDEE;PARTSTAT=%s:mailto:%s
                DTSTAMP:20261123T090000Z
                SEQUENCE:0
                END:VEVENT
                END:VCALENDAR
                --b--
                """.formatted(olga, seriesId(), occurrence, says, olga);
        replies.read(new MimeMessage(
                        Session.getInstance(new Properties()),
                        new ByteArrayInputStream(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))))
                .ifPresent(it -> Scope.of(Objects.requireNonNull(it.network())).run(it.effect()));
    }

    @Test
    void drafts_of_a_series_go_together() throws Exception {
        var page = planned();
        mvc.perform(post(page + "/removal").with(csrf()).with(stage.office())).andExpect(status().is3xxRedirection());
        assertThat(dates()).isEmpty();
        mvc.perform(get(page).with(stage.office())).andExpect(status().isNotFound());
    }
}
