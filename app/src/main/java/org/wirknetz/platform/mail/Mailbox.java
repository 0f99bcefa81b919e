package org.wirknetz.platform.mail;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.wirknetz.platform.Recurring;
import org.wirknetz.platform.Scope;
import org.wirknetz.platform.Trouble;

/// Reads the mailbox that bounces and answers come back to (`WIRKNETZ_IMAP_URL`), every minute, and hands
/// each unread mail to the rooms (see [Incoming]). What was read is marked as seen and stays where it is.
@Component
public class Mailbox implements Recurring {

    /// A mail larger than this is left for people.
    public static final int LARGEST = 10 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);
    private static final int MAILS_A_VISIT = 500;

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final ObjectProvider<Incoming> handlers;
    private final @Nullable MailboxAddress address;

    Mailbox(JdbcClient db, TransactionTemplate transaction, ObjectProvider<Incoming> handlers, MailSettings settings) {
        this.db = db;
        this.transaction = transaction;
        this.handlers = handlers;
        this.address = MailboxAddress.of(settings.imap().url());
    }

    /// Whether answers by mail can be read at all.
    public boolean isThere() {
        return address != null;
    }

    /// Looks once.
    ///
    /// @return how many mails a room has taken
    public int visit() throws MessagingException {
        return address == null ? 0 : visit(address);
    }

    int visit(MailboxAddress at) throws MessagingException {
        try (var store = at.open();
                var folder = store.getFolder(at.folder())) {
            folder.open(Folder.READ_WRITE);
            var unread = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
            int taken = 0;
            for (int n = 0; n < Math.min(unread.length, MAILS_A_VISIT); n++) if (read(unread[n])) taken++;
            return taken;
        }
    }

    private boolean read(Message message) throws MessagingException {
        boolean taken = false;
        var bytes = new byte[0];
        var why = "UNKNOWN";
        try {
            if (message.getSize() > LARGEST) why = "BIG";
            else {
                bytes = copy(message);
                taken = hand(bytes);
            }
        } catch (MessagingException | IOException | RuntimeException | StackOverflowError unreadable) {
            if (isAway(unreadable)) throw (RuntimeException) unreadable; // not the mail's fault: it stays unread
            // Whoever knows the address can write here: no mail, however broken, may keep the next one from being read.
            LOG.warn("event=mailbox.mail-unreadable fault=\"{}\"", Trouble.told(unreadable));
            why = "BROKEN";
        }
        if (!taken) leave(message, bytes, why);
        message.setFlag(Flags.Flag.SEEN, true);
        return taken;
    }

    /// Whether the database is away. A mail may bring what it refuses, such as a sign without a letter; that one
    /// would come again every minute, for ever.
    private static boolean isAway(Throwable fault) {
        return fault instanceof TransactionException
                || fault instanceof TransientDataAccessException
                || fault instanceof RecoverableDataAccessException
                || fault instanceof NonTransientDataAccessResourceException;
    }

    /// It stays in the mailbox for people; the operator's page says that it is there.
    private void leave(Message message, byte[] bytes, String why) throws MessagingException {
        var known = bytes.length > 0
                ? bytes
                : String.valueOf(message.getSize() + " " + message.getMessageNumber())
                        .getBytes(StandardCharsets.UTF_8);
        db.sql("insert into platform.mail_left (mark, why) values (?, ?) on conflict do nothing")
                .params(mark(known), why)
                .update();
    }

    /// Away from the connection, so that a handler cannot reach into the mailbox.
    private static byte[] copy(Message message) throws MessagingException, IOException {
        var bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return bytes.toByteArray();
    }

    /// @return whether a room knew it
    private boolean hand(byte[] bytes) throws MessagingException, IOException {
        for (var handler : handlers.orderedStream().toList()) {
            var meant = handler.read(new MimeMessage(null, new ByteArrayInputStream(bytes)));
            if (meant.isEmpty()) continue;
            var network = meant.get().network();
            if (network == null) once(bytes, meant.get().effect());
            else Scope.of(network).run(() -> once(bytes, meant.get().effect()));
            return true;
        }
        return false;
    }

    private void once(byte[] bytes, Runnable effect) {
        transaction.executeWithoutResult(status -> {
            int fresh = db.sql("insert into platform.mail_read (mark) values (?) on conflict do nothing")
                    .param(mark(bytes))
                    .update();
            if (fresh == 1) effect.run();
        });
    }

    private static byte[] mark(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String name() {
        return "mail.mailbox";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Duration first() {
        return Duration.ZERO;
    }

    @Override
    public void round() throws MessagingException {
        visit();
    }
}
