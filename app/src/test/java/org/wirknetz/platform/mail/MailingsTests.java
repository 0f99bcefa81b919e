package org.wirknetz.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;

/// Many mails with one content: none lost, none twice but those on their way when the power goes.
@RoomTest
class MailingsTests {

    @Autowired
    Mailings mailings;

    @Autowired
    JdbcClient db;

    @Autowired
    DataSource source;

    @Autowired
    Cast cast;

    private Cast.Stage stage;

    @BeforeEach
    void nothing_else_is_waiting() {
        stage = cast.network();
        db.sql("update platform.mail set state = 'CANCELLED' where state in ('WAITING', 'PAUSED')")
                .update();
    }

    private static MailSettings settings(String relay, int parallel, int perHost, MailSettings.Dkim dkim) {
        return new MailSettings(
                new MailSettings.Smtp(relay),
                new MailSettings.Mail("netz@lindenfurt.example", "bounce@lindenfurt.example", parallel, perHost, 0),
                dkim,
                new MailSettings.Imap(null));
    }

    private static final MailSettings.Dkim UNSIGNED = new MailSettings.Dkim(null, null, null);

    private Postman postman(JdbcClient over, Sink sink, int parallel) {
        return new Postman(over, settings(sink.address(), parallel, 0, UNSIGNED));
    }

    private UUID mailing(int recipients) {
        return begun(recipients, 5);
    }

    /// @param hosts among how many hosts the recipients are spread
    private UUID begun(int recipients, int hosts) {
        var begun = new UUID[1];
        stage.inside(() -> {
            begun[0] = mailings.begin(new Mailing(
                    "Fachkräftenetz Lindenfurt",
                    null,
                    "newsletter.lindenfurt.example",
                    "Neues im November",
                    "Guten Tag, abmelden: {{leave}}",
                    "<p>Guten Tag, <a href=\"{{leave}}\">abmelden</a> {{unknown}}</p>"));
            mailings.address(
                    begun[0],
                    IntStream.range(0, recipients)
                            .mapToObj(n -> new Mailings.Addressed(
                                    UUID.randomUUID(),
                                    "leser" + n + "@haus" + n % hosts + "." + stage.slug() + ".example",
                                    List.of("leave", "https://netz.example/ab/" + n + "?a=1&b=\"2\""),
                                    "https://netz.example/ab/" + n))
                            .toList());
        });
        return begun[0];
    }

    private Mailings.Progress progress(UUID mailing) {
        return stage.ask(any -> mailings.progress(mailing));
    }

    private static void deliverAll(Postman postman) {
        while (!postman.deliver().isEmpty()) Thread.onSpinWait();
    }

