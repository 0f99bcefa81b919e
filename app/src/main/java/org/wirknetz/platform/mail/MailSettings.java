package org.wirknetz.platform.mail;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an operator sets about mail, by `WIRKNETZ_SMTP_URL`, `WIRKNETZ_MAIL_*`, `WIRKNETZ_DKIM_*`,
/// `WIRKNETZ_IMAP_URL`.
@ConfigurationProperties("wirknetz")
record MailSettings(
        @DefaultValue Smtp smtp,
        @DefaultValue Mail mail,
        @DefaultValue Dkim dkim,
        @DefaultValue Imap imap) {

    record Smtp(@Nullable String url) {}

    /// @param bounce where mails that cannot be delivered go back to; each carries its identity behind a plus
    /// @param parallel connections to the relay at once
    /// @param perHost mails a minute to the mailboxes of one host; 0 as many as the relay takes
    /// @param perMinute mails a minute in all; 0 as many as the relay takes
    record Mail(
            @DefaultValue("wirknetz@localhost") String from,
            @Nullable String bounce,
            @DefaultValue("6") int parallel,
            @DefaultValue("0") int perHost,
            @DefaultValue("0") int perMinute) {}

    /// @param key file of the private RSA key (PEM or DER, PKCS#8)
    record Dkim(
            @Nullable String domain,
            @Nullable String selector,
            @Nullable Path key) {}

    /// The mailbox that bounces and answers come back to, as `imaps://user:password@host:port/FOLDER`.
    record Imap(@Nullable String url) {}

    static MailSettings of(@Nullable String smtp, String from) {
        return new MailSettings(
                new Smtp(smtp), new Mail(from, null, 6, 0, 0), new Dkim(null, null, null), new Imap(null));
    }

    /// The host of the sender's address.
    String domain() {
        var from = mail.from();
        return from.substring(from.indexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
    }
}
