package org.wirknetz.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.WrongSetting;

/// A mailbox out of `imaps://user:password@host:port/FOLDER`, or `imap://` with STARTTLS (required beyond
/// this machine).
record MailboxAddress(boolean implicit, String host, int port, String user, String password, String folder) {

    static @Nullable MailboxAddress of(@Nullable String address) {
        if (address == null || address.isBlank()) return null;
        var uri = parse(address.strip());
        boolean implicit = "imaps".equals(uri.getScheme());
        var parts = uri.getRawUserInfo().split(":", 2);
        var folder = uri.getRawPath() == null ? "" : decode(uri.getRawPath().replaceAll("^/", ""));
        return new MailboxAddress(
                implicit,
                uri.getHost(),
                uri.getPort() > 0 ? uri.getPort() : implicit ? 993 : 143,
                decode(parts[0]),
                parts.length > 1 ? decode(parts[1]) : "",
                folder.isEmpty() ? "INBOX" : folder);
    }

    private static URI parse(String address) {
        try {
            var uri = URI.create(address);
            var known = "imap".equals(uri.getScheme()) || "imaps".equals(uri.getScheme());
            if (known && uri.getHost() != null && uri.getRawUserInfo() != null) return uri;
        } catch (IllegalArgumentException unreadable) {
            throw new WrongSetting("platform.setting.imap");
        }
        throw new WrongSetting("platform.setting.imap");
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    Store open() throws MessagingException {
        var protocol = implicit ? "imaps" : "imap";
        var settings = new Properties();
        var here = host.equals("localhost") || host.startsWith("127.");
        settings.setProperty("mail." + protocol + ".connectiontimeout", "10000");
        settings.setProperty("mail." + protocol + ".timeout", "30000");
        settings.setProperty("mail." + protocol + ".writetimeout", "30000");
        settings.setProperty("mail." + protocol + ".ssl.checkserveridentity", "true");
        settings.setProperty("mail." + protocol + ".starttls.enable", "true");
        settings.setProperty("mail." + protocol + ".starttls.required", String.valueOf(!implicit && !here));
        settings.setProperty("mail." + protocol + ".partialfetch", "false");
        var store = Session.getInstance(settings).getStore(protocol);
        store.connect(host, port, user, password);
        return store;
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
