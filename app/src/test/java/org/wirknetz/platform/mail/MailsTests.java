package org.wirknetz.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.wirknetz.RoomTest;

@RoomTest
class MailsTests {

    @Autowired
    Mails mails;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private static String somebody() {
        return UUID.randomUUID().toString().substring(0, 8) + "@volkshochschule.example";
    }

    private Postman postman(@Nullable String relay) {
        return new Postman(db, MailSettings.of(relay, "netz@lindenfurt.example"));
    }

    private record Row(String state, String body, int attempts, String answer, boolean later) {}

    private Row row(String to) {
        return db.sql(
                        "select state, body, attempts, answer, next_at > now() as later from platform.mail where recipient = ?")
                .param(to)
                .query(Row.class)
                .single();
    }

    @Test
    void a_mail_arrives_with_its_umlauts_and_its_text_is_erased_then() throws Exception {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        server.start();
        try {
            var to = somebody();
            mails.send(to, "Grüße aus Lindenfurt – Ärger gibt’s keinen", "Schöne Grüße\nß", "olga@vhs.example");
            postman("smtp://127.0.0.1:" + server.getSmtp().getPort()).deliver();
            assertThat(server.waitForIncomingEmail(5_000, 1)).isTrue();
            var message = java.util.Arrays.stream(server.getReceivedMessages())
                    .filter(it -> recipient(it).equals(to))
                    .findFirst()
                    .orElseThrow();
            assertThat(message.getSubject()).isEqualTo("Grüße aus Lindenfurt – Ärger gibt’s keinen");
            assertThat(message.getContent().toString()).contains("Schöne Grüße");
            assertThat(message.getHeader("Message-ID")[0]).endsWith("@lindenfurt.example>");
            assertThat(message.getHeader("Reply-To")).containsExactly("olga@vhs.example");
            assertThat(db.sql("select reply_to is null from platform.mail where recipient = ?")
                            .param(to)
                            .query(Boolean.class)
                            .single())
                    .as("nobody's address stays")
                    .isTrue();
            assertThat(row(to)).extracting(Row::state, Row::body).containsExactly("SENT", "");
        } finally {
            server.stop();
        }
    }

