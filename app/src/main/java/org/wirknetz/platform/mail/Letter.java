package org.wirknetz.platform.mail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A mail out of the outbox, taken to be carried.
///
/// @param filling words for the marks of a mailing's content: mark, word, mark, word …
/// @param unsubscribe where one click ends the subscription (RFC 8058); null for mails to one
/// @param replyTo whom an answer goes to; null for whoever sends
record Letter(
        UUID id,
        @Nullable UUID network,
        @Nullable UUID mailing,
        String recipient,
        String host,
        String subject,
        String body,
        @Nullable String html,
        @Nullable String calendar,
        @Nullable String calendarMethod,
        String @Nullable [] filling,
        @Nullable String unsubscribe,
        @Nullable String replyTo,
        int attempts) {

    Parts parts() {
        return new Parts(body, html, calendar, calendarMethod);
    }
}
