package org.wirknetz.platform.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.platform.NetworkId;

/// Mails that come back (RFC 3464: `multipart/report; report-type=delivery-status`). Which mail it was is
/// read from the address it came back to, else from the report itself; a report about a mail we never sent is
/// nobody's.
@Component
@Order(10)
class Bounces implements Incoming {

    private static final Pattern RETURN_PATH = Pattern.compile("\\+([0-9a-f]{32})@", Pattern.CASE_INSENSITIVE);
    private static final Pattern MESSAGE_ID = Pattern.compile(
            "^Message-ID:\\s*<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern STATUS =
            Pattern.compile("^Status:\\s*([245])\\.\\d{1,3}\\.\\d{1,3}", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern ACTION =
            Pattern.compile("^Action:\\s*([a-z]+)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern SAID = Pattern.compile(
            "^Diagnostic-Code:\\s*([^\\r\\n]*(?:\\r?\\n[ \\t][^\\r\\n]*)*)",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final int LONGEST_PART = 64 * 1024;

    /// Relays give up after five days. Later, somebody has only found an old mail of ours and makes one up.
    private static final int LATEST_DAYS = 14;

    private final JdbcClient db;
    private final Outbox outbox;

    Bounces(JdbcClient db) {
        this.db = db;
        this.outbox = new Outbox(db);
    }

    private record Sent(UUID id, @Nullable UUID network, String recipient, String state) {
        @Nullable
        NetworkId networkId() {
            return network == null ? null : new NetworkId(network);
        }
    }

    @Override
    public Optional<Meant> read(MimeMessage message) throws MessagingException, IOException {
        if (!message.isMimeType("multipart/report") || !(message.getContent() instanceof Multipart report)) {
            return Optional.empty();
        }
        var status = part(report, "message/delivery-status");
        if (status.isEmpty()) return Optional.empty();
        return mail(message, report)
                .flatMap(this::sent)
                .map(it -> new Meant(it.networkId(), () -> {
                    if (isFinal(status.get())) note(it, said(status.get()));
                }));
    }

    /// Delayed, relayed and delivered reports change nothing.
    private static boolean isFinal(String status) {
        var action = ACTION.matcher(status);
        if (!action.find() || !action.group(1).equalsIgnoreCase("failed")) return false;
        var code = STATUS.matcher(status);
        return code.find() && code.group(1).equals("5");
    }

    private void note(Sent sent, String said) {
        if (sent.state().equals("RETURNED")) return;
        outbox.close(sent.id(), "RETURNED", said);
        if (sent.network() != null) outbox.trouble(sent.network(), sent.recipient(), said);
    }

    private static String said(String status) {
        var found = SAID.matcher(status);
        var text = found.find() ? found.group(1).replaceFirst("(?i)^\\s*smtp;\\s*", "") : "";
        var code = STATUS.matcher(status);
        if (text.isBlank() && code.find()) text = code.group().replaceFirst("(?i)^Status:\\s*", "");
        text = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return text.length() > 500 ? text.substring(0, 500) : text;
    }

    private Optional<Sent> sent(UUID id) {
        return db.sql("""
                        select id, network, recipient, state from platform.mail
                         where id = :id and coalesce(handled_at, created_at) > now() - :late * interval '1 day'
                        """)
                .param("id", id)
                .param("late", LATEST_DAYS)
                .query(Sent.class)
                .optional();
    }

    private static Optional<UUID> mail(MimeMessage message, Multipart report) throws MessagingException, IOException {
        for (var header : List.of("Delivered-To", "X-Original-To", "To", "Envelope-To")) {
            var values = message.getHeader(header);
            for (int n = 0; values != null && n < values.length; n++) {
                var found = RETURN_PATH.matcher(values[n]);
                if (found.find()) return Optional.of(dashed(found.group(1)));
            }
        }
        for (var type : List.of("message/rfc822", "text/rfc822-headers", "message/global")) {
            var found = MESSAGE_ID.matcher(part(report, type).orElse(""));
            if (found.find()) return Optional.of(UUID.fromString(found.group(1)));
        }
        return Optional.empty();
    }

    private static UUID dashed(String hex) {
        return UUID.fromString(hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
    }

    /// The beginning of a part as text, whatever its encoding.
    private static Optional<String> part(Multipart report, String type) throws MessagingException, IOException {
        var parts = new ArrayList<BodyPart>();
        for (int n = 0; n < Math.min(report.getCount(), 10); n++) parts.add(report.getBodyPart(n));
        for (var part : parts) if (part.isMimeType(type)) return Optional.of(beginning(part));
        return Optional.empty();
    }

    private static String beginning(Part part) throws MessagingException, IOException {
        try (var in = part.getInputStream()) {
            return new String(in.readNBytes(LONGEST_PART), StandardCharsets.UTF_8);
        }
    }
}