    private static String recipient(jakarta.mail.internet.MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (jakarta.mail.MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void a_mail_says_the_same_as_text_as_a_page_and_for_the_calendar_and_keeps_none_of_it() throws Exception {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        server.start();
        try {
            var to = somebody();
            var calendar = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Ärger\r\nEND:VCALENDAR\r\n";
            mails.send(to, "Einladung", new Parts("Grüße", "<p>Grüße</p>", calendar, "REQUEST"));
            postman("smtp://127.0.0.1:" + server.getSmtp().getPort()).deliver();
            assertThat(server.waitForIncomingEmail(5_000, 1)).isTrue();
            var message = java.util.Arrays.stream(server.getReceivedMessages())
                    .filter(it -> recipient(it).equals(to))
                    .findFirst()
                    .orElseThrow();
            assertThat(message.getContentType()).startsWith("multipart/alternative");
            var parts = (jakarta.mail.Multipart) message.getContent();
            assertThat(parts.getCount()).isEqualTo(3);
            assertThat(parts.getBodyPart(1).getContent().toString()).contains("<p>Grüße</p>");
            assertThat(parts.getBodyPart(2).getContentType()).contains("text/calendar", "method=REQUEST");
            assertThat(new String(parts.getBodyPart(2).getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(calendar);
            assertThat(db.sql("select html is null and calendar is null from platform.mail where recipient = ?")
                            .param(to)
                            .query(Boolean.class)
                            .single())
                    .isTrue();
        } finally {
            server.stop();
        }
    }

    @Test
    void not_now_is_tried_again_and_never_is_given_up() throws Exception {
        var patient = somebody();
        mails.send(patient, "Einladung", "Text");
        try (var relay = new SaysNo("451 4.3.2 try again later")) {
            postman("smtp://127.0.0.1:" + relay.port()).deliver();
        }
        assertThat(row(patient).state()).isEqualTo("WAITING");
        assertThat(row(patient).later()).isTrue();
        assertThat(row(patient).body()).isEqualTo("Text");

        var gone = somebody();
        mails.send(gone, "Einladung", "Text");
        try (var relay = new SaysNo("550 5.1.1 no such user")) {
            postman("smtp://127.0.0.1:" + relay.port()).deliver();
        }
        assertThat(row(gone).state()).isEqualTo("GIVEN_UP");
        assertThat(row(gone).answer()).contains("550");
    }

    /// Seen failing: the letter looked like a relay that is away, all carriers stopped, and it was tried
    /// twenty times.
    @Test
    void an_address_that_no_relay_takes_is_given_up_and_holds_up_nobody() throws Exception {
        var odd = List.of("a.." + somebody(), "." + somebody(), somebody() + ".", "a@[volkshochschule");
        odd.forEach(it -> mails.send(it, "Einladung", "Text"));
        var good = somebody();
        mails.send(good, "Einladung", "Text");
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        server.start();
        try {
            postman("smtp://127.0.0.1:" + server.getSmtp().getPort()).deliver();
            assertThat(row(good).state()).isEqualTo("SENT");
            assertThat(odd).allSatisfy(it -> assertThat(row(it).state()).isIn("GIVEN_UP", "SENT"));
            assertThat(row(odd.getFirst()).state()).isEqualTo("GIVEN_UP");
        } finally {
            server.stop();
        }
    }

    @Test
    void a_relay_that_is_away_stops_nobody_and_loses_nothing() {
        var to = somebody();
        mails.send(to, "Einladung", "Text");
        postman("smtp://127.0.0.1:1").deliver();
        assertThat(row(to).state()).isEqualTo("WAITING");
        assertThat(row(to).attempts()).isEqualTo(1);
    }

    @Test
    void a_mail_exists_exactly_if_its_cause_does() {
        var to = somebody();
        transaction.executeWithoutResult(status -> {
            mails.send(to, "Einladung", "Text");
            status.setRollbackOnly();
        });
        int kept = db.sql("select count(*) from platform.mail where recipient = ?")
                .param(to)
                .query(Integer.class)
                .single();
        assertThat(kept).isZero();
    }

    @Test
    void no_header_can_be_smuggled_in() {
        for (var subject : new String[] {
            "a\r\nBcc: x@evil.example", "a\nX: y", "a\u2028b", "a\u0085b", "a\u000bb", "x".repeat(10_000)
        }) {
            var to = somebody();
            mails.send(to, subject, "Text");
            assertThat(db.sql("select subject from platform.mail where recipient = ?")
                            .param(to)
                            .query(String.class)
                            .single())
                    .as("one line, so that the title of a task cannot stop the reminders of all others")
                    .doesNotContainPattern("[\\p{Cntrl}\\x85\\u2028\\u2029]")
                    .hasSizeLessThanOrEqualTo(200);
            db.sql("delete from platform.mail where recipient = ?").param(to).update();
        }
        for (var to :
                new String[] {"a@b.example\r\nBcc: x@evil.example", "a@b.example,c@d.example", "A <a@b.example>"}) {
            assertThatThrownBy(() -> mails.send(to, "Einladung", "Text")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_wrong_relay_address_stops_the_start_with_a_sentence() {
        assertThatThrownBy(() -> Relay.of("http://host")).hasMessageContaining("WIRKNETZ_SMTP_URL");
        assertThat(Relay.of("")).isNull();
        var relay = java.util.Objects.requireNonNull(Relay.of("smtp://netz%40x:p%3Aw@mail.example:2525"));
        assertThat(relay.getUsername()).isEqualTo("netz@x");
        assertThat(relay.getPassword()).isEqualTo("p:w");
    }

    /// A relay that answers every recipient alike.
    private static final class SaysNo implements AutoCloseable {

        private final ServerSocket door;

        SaysNo(String answer) throws Exception {
            door = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(() -> {
                while (!door.isClosed()) {
                    try (var caller = door.accept();
                            var in = new BufferedReader(
                                    new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII))) {
                        var out = caller.getOutputStream();
                        out.write("220 here\r\n".getBytes(StandardCharsets.US_ASCII));
                        String line;
                        while ((line = in.readLine()) != null) {
                            var said =
                                    line.startsWith("RCPT") ? answer : line.startsWith("QUIT") ? "221 bye" : "250 ok";
                            out.write((said + "\r\n").getBytes(StandardCharsets.US_ASCII));
                            out.flush();
                        }
                    } catch (java.io.IOException closed) {
                        if (door.isClosed()) return;
                    }
                }
            });
        }

        int port() {
            return door.getLocalPort();
        }

        @Override
        public void close() throws Exception {
            door.close();
        }
    }
}