    @Test
    void each_gets_the_one_content_with_its_own_words_and_a_way_out_by_one_click() throws Exception {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        server.start();
        try {
            var mailing = mailing(3);
            deliverAll(new Postman(
                    db, settings("smtp://127.0.0.1:" + server.getSmtp().getPort(), 2, 0, UNSIGNED)));
            assertThat(server.getReceivedMessages()).hasSize(3);
            for (var message : server.getReceivedMessages()) {
                var n = message.getAllRecipients()[0].toString().replaceAll("^leser(\\d+)@.*", "$1");
                assertThat(message.getHeader("List-Unsubscribe", null))
                        .isEqualTo("<https://netz.example/ab/" + n + ">");
                assertThat(message.getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");
                assertThat(message.getHeader("List-Id", null)).isEqualTo("<newsletter.lindenfurt.example>");
                assertThat(message.getHeader("Return-Path", null)).startsWith("<bounce+");
                assertThat(message.getHeader("From", null))
                        .startsWith("=?UTF-8?")
                        .endsWith("<netz@lindenfurt.example>");
                var parts = (jakarta.mail.Multipart) message.getContent();
                assertThat(parts.getBodyPart(0).getContent().toString())
                        .isEqualTo("Guten Tag, abmelden: https://netz.example/ab/" + n + "?a=1&b=\"2\"");
                assertThat(parts.getBodyPart(1).getContent().toString())
                        .contains("href=\"https://netz.example/ab/" + n + "?a=1&amp;b=&quot;2&quot;\"", "{{unknown}}");
            }
            assertThat(progress(mailing)).isEqualTo(new Mailings.Progress(0, 0, 3, 0, 0));
            assertThat(db.sql("select count(*) from platform.mail where mailing = ? and filling is not null")
                            .param(mailing)
                            .query(Integer.class)
                            .single())
                    .isZero();
        } finally {
            server.stop();
        }
    }

    /// The database stops answering in the middle, as it does for a program that is killed: whatever was just
    /// being carried is not noted as sent.
    private static final class PowerCut extends DelegatingDataSource {
        private final AtomicInteger left;

        PowerCut(DataSource source, int statements) {
            super(source);
            this.left = new AtomicInteger(statements);
        }

        @Override
        public java.sql.Connection getConnection() throws java.sql.SQLException {
            if (left.decrementAndGet() < 0) throw new java.sql.SQLNonTransientConnectionException("killed");
            return super.getConnection();
        }
    }

    @Test
    void killed_twice_and_helped_by_a_second_node_none_is_lost_and_only_those_on_their_way_come_twice()
            throws Exception {
        int connections = 3;
        int recipients = 600;
        try (var sink = new Sink()) {
            var mailing = mailing(recipients);
            for (int statements : new int[] {151, 202}) {
                var killed = JdbcClient.create(new PowerCut(source, statements));
                assertThatThrownBy(() -> deliverAll(postman(killed, sink, connections)))
                        .isInstanceOf(DataAccessException.class);
            }
            int before = sink.count();
            assertThat(before).isBetween(200, 400);
            // Those in doubt are held for five minutes; the others go on at once.
            db.sql("update platform.mail set held_until = now() - interval '1 second' where held_until is not null")
                    .update();
            var one = postman(db, sink, connections);
            var other = postman(db, sink, connections);
            var second = Thread.ofVirtual().start(() -> deliverAll(other));
            deliverAll(one);
            second.join();
            deliverAll(one);
            assertThat(progress(mailing)).isEqualTo(new Mailings.Progress(0, 0, recipients, 0, 0));
            var arrived = sink.byRecipient();
            assertThat(arrived).as("none lost").hasSize(recipients);
            assertThat(sink.count() - recipients)
                    .as("doubled at most those on their way at two crashes")
                    .isBetween(0, 2 * connections);
            assertThat(arrived.values())
                    .as("and they say that they are the same")
                    .allSatisfy(copies -> assertThat(
                                    copies.stream().map(Sink.Mail::id).distinct())
                            .hasSize(1));
            assertThat(sink.calls()).as("few connections for many mails").isLessThan(40);
        }
    }

    @Test
    void a_mailbox_that_is_gone_is_remembered_and_one_that_is_full_is_tried_again() throws Exception {
        try (var sink = new Sink(to -> to.startsWith("leser1@")
                ? "550 5.1.1 no such mailbox"
                : to.startsWith("leser2@") ? "452 4.2.2 mailbox full" : "250 ok")) {
            var mailing = mailing(4);
            deliverAll(postman(db, sink, 2));
            assertThat(progress(mailing)).isEqualTo(new Mailings.Progress(1, 0, 2, 1, 0));
            assertThat(stage.<List<Mailings.Failure>>ask(any -> mailings.failures(mailing, 10)))
                    .extracting(Mailings.Failure::state)
                    .containsExactlyInAnyOrder("GIVEN_UP", "WAITING");
            assertThat(stage.<List<String>>ask(
                            any -> db.sql("select address || ' ' || answer from platform.mail_trouble")
                                    .query(String.class)
                                    .list()))
                    .singleElement()
                    .asString()
                    .startsWith("leser1@")
                    .contains("550 5.1.1");
        }
    }

    @Test
    void a_host_that_says_it_is_too_much_rests_while_the_others_go_on() throws Exception {
        try (var sink = new Sink(to -> to.contains("@haus0.") ? "421 4.7.0 too many messages" : "250 ok")) {
            var mailing = mailing(50);
            deliverAll(postman(db, sink, 1));
            assertThat(progress(mailing)).isEqualTo(new Mailings.Progress(10, 0, 40, 0, 0));
            assertThat(db.sql(
                                    "select count(*) from platform.mail where mailing = ? and attempts > 0 and state = 'WAITING'")
                            .param(mailing)
                            .query(Integer.class)
                            .single())
                    .as("asked once, not ten times")
                    .isEqualTo(1);
        }
    }

    @Test
    void no_more_go_to_one_host_than_the_operator_allows() throws Exception {
        try (var sink = new Sink()) {
            var mailing = begun(20, 1);
            var slow = new Postman(db, settings(sink.address(), 4, 60, UNSIGNED));
            slow.deliver();
            assertThat(progress(mailing).sent()).as("one a second").isEqualTo(1);
        }
    }

    @Test
    void what_the_operator_holds_waits_and_goes_when_let_go(@Autowired MailQueue queue) throws Exception {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        server.start();
        try {
            var mailing = begun(2, 1);
            var host = db.sql("select host from platform.mail where mailing = ? limit 1")
                    .param(mailing)
                    .query(String.class)
                    .single();
            queue.hold(host);
            var postman = new Postman(
                    db, settings("smtp://127.0.0.1:" + server.getSmtp().getPort(), 2, 0, UNSIGNED));
            deliverAll(postman);
            assertThat(server.getReceivedMessages()).isEmpty();
            db.sql(
                            "update platform.mail set attempts = 1, answer = 'SMTPAddressFailedException: 450 <leser0@' || host || '> later' where mailing = ?")
                    .param(mailing)
                    .update();
            assertThat(queue.hosts())
                    .filteredOn(it -> it.host().equals(host))
                    .singleElement()
                    .satisfies(it -> {
                        assertThat(it.held()).isTrue();
                        assertThat(it.waiting()).isEqualTo(2);
                        assertThat(it.said())
                                .startsWith("450")
                                .contains("later")
                                .doesNotContain("leser0");
                    });
            queue.release(host);
            deliverAll(postman);
            assertThat(server.getReceivedMessages()).hasSize(2);
        } finally {
            server.stop();
        }
    }

    @Test
    void what_is_paused_waits_and_what_is_cancelled_never_goes() throws Exception {
        try (var sink = new Sink()) {
            var mailing = mailing(10);
            stage.inside(() -> mailings.pause(mailing));
            deliverAll(postman(db, sink, 2));
            assertThat(sink.count()).isZero();
            stage.inside(() -> mailings.resume(mailing));
            var one = db.sql("select id from platform.mail where mailing = ? limit 1")
                    .param(mailing)
                    .query(UUID.class)
                    .single();
            stage.inside(() -> mailings.forget(List.of(one)));
            deliverAll(postman(db, sink, 2));
            assertThat(sink.count()).isEqualTo(9);
            var other = mailing(5);
            stage.inside(() -> assertThat(mailings.cancel(other)).isEqualTo(5));
            deliverAll(postman(db, sink, 2));
            assertThat(sink.count()).isEqualTo(9);
            assertThat(progress(other)).isEqualTo(new Mailings.Progress(0, 0, 0, 0, 5));
        }
    }

    @Test
    void somebodys_way_to_sign_in_does_not_wait_behind_a_newsletter(@Autowired Mails mails) throws Exception {
        try (var sink = new Sink()) {
            mailing(30);
            mails.send("eilig@test.example", "Anmelden", "Text");
            postman(db, sink, 1).deliver();
            assertThat(sink.mails().getFirst().to()).isEqualTo("eilig@test.example");
        }
    }

    @Test
    void mails_are_signed_where_a_key_is_given(@TempDir Path folder) throws Exception {
        var pair = KeyPairGenerator.getInstance("RSA");
        pair.initialize(2048);
        var keys = pair.generateKeyPair();
        var file = folder.resolve("dkim.pem");
        Files.writeString(
                file,
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(keys.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        server.start();
        try {
            mailing(5);
            deliverAll(new Postman(
                    db,
                    settings(
                            "smtp://127.0.0.1:" + server.getSmtp().getPort(),
                            1,
                            0,
                            new MailSettings.Dkim("lindenfurt.example", "netz", file))));
            assertThat(server.getReceivedMessages()).hasSize(5);
            for (var message : server.getReceivedMessages()) {
                var signature = message.getHeader("DKIM-Signature", null).replaceAll("\\s+", "");
                assertThat(signature)
                        .contains("d=lindenfurt.example", "s=netz", "c=relaxed/relaxed", "a=rsa-sha256")
                        .containsIgnoringCase("list-unsubscribe");
                assertThat(DkimProof.holds(message, keys.getPublic())).isTrue();
                assertThat(message.getHeader("Return-Path", null)).startsWith("<bounce+");
            }
        } finally {
            server.stop();
        }
        assertThatThrownBy(() -> DkimKey.of(new MailSettings.Dkim("lindenfurt.example", "netz", folder)))
                .hasMessageContaining("WIRKNETZ_DKIM_KEY");
        assertThatThrownBy(() -> DkimKey.of(new MailSettings.Dkim("lindenfurt.example", null, file)))
                .hasMessageContaining("WIRKNETZ_DKIM_SELECTOR");
    }

    @Test
    void no_header_can_be_smuggled_into_a_mailing() {
        for (var line : new String[] {"a\r\nBcc: x@evil.example", "a\nX: y", "a\u2028b"}) {
            stage.inside(() -> {
                var id = mailings.begin(new Mailing(line, null, "a.b", line, "", null));
                assertThat(mailings.content(id).orElseThrow())
                        .extracting(Mailing::subject, Mailing::senderName)
                        .allSatisfy(
                                it -> assertThat((String) it).doesNotContainPattern("[\\p{Cntrl}\\x85\\u2028\\u2029]"));
                assertThatThrownBy(() ->
                                mailings.begin(new Mailing("Netz", "a@b.example\r\n" + line, "a.b", "x", "", null)))
                        .isInstanceOf(IllegalArgumentException.class);
            });
        }
    }
}
