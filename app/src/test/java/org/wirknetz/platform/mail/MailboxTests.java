package org.wirknetz.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;

/// Mails that come back, out of a real mailbox.
@RoomTest
class MailboxTests {

    @Autowired
    Mailbox mailbox;

    @Autowired
    Mails mails;

    @Autowired
    MailQueue queue;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MailSettings settings;

    @Autowired
    JdbcClient db;

    @Autowired
    Cast cast;

    private GreenMail server;
    private MailboxAddress address;

    @BeforeEach
    void a_mailbox() {
        server = new GreenMail(new ServerSetup[] {new ServerSetup(0, "127.0.0.1", "imap")});
        server.start();
        server.setUser("bounce@lindenfurt.example", "bounce", "pw");
        address = Objects.requireNonNull(MailboxAddress.of(
                "imap://bounce:pw@127.0.0.1:" + server.getImap().getPort() + "/INBOX"));
    }

    @AfterEach
    void closed() {
        server.stop();
    }

    private UUID sent(Cast.Stage stage, String to) {
        var id = new UUID[1];
        stage.inside(() -> id[0] = mails.send(to, "Einladung", Parts.text("Text")));
        db.sql("update platform.mail set state = 'SENT', body = '' where id = ?")
                .param(id[0])
                .update();
        return id[0];
    }

    private void arrives(String text) throws Exception {
        var user = server.getUserManager().getUser("bounce");
        user.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
    }

    private static String report(String to, UUID mail, String action, String status) {
        return """
                From: MAILER-DAEMON@mx.example
                To: %s
                Subject: Undelivered Mail Returned to Sender
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"
                MIME-Version: 1.0

                --b
                Content-Type: text/plain

                Sorry.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; weg@volkshochschule.example
                Action: %s
                Status: %s
                Diagnostic-Code: smtp; 550 5.1.1 <weg@volkshochschule.example>:
                    no such user

                --b
                Content-Type: text/rfc822-headers

                Message-ID: <%s@lindenfurt.example>
                Subject: Einladung

                --b--
                """.formatted(to, action, status, mail);
    }

    private String state(UUID mail) {
        return db.sql("select state || ' ' || answer from platform.mail where id = ?")
                .param(mail)
                .query(String.class)
                .single();
    }

    @Test
    void a_mail_that_came_back_is_noted_against_its_address_once() throws Exception {
        var stage = cast.network();
        var mail = sent(stage, "weg@volkshochschule.example");
        var text = report(
                "bounce+" + mail.toString().replace("-", "") + "@lindenfurt.example",
                UUID.randomUUID(),
                "failed",
                "5.1.1");
        arrives(text);
        assertThat(mailbox.visit(address)).isEqualTo(1);
        assertThat(state(mail)).startsWith("RETURNED 550 5.1.1").endsWith("no such user");
        assertThat(mailbox.visit(address)).as("it is marked as read").isZero();
        arrives(text);
        assertThat(mailbox.visit(address)).isEqualTo(1);
        assertThat(stage.<Integer>ask(any -> db.sql(
                                "select times from platform.mail_trouble where address = 'weg@volkshochschule.example'")
                        .query(Integer.class)
                        .single()))
                .as("the same mail takes effect once")
                .isEqualTo(1);
    }

    @Test
    void the_report_itself_says_which_mail_it_was_and_a_delay_changes_nothing() throws Exception {
        var mail = sent(cast.network(), "weg@volkshochschule.example");
        arrives(report("bounce@lindenfurt.example", mail, "delayed", "4.2.2"));
        assertThat(mailbox.visit(address)).isEqualTo(1);
        assertThat(state(mail)).startsWith("SENT");
        arrives(report("bounce@lindenfurt.example", mail, "failed", "5.1.1"));
        assertThat(mailbox.visit(address)).isEqualTo(1);
        assertThat(state(mail)).startsWith("RETURNED");
    }

