package org.wirknetz.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.meetings.Circle;
import org.wirknetz.meetings.Dispatches;
import org.wirknetz.meetings.Invitations;
import org.wirknetz.meetings.MeetingEntry;
import org.wirknetz.meetings.MeetingId;
import org.wirknetz.meetings.MeetingKind;
import org.wirknetz.meetings.Meetings;
import org.wirknetz.meetings.Slot;
import org.wirknetz.platform.Scope;

/// An invitation goes out over a real relay, and the answer comes back through a real mailbox, as Exchange writes it.
@RoomTest
class RepliesFromMailboxTests {

    @Autowired
    Cast cast;

    @Autowired
    Meetings meetings;

    @Autowired
    Invitations invitations;

    @Autowired
    Dispatches dispatches;

    @Autowired
    Mailbox mailbox;

    @Test
    void an_answer_without_an_organiser_comes_back_through_the_mailbox_and_counts_once() throws Exception {
        var server = new GreenMail(ServerSetup.dynamicPort(
                new ServerSetup[] {new ServerSetup(0, "127.0.0.1", "smtp"), new ServerSetup(0, "127.0.0.1", "imap")}));
        server.start();
        try {
            server.setUser("netz@lindenfurt.example", "netz", "pw");
            var stage = cast.network();
            var olga = "olga" + UUID.randomUUID().toString().substring(0, 8) + "@volkshochschule.example";
            var id = new MeetingId[1];
            Scope.of(stage.network()).run(() -> {
                id[0] = meetings.plan(new MeetingEntry(
                        "Gastzugang",
                        MeetingKind.TALK,
                        Circle.GROUP,
                        null,
                        Slot.of(LocalDate.of(2026, 12, 8), LocalTime.of(10, 0), LocalTime.of(12, 0)),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
                invitations.inviteGuest(id[0], "Olga Petrenko", olga);
                dispatches.send(id[0]);
            });
            var letter = new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(reply(olga, id[0].value()).getBytes(StandardCharsets.UTF_8)));
            server.getUserManager().getUser("netz").deliver(letter);
            var address = Objects.requireNonNull(MailboxAddress.of(
                    "imap://netz:pw@127.0.0.1:" + server.getImap().getPort() + "/INBOX"));
            assertThat(mailbox.visit(address)).isOne();
            assertThat(mailbox.visit(address)).as("read once").isZero();
            String answered = stage.ask(it -> it.sql("select answer || ' ' || answered_by_way from meetings.invitation")
                    .query(String.class)
                    .single());
            assertThat(answered).isEqualTo("YES MAIL");
            var broken = "From: " + olga + "\r\nTo: netz@lindenfurt.example\r\nSubject: Zusage\r\nMIME-Version: 1.0\r\n"
                    + "Content-Type: text/calendar; method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\nnothing of ours\r\n";
            server.getUserManager()
                    .getUser("netz")
                    .deliver(new MimeMessage(
                            Session.getInstance(new Properties()),
                            new ByteArrayInputStream(broken.getBytes(StandardCharsets.UTF_8))));
            assertThat(mailbox.visit(address))
                    .as("who was invited is heard, however broken")
                    .isOne();
            assertThat(stage.<String>ask(it -> it.sql("select sender from meetings.stray_reply")
                            .query(String.class)
                            .single()))
                    .isEqualTo(olga);
        } finally {
            server.stop();
        }
    }

    private static String reply(String who, UUID meeting) {
        return """
                From: %1$s
                To: netz@lindenfurt.example
                Subject: Angenommen: Gastzugang
                MIME-Version: 1.0
                Content-Type: text/calendar; charset=UTF-8; method=REPLY

                BEGIN:VCALENDAR
                METHOD:REPLY
                VERSION:2.0
                BEGIN:VEVENT
                ATTENDEE;PARTSTAT=ACCEPTED:MAILTO:%1$s
                UID:urn:uuid:%2$s
                DTSTAMP:20261123T090000Z
                SEQUENCE:0
                END:VEVENT
                END:VCALENDAR
                """.formatted(who, meeting).replace("\n", "\r\n");
    }
}
