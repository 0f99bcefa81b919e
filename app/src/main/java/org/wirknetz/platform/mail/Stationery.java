package org.wirknetz.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;
import org.simplejavamail.utils.mail.dkim.DkimMessage;

/// Makes a message of a letter: sender, headers, parts, signature. The same letter gives the same
/// `Message-ID` however often it is carried, so a mail that arrives twice is seen to be one.
final class Stationery {

    private final MailSettings settings;
    private final @Nullable DkimKey dkim;
    private final Outbox outbox;
    private final Map<UUID, Mailing> mailings = new LinkedHashMap<>(8, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Mailing> eldest) {
            return size() > 4;
        }
    };

    Stationery(MailSettings settings, Outbox outbox) {
        this.settings = settings;
        this.outbox = outbox;
        this.dkim = DkimKey.of(settings.dkim());
    }

    SMTPMessage message(Letter letter, Session session) throws MessagingException {
        var mailing = mailing(letter);
        var message = new SMTPMessage(session);
        // Encoded, since not every relay on the way takes an umlaut as it is, and a signature would break.
        message.setHeader("From", from(mailing).toString());
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(letter.recipient()));
        message.setSubject(mailing == null ? letter.subject() : mailing.subject(), "UTF-8");
        if (mailing == null) {
            letter.parts().into(message);
            if (letter.replyTo() == null) message.setHeader("Auto-Submitted", "auto-generated");
            else message.setHeader("Reply-To", letter.replyTo());
        } else {
            mailing.filledWith(letter.filling()).into(message);
            if (mailing.replyTo() != null) message.setHeader("Reply-To", mailing.replyTo());
            message.setHeader("List-Id", "<" + mailing.listId() + ">");
            message.setHeader("Precedence", "list");
        }
        if (letter.unsubscribe() != null) {
            message.setHeader("List-Unsubscribe", "<" + letter.unsubscribe() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        message.setSentDate(new java.util.Date());
        message.saveChanges();
        message.setHeader("Message-ID", "<" + letter.id() + "@" + settings.domain() + ">");
        var signed = dkim == null ? message : new DkimMessage(message, dkim.signer());
        signed.setEnvelopeFrom(returnPath(letter.id()));
        return signed;
    }

    /// `bounce+<mail>@…`: a mail that comes back says which one it was (VERP).
    private String returnPath(UUID mail) {
        var bounce = settings.mail().bounce();
        if (bounce == null || bounce.isBlank()) return settings.mail().from();
        int at = bounce.lastIndexOf('@');
        return bounce.substring(0, at) + "+" + mail.toString().replace("-", "") + bounce.substring(at);
    }

    private InternetAddress from(@Nullable Mailing mailing) throws MessagingException {
        try {
            return mailing == null
                    ? new InternetAddress(settings.mail().from())
                    : new InternetAddress(settings.mail().from(), mailing.senderName(), "UTF-8");
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private @Nullable Mailing mailing(Letter letter) {
        var id = letter.mailing();
        var network = letter.network();
        if (id == null || network == null) return null;
        synchronized (mailings) {
            return mailings.computeIfAbsent(id, it -> outbox.mailing(network, it));
        }
    }
}