    /// Its number stands in every mail we send and in every answer to it, so a stranger may know it for ever.
    @Test
    void a_report_about_a_mail_of_long_ago_is_made_up() throws Exception {
        var mail = sent(cast.network(), "da@volkshochschule.example");
        db.sql("update platform.mail set handled_at = now() - interval '20 days' where id = ?")
                .param(mail)
                .update();
        arrives(report("bounce@lindenfurt.example", mail, "failed", "5.1.1"));
        assertThat(mailbox.visit(address)).isZero();
        assertThat(state(mail)).startsWith("SENT");
    }

    /// A mail in a mail in a mail: whoever unwraps it by calling themselves runs out of stack, which is no
    /// exception.
    @Test
    void a_mail_of_ten_thousand_envelopes_stops_nobody() throws Exception {
        var mail = sent(cast.network(), "weg@volkshochschule.example");
        var nested = new StringBuilder("From: a@b.example\nMIME-Version: 1.0\n");
        for (int n = 0; n < 10_000; n++)
            nested.append("Content-Type: multipart/mixed; boundary=\"")
                    .append(n)
                    .append("\"\n\n--")
                    .append(n)
                    .append('\n');
        arrives(nested + "Content-Type: text/calendar\n\nBEGIN:VCALENDAR\n");
        arrives("From: a@b.example\nContent-Type: text/calendar\n\n" + "BEGIN:VCALENDAR\n".repeat(20_000));
        arrives(report("bounce@lindenfurt.example", mail, "failed", "5.1.1"));
        assertThat(mailbox.visit(address)).isEqualTo(1);
        assertThat(state(mail)).startsWith("RETURNED");
        assertThat(mailbox.visit(address)).isZero();
    }

    @Test
    void what_nobody_understands_stays_for_people_and_stops_nobody() throws Exception {
        var mail = sent(cast.network(), "weg@volkshochschule.example");
        arrives("From: a@b.example\nTo: bounce@lindenfurt.example\nSubject: Hallo\n\nGuten Tag");
        arrives("Content-Type: multipart/report; boundary=\n\n--\n\0\0broken");
        arrives(report("bounce@lindenfurt.example", UUID.randomUUID(), "failed", "5.1.1"));
        arrives(report("bounce@lindenfurt.example", mail, "failed", "5.1.1"));
        var before = left();
        assertThat(mailbox.visit(address)).isEqualTo(1);
        assertThat(state(mail)).startsWith("RETURNED");
        assertThat(mailbox.visit(address)).isZero();
        assertThat(left() - before)
                .as("the operator learns that they are there")
                .isPositive();
    }

    private long left() {
        return queue.left().stream().mapToLong(MailQueue.Left::mails).sum();
    }

    /// An exception of a room would end the reading for good, and the same mail would do it again after the
    /// next start.
    @Test
    void a_mail_that_breaks_a_room_stops_nobody() throws Exception {
        var seen = new ArrayList<String>();
        var rooms = new StaticListableBeanFactory(Map.<String, Object>of("room", (Incoming) message -> {
            seen.add(message.getSubject());
            if (message.getSubject().equals("Gift")) throw new NullPointerException();
            if (message.getSubject().equals("Regel")) throw new DataIntegrityViolationException("0x00");
            return Optional.of(new Incoming.Meant(null, () -> {}));
        }));
        arrives("From: a@b.example\nSubject: Gift\n\nx");
        arrives("From: a@b.example\nSubject: Regel\n\nx");
        arrives("From: a@b.example\nSubject: Zusage\n\nx");
        var reading = new Mailbox(db, transaction, rooms.getBeanProvider(Incoming.class), settings);
        assertThat(reading.visit(address)).isEqualTo(1);
        assertThat(reading.visit(address)).isZero();
        assertThat(seen).containsExactly("Gift", "Regel", "Zusage");
    }

    @Test
    void a_wrong_address_of_the_mailbox_stops_the_start_with_a_sentence() {
        assertThatThrownBy(() -> MailboxAddress.of("imap://host/INBOX")).hasMessageContaining("WIRKNETZ_IMAP_URL");
        assertThat(MailboxAddress.of(" ")).isNull();
        assertThat(MailboxAddress.of("imaps://netz%40x:p%3Aw@mail.example"))
                .isEqualTo(new MailboxAddress(true, "mail.example", 993, "netz@x", "p:w", "INBOX"));
    }
}
