package org.wirknetz.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.jspecify.annotations.Nullable;

/// What a mail says, in one way or several. A program shows the last one it understands.
///
/// @param text always there: plain words
/// @param html the same as a page, without scripts and without anything fetched from elsewhere
/// @param calendar an iCalendar object (RFC 5545), for programs that put it into a calendar
/// @param method of the calendar object (RFC 6047): `REQUEST`, `CANCEL`; null exactly where there is none
public record Parts(
        String text,
        @Nullable String html,
        @Nullable String calendar,
        @Nullable String method) {

    public Parts {
        if ((calendar == null) != (method == null))
            throw new IllegalArgumentException("A calendar part needs its method.");
    }

    public static Parts text(String text) {
        return new Parts(text, null, null, null);
    }

    void into(MimeMessage message) throws MessagingException {
        if (html == null && calendar == null) {
            message.setText(text, "UTF-8");
            return;
        }
        var all = new MimeMultipart("alternative");
        add(all, text, "text/plain; charset=UTF-8");
        if (html != null) add(all, html, "text/html; charset=UTF-8");
        if (calendar != null) add(all, calendar, "text/calendar; charset=UTF-8; method=" + method);
        message.setContent(all);
    }

    /// In base64, since calendar lines end in CR LF and must arrive so.
    private static void add(MimeMultipart all, String content, String type) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(content, "UTF-8");
        part.setHeader("Content-Type", type);
        part.setHeader("Content-Transfer-Encoding", type.startsWith("text/calendar") ? "base64" : "quoted-printable");
        all.addBodyPart(part);
    }
}
