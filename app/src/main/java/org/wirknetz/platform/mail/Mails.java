package org.wirknetz.platform.mail;

import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The outbox. A mail exists exactly if the transaction that wanted it is committed; the relay being away
/// stops nobody.
@Component
public class Mails {

    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\x85\\u2028\\u2029]");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+");
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63})+");
    private static final int LONGEST_SUBJECT = 200;

    private final JdbcClient db;
    private final Postman postman;

    Mails(JdbcClient db, Postman postman) {
        this.db = db;
        this.postman = postman;
    }

    /// Whether anything leaves the house; without a relay mails stay in the outbox.
    public boolean canSend() {
        return postman.hasRelay();
    }

    /// @param to one plain address
    /// @param subject becomes one line, whatever somebody typed into the title it is made of
    /// @throws IllegalArgumentException when the address could smuggle a header
    @Transactional(propagation = Propagation.REQUIRED)
    public void send(String to, String subject, String text) {
        send(to, subject, Parts.text(text));
    }

    /// The same, where the answer is for somebody else.
    ///
    /// @param replyTo whom an answer goes to; see [#answers]
    @Transactional(propagation = Propagation.REQUIRED)
    public void send(String to, String subject, String text, String replyTo) {
        if (!answers(replyTo)) throw new IllegalArgumentException("Not a plain mail address.");
        var mail = send(to, subject, Parts.text(text));
        db.sql("update platform.mail set reply_to = ? where id = ?")
                .params(replyTo, mail)
                .update();
    }

    /// The same in several ways: as text, as HTML, as an entry for a calendar.
    ///
    /// @return the mail's identity, which stands in its `Message-ID`
    @Transactional(propagation = Propagation.REQUIRED)
    public UUID send(String to, String subject, Parts parts) {
        if (!takes(to)) throw new IllegalArgumentException("Not a plain mail address.");
        var id = UUID.randomUUID();
        db.sql("""
                        insert into platform.mail (id, recipient, subject, body, html, calendar, calendar_method)
                        values (:id, :to, :subject, :text, :html, :calendar, :method)
                        """)
                .param("id", id)
                .param("to", to)
                .param("subject", oneLine(subject))
                .param("text", parts.text())
                .param("html", parts.html())
                .param("calendar", parts.calendar())
                .param("method", parts.method())
                .update();
        ringAfterwards();
        return id;
    }

    /// Whether a mail can be meant for this address at all: one plain address, without a name beside it.
    public static boolean takes(String address) {
        return ADDRESS.matcher(address).matches() && !BREAKS.matcher(address).find();
    }

    /// Whether an answer can be sent there: one plain address in the letters that stand in the head of a mail as they
    /// are.
    public static boolean answers(String address) {
        return address.length() <= 254 && PLAIN.matcher(address).matches();
    }

    /// For the head of a mail: no sign in it ends the line, and it is no longer than subjects are.
    static String oneLine(String text) {
        var line = BREAKS.matcher(text).replaceAll(" ").strip();
        return line.length() > LONGEST_SUBJECT ? line.substring(0, LONGEST_SUBJECT) : line;
    }

    /// The postman is told when the transaction is committed; before, there is nothing to carry.
    void ringAfterwards() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                postman.ring();
            }
        });
    }
}
