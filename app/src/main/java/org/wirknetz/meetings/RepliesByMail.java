package org.wirknetz.meetings;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.platform.NetworkId;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.mail.Incoming;

/// Answers that calendar programs send by mail (RFC 6047, `METHOD:REPLY`), matched by the entry and who was invited.
///
/// `ORGANIZER` is not asked for: Exchange leaves it out (nextcloud/server 58904), whatever RFC 5546 says.
@Component
@Order(20)
class RepliesByMail implements Incoming {

    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);
    private static final int DEEPEST = 6;

    private final JdbcClient db;
    private final Replies replies;

    RepliesByMail(JdbcClient db, Replies replies) {
        this.db = db;
        this.replies = replies;
    }

    @Override
    public Optional<Meant> read(MimeMessage message) throws MessagingException, IOException {
        var calendar = calendar(message, 0);
        if (calendar.isEmpty()) return Optional.empty();
        var letter = new Replies.Letter(sender(message), line(Objects.requireNonNullElse(message.getSubject(), "")));
        try {
            var file = CalendarFile.read(calendar.get());
            if (file.method().equals("REQUEST") || file.method().equals("CANCEL")) return Optional.empty();
            return file.entries().stream()
                    .flatMap(it -> network(it.text("UID")).stream())
                    .findFirst()
                    .map(network -> new Meant(network, () -> replies.take(letter, file)));
        } catch (Refused malformed) {
            return network(calendar.get())
                    .or(() -> answered(message))
                    .or(() -> invitedBy(letter.sender()))
                    .map(network -> new Meant(network, () -> replies.putAside(letter, null, malformed.key())));
        }
    }

    /// Which network the first entry is of that we know.
    private Optional<NetworkId> network(String text) {
        var found = ID.matcher(text);
        for (int n = 0; n < 20 && found.find(); n++) {
            var network = db.sql("select meetings.entry_network(?)")
                    .param(UUID.fromString(found.group()))
                    .query(UUID.class)
                    .optional();
            if (network.isPresent()) return network.map(NetworkId::new);
        }
        return Optional.empty();
    }

    /// From which network the mail came that this one answers.
    private Optional<NetworkId> answered(MimeMessage message) {
        try {
            var found = ID.matcher(Objects.requireNonNullElse(message.getHeader("In-Reply-To", " "), ""));
            if (!found.find()) return Optional.empty();
            return db.sql("select network from platform.mail where id = ? and network is not null")
                    .param(UUID.fromString(found.group()))
                    .query(UUID.class)
                    .optional()
                    .map(NetworkId::new);
        } catch (MessagingException unreadable) {
            return Optional.empty();
        }
    }

    /// The network that invited the sender to something of these days, where there is one only: the mail names nothing
    /// of
    /// ours, but it was meant for somebody, and an office that looks at it is better than nobody.
    private Optional<NetworkId> invitedBy(String sender) {
        return db.sql("select meetings.inviting_network(?)")
                .param(sender)
                .query(UUID.class)
                .optional()
                .map(NetworkId::new);
    }

    /// The first part that is a calendar, as text; what is too big comes one sign longer than is allowed.
    private static Optional<String> calendar(Part part, int depth) throws MessagingException, IOException {
        if (part.isMimeType("text/calendar") || part.isMimeType("application/ics")) {
            try (var in = part.getInputStream()) {
                return Optional.of(new String(in.readNBytes(CalendarFile.LARGEST + 1), StandardCharsets.UTF_8)
                        .replace("\u0000", ""));
            }
        }
        if (depth < DEEPEST && part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int n = 0; n < Math.min(parts.getCount(), 20); n++) {
                BodyPart inner = parts.getBodyPart(n);
                var found = calendar(inner, depth + 1);
                if (found.isPresent()) return found;
            }
        }
        return Optional.empty();
    }

    private static String sender(MimeMessage message) throws MessagingException {
        var from = message.getFrom();
        if (from == null || from.length == 0 || !(from[0] instanceof InternetAddress address)) return "";
        var plain = Objects.requireNonNullElse(address.getAddress(), "").toLowerCase(Locale.ROOT);
        return line(plain.length() > 254 ? plain.substring(0, 254) : plain);
    }

    private static String line(String text) {
        var line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        return line.length() > 200 ? line.substring(0, 200) : line;
    }
}
