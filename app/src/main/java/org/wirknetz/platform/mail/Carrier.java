package org.wirknetz.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/// One connection to the relay, kept while there is something to carry.
final class Carrier implements AutoCloseable {

    /// Relays like to see a connection end now and then.
    private static final int MAILS_A_CONNECTION = 200;

    private final JavaMailSenderImpl relay;
    private @Nullable Transport transport;
    private int carried;

    Carrier(JavaMailSenderImpl relay) {
        this.relay = relay;
    }

    Answer carry(Letter letter, Stationery stationery) {
        if (!isAddress(letter.recipient())) return new Answer.Never("Not an address that mail can be sent to.");
        try {
            var message = stationery.message(letter, relay.getSession());
            connected().sendMessage(message, message.getAllRecipients());
            if (++carried >= MAILS_A_CONNECTION) close();
            return new Answer.Taken();
        } catch (MessagingException failed) {
            var answer = Answer.of(failed);
            if (answer instanceof Answer.NotNow later && later.away()) close();
            return answer;
        }
    }

    /// Before anything else, since a mistake in the address would look like a relay that is away and stop all
    /// other mail.
    private static boolean isAddress(String recipient) {
        try {
            new InternetAddress(recipient).validate();
            return true;
        } catch (AddressException odd) {
            return false;
        }
    }

    private Transport connected() throws MessagingException {
        if (transport != null && transport.isConnected()) return transport;
        close();
        var fresh = relay.getSession().getTransport("smtp");
        fresh.connect(relay.getHost(), relay.getPort(), relay.getUsername(), relay.getPassword());
        transport = fresh;
        return fresh;
    }

    /// A relay that is gone needs no good-bye.
    @Override
    public void close() {
        carried = 0;
        var old = transport;
        transport = null;
        if (old == null) return;
        try {
            old.close();
        } catch (MessagingException gone) {
            carried = 0;
        }
    }
}
