package org.wirknetz.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.NetworkId;

/// A room that reads mails coming back to us: bounces, answers to invitations. Each is a bean; they are asked
/// one after the other (`@Order`), and the first that knows what a mail is for is the last to be asked.
public interface Incoming {

    /// Says what a mail is for, and changes nothing yet. Called outside any scope and any transaction: what
    /// the mail says is nobody's word until it has been matched with something we sent; `platform.mail` says
    /// from which network.
    ///
    /// @param message anybody may have sent it; at most [Mailbox#LARGEST] bytes
    /// @return empty for what is not meant for this room; a mail nobody knows stays in the mailbox for people
    /// to read
    Optional<Meant> read(MimeMessage message) throws MessagingException, IOException;

    /// @param network in whose scope the effect happens; null for none
    /// @param effect happens in one transaction with the note that the mail was read: once, however many
    /// nodes read it
    record Meant(@Nullable NetworkId network, Runnable effect) {}
}
