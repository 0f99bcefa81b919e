package org.wirknetz.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;

/// Olga Petrenko of the Volkshochschule and a guest are invited, and answer in all the ways there are.
@RoomTest
class MeetingInvitationTests {

    private static final Pattern LINK = Pattern.compile("http://localhost(/answer/[A-Za-z0-9_-]+)");

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Meetings meetings;

    @Autowired
    Invitations invitations;

    @Autowired
    Answers answers;

    @Autowired
    Dispatches dispatches;

    @Autowired
    RepliesByMail replies;

    @Autowired
    JdbcClient db;

    private Cast.Stage stage;
    private String olga;
    private String guest;
    private MeetingId meeting;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        olga = "olga" + UUID.randomUUID().toString().substring(0, 8) + "@volkshochschule.example";
        guest = "gast" + UUID.randomUUID().toString().substring(0, 8) + "@extern.example";
        meeting = inside(() -> meetings.plan(entry(10, null)));
        inside(() -> invitations.inviteGuest(meeting, "Olga Petrenko", olga.toUpperCase(java.util.Locale.ROOT)));
        inside(() -> invitations.inviteGuest(meeting, "Jonas Weber", guest));
    }

    private static MeetingEntry entry(int hour, @Nullable Integer capacity) {
        return new MeetingEntry(
                "Gastzugang; klären",
                MeetingKind.WORKSHOP,
                Circle.GROUP,
                null,
                Slot.of(LocalDate.of(2026, 12, 8), LocalTime.of(hour, 0), LocalTime.of(hour + 2, 0)),
                null,
                "Rathaus, Saal 2",
                null,
                null,
                "Wie Gäste mitlesen",
                capacity,
                null);
    }

    private <R> R inside(java.util.concurrent.Callable<R> work) {
        return Scope.of(stage.network()).call(() -> {
            try {
                return work.call();
            } catch (RuntimeException failed) {
                throw failed;
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
        });
    }

    private record Sent(String subject, String body, String html, String calendar, String calendarMethod) {}

    private Sent last(String to) {
        return db.sql("""
                        select subject, body, html, coalesce(calendar, '') as calendar, coalesce(calendar_method, '') as calendar_method
                          from platform.mail where recipient = ? order by created_at desc, id limit 1
                        """).param(to).query(Sent.class).single();
    }

    private int mails(String to) {
        return db.sql("select count(*) from platform.mail where recipient = ?")
                .param(to)
                .query(Integer.class)
                .single();
    }

    private String link(String to) {
        var found = LINK.matcher(last(to).body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private @Nullable String answer(String who) {
        return stage.ask(it -> it.sql(
                        "select coalesce(answer || case when waiting_since is null then '' else ' waiting' end, '') from meetings.invitation where email = ?")
                .param(who)
                .query(String.class)
                .single());
    }

    private static String unfolded(String calendar) {
        return calendar.replace("\r\n ", "");
    }

    @Test
    void an_invitation_is_a_letter_a_page_and_an_entry_for_the_calendar() {
        inside(() -> dispatches.send(meeting));
        var mail = last(olga);
        assertThat(mail.subject())
                .isEqualTo("Einladung: Gastzugang; klären, Dienstag, 8. Dezember 2026, 10:00–12:00 Uhr");
        assertThat(mail.body()).contains("Guten Tag Olga Petrenko", "Rathaus, Saal 2", "Wie Gäste mitlesen");
        assertThat(mail.html()).contains("?answer=YES").doesNotContain("<script");
        assertThat(mail.calendarMethod()).isEqualTo("REQUEST");
        assertThat(unfolded(mail.calendar()))
                .contains(
                        "METHOD:REQUEST",
                        "UID:urn:uuid:" + meeting.value(),
                        "SEQUENCE:0",
                        "DTSTART;TZID=Europe/Berlin:20261208T100000",
                        "BEGIN:VTIMEZONE",
                        "SUMMARY:Gastzugang\\; klären",
                        "mailto:" + olga,
                        "PARTSTAT=NEEDS-ACTION")
                .doesNotContain(guest);
        assertThat(mail.calendar().lines())
                .allSatisfy(
                        it -> assertThat(it.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(CalendarFile.read(mail.calendar()).entries()).hasSize(1);
    }

    @Test
    void changes_wait_until_somebody_says_so_and_then_keep_the_entry() {
        inside(() -> dispatches.send(meeting));
        inside(() -> answers.say(invitation(olga), Answer.YES, null, null, Answer.Way.LINK));
        inside(() -> {
            meetings.revise(meeting, 1, entry(14, null));
            return true;
        });
        assertThat(mails(olga)).isOne();
        var pending = inside(() -> dispatches.pending(meeting));
        assertThat(pending.differences()).extracting(Told.Difference::field).containsExactly("when");
        assertThat(inside(() -> dispatches.send(meeting))).isEqualTo(2);
        assertThat(unfolded(last(olga).calendar()))
                .contains("UID:urn:uuid:" + meeting.value(), "SEQUENCE:1", "20261208T140000");
        assertThat(last(olga).body()).contains("bisher Dienstag, 8. Dezember 2026, 10:00–12:00 Uhr");
        assertThat(answer(olga)).as("asked anew for the new time").isEmpty();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> inside(() -> dispatches.send(meeting)))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.key()).isEqualTo("meetings.dispatch.nothing"));
        assertThat(mails(olga)).as("nothing is sent twice").isEqualTo(2);
    }

    @Test
    void a_cancellation_and_a_withdrawal_take_the_entry_out_of_the_calendar() {
        inside(() -> dispatches.send(meeting));
        inside(() -> dispatches.uninvite(meeting, invitation(guest)));
        assertThat(last(guest).calendarMethod()).isEqualTo("CANCEL");
        inside(() -> {
            meetings.cancel(meeting, "Glatteis");
            return true;
        });
        inside(() -> dispatches.send(meeting));
        assertThat(unfolded(last(olga).calendar())).contains("METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:1");
        assertThat(mails(guest)).as("who is not expected is not told again").isEqualTo(2);
    }

    private InvitationId invitation(String email) {
        return new InvitationId(stage.ask(it -> it.sql("select id from meetings.invitation where email = ?")
                .param(email)
                .query(UUID.class)
                .single()));
    }

    @Test
    void a_guest_answers_by_one_click_and_opening_the_link_changes_nothing() throws Exception {
        inside(() -> dispatches.send(meeting));
        var link = link(guest);
        for (var language : List.of("de", "en")) {
            mvc.perform(get(link + "?answer=NO").cookie(new jakarta.servlet.http.Cookie("lang", language)))
                    .andExpect(status().isOk())
                    .andExpect(header().string("X-Robots-Tag", "noindex"))
                    .andExpect(content().string(containsString("Gastzugang")))
                    .andExpect(content().string(not(containsString("?meetings."))))
                    .andExpect(content().string(not(containsString(olga))));
        }
        assertThat(answer(guest)).isEmpty();
        mvc.perform(post(link).with(csrf()).param("answer", "YES").param("representedBy", "Aylin Demir"))
                .andExpect(status().is3xxRedirection());
        assertThat(answer(guest)).isEqualTo("YES");
        mvc.perform(get(link)).andExpect(content().string(containsString("vertreten durch Aylin Demir")));
        mvc.perform(post(link).with(csrf()).param("answer", "PERHAPS")).andExpect(status().isConflict());
        mvc.perform(get("/answer/" + "x".repeat(43))).andExpect(status().isGone());
        assertThat(answer(olga)).isEmpty();
    }

    @Test
    void one_link_answers_for_nobody_else() throws Exception {
        inside(() -> dispatches.send(meeting));
        mvc.perform(post(link(guest))
                        .with(csrf())
                        .param("answer", "NO")
                        .param("invitation", invitation(olga).value().toString()))
                .andExpect(status().isNotFound());
        assertThat(answer(olga)).isEmpty();
    }

    @Test
    void the_last_place_goes_to_the_first_and_moves_on_by_itself() {
        inside(() -> {
            meetings.revise(meeting, 1, entry(10, 1));
            return true;
        });
        inside(() -> dispatches.send(meeting));
        inside(() -> answers.say(invitation(olga), Answer.YES, null, null, Answer.Way.LINK));
        var outcome = inside(() -> answers.say(invitation(guest), Answer.YES, null, null, Answer.Way.LINK));
        assertThat(outcome).isEqualTo(new Answers.Outcome.Waiting(1));
        inside(() -> answers.say(invitation(olga), Answer.NO, null, null, Answer.Way.LINK));
        assertThat(answer(guest)).isEqualTo("YES");
        assertThat(last(guest).subject()).startsWith("Sie haben einen Platz");
    }

    private void arrives(String from, String calendar) throws Exception {
        var mail = """
                From: <%s>
                To: netz@lindenfurt.example
                Subject: Angenommen: Gastzugang
                MIME-Version: 1.0
                Content-Type: text/calendar; charset=UTF-8; method=REPLY

                %s""".formatted(from, calendar);
        replies.read(new MimeMessage(
                        Session.getInstance(new Properties()),
                        new ByteArrayInputStream(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))))
                .ifPresent(it ->
                        Scope.of(java.util.Objects.requireNonNull(it.network())).run(it.effect()));
    }

    private String reply(String who, String says, int sequence) {
        return """
                BEGIN:VCALENDAR
                METHOD:REPLY
                PRODID:Microsoft Exchange Server 2010
                VERSION:2.0
                BEGIN:VTIMEZONE
                TZID:W. Europe Standard Time
                BEGIN:STANDARD
                DTSTART:16010101T030000
                TZOFFSETFROM:+0200
                TZOFFSETTO:+0100
                RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
                END:STANDARD
                END:VTIMEZONE
                BEGIN:VEVENT
                ATTENDEE;PARTSTAT=%s;CN=Olga:MAILTO:%s
                COMMENT;LANGUAGE=de-DE:Bis dann\\n
                UID:urn:uuid:%s
                SUMMARY;LANGUAGE=de-DE:Angenommen: Gastzugang
                DTSTART;TZID=W. Europe Standard Time:20261208T100000
                DTEND;TZID=W. Europe Standard Time:20261208T120000
                DTSTAMP:20261123T090000Z
                SEQUENCE:%d
                X-MICROSOFT-CDO-APPT-SEQUENCE:0
                END:VEVENT
                END:VCALENDAR
                """.formatted(says, who, meeting.value(), sequence);
    }

    private List<String> aside() {
        return stage.ask(it -> it.sql("select reason from meetings.stray_reply order by received_at, id")
                .query(String.class)
                .list());
    }

    /// As Exchange writes it: no ORGANIZER, a Windows zone, the address in capitals.
    @Test
    void an_answer_from_outlook_counts_without_an_organiser() throws Exception {
        inside(() -> dispatches.send(meeting));
        arrives(olga, reply(olga.toUpperCase(java.util.Locale.ROOT), "ACCEPTED", 0));
        assertThat(answer(olga)).isEqualTo("YES");
        arrives(olga, reply(olga, "DECLINED", 0));
        assertThat(answer(olga)).isEqualTo("NO");
        assertThat(aside()).isEmpty();
    }

    @Test
    void what_fits_no_invitation_is_put_aside_with_a_reason() throws Exception {
        inside(() -> dispatches.send(meeting));
        arrives("fremd@extern.example", reply("fremd@extern.example", "ACCEPTED", 0));
        arrives("fremd@extern.example", reply(olga, "ACCEPTED", 0));
        arrives(olga, reply(olga, "NEEDS-ACTION", 0));
        arrives(olga, "BEGIN:VCALENDAR\nUID:urn:uuid:" + meeting.value() + "\nBEGIN:VEVENT\nDTST");
        assertThat(aside())
                .containsExactlyInAnyOrder(
                        "meetings.reply.stranger",
                        "meetings.reply.sender",
                        "meetings.reply.unclear",
                        "meetings.ics.broken");
        assertThat(answer(olga)).isEmpty();
        inside(() -> {
            meetings.revise(meeting, 1, entry(14, null));
            return true;
        });
        inside(() -> dispatches.send(meeting));
        arrives(olga, reply(olga, "ACCEPTED", 0));
        assertThat(aside()).contains("meetings.reply.old");
    }

    /// The database takes no such sign, and a mail that is never marked as read would come again every minute.
    @Test
    void a_sign_without_a_letter_in_an_answer_is_left_out() throws Exception {
        inside(() -> dispatches.send(meeting));
        arrives(olga, reply(olga + "\u0000", "ACCEPTED\u0000", 0).replace("Bis dann", "Bis\u0000dann"));
        assertThat(answer(olga)).isEqualTo("YES");
    }

    /// Whoever knows one entry of a calendar can write to the mailbox. Seen failing: one mail made 400 rows.
    @Test
    void nobody_fills_the_offices_table_from_outside() throws Exception {
        inside(() -> dispatches.send(meeting));
        var one = reply("fremd@extern.example", "ACCEPTED", 0);
        var entry = one.substring(one.indexOf("BEGIN:VEVENT"), one.indexOf("END:VCALENDAR"));
        arrives("fremd@extern.example", one.replace("END:VCALENDAR", entry.repeat(400) + "END:VCALENDAR"));
        assertThat(aside()).containsExactly("meetings.reply.many");
        stage.inside(() -> db.sql("""
                        insert into meetings.stray_reply (network, sender, subject, reason, received_at)
                        select platform.network(), 'fremd@extern.example', '', 'meetings.reply.stranger', now()
                          from generate_series(1, 499)
                        """).update());
        arrives("fremd@extern.example", one);
        assertThat(aside()).hasSize(500);
    }

    @Test
    void the_office_sees_what_was_put_aside_and_files_it() throws Exception {
        inside(() -> dispatches.send(meeting));
        arrives("fremd@extern.example", reply("fremd@extern.example", "ACCEPTED", 0));
        mvc.perform(get(stage.path("/meetings/replies")).with(stage.office()))
                .andExpect(content().string(containsString("fremd@extern.example")))
                .andExpect(content().string(containsString("ist nicht eingeladen")));
        var id = stage.ask(it ->
                it.sql("select id from meetings.stray_reply").query(UUID.class).single());
        mvc.perform(post(stage.path("/meetings/replies/" + id + "/settlement"))
                        .with(stage.office())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get(stage.path("/meetings")).with(stage.office()))
                .andExpect(content().string(not(containsString("nicht gezählt"))));
    }

    @Test
    void a_feed_shows_what_its_account_sees_until_it_gets_another_address() throws Exception {
        var page = mvc.perform(post(stage.path("/meetings/calendar"))
                        .with(stage.office())
                        .with(csrf()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        var found = Pattern.compile("/calendar/[A-Za-z0-9_-]+\\.ics").matcher(page);
        assertThat(found.find()).isTrue();
        mvc.perform(get(found.group()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Gastzugang"))));
        inside(() -> dispatches.send(meeting));
        mvc.perform(get(found.group()))
                .andExpect(header().string("Content-Type", "text/calendar;charset=UTF-8"))
                .andExpect(content().string(containsString("UID:urn:uuid:" + meeting.value())));
        mvc.perform(post(stage.path("/meetings/calendar")).with(stage.office()).with(csrf()));
        mvc.perform(get(found.group())).andExpect(status().isNotFound());
    }

    @Test
    void the_pages_of_planning_show_who_comes_and_what_would_be_told() throws Exception {
        mvc.perform(get(stage.path("/meetings/" + meeting.value())).with(stage.office()))
                .andExpect(content().string(containsString("2 Personen wissen noch nichts")));
        mvc.perform(post(stage.path("/meetings/" + meeting.value() + "/dispatch"))
                        .with(stage.office())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        inside(() -> {
            meetings.revise(meeting, 1, entry(14, null));
            return true;
        });
        for (var language : List.of("de", "en"))
            mvc.perform(get(stage.path("/meetings/" + meeting.value()))
                            .with(stage.office())
                            .cookie(new jakarta.servlet.http.Cookie("lang", language)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("<del>")))
                    .andExpect(content().string(not(containsString("?meetings."))));
        mvc.perform(post(stage.path("/meetings/" + meeting.value() + "/invitations"))
                        .with(stage.office())
                        .with(csrf())
                        .param("email", "kein.at"))
                .andExpect(status().isConflict());
        mvc.perform(get(stage.path("/meetings/" + meeting.value() + "/meeting.ics"))
                        .with(stage.office()))
                .andExpect(content().string(containsString("BEGIN:VEVENT")));
    }
}
