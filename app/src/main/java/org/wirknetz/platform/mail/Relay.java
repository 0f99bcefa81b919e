package org.wirknetz.platform.mail;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.wirknetz.platform.WrongSetting;

/// The mail relay out of `smtp://user:password@host:port` (STARTTLS where offered, required with a password)
/// or `smtps://`.
final class Relay {

    private Relay() {}

    static @Nullable JavaMailSenderImpl of(@Nullable String address) {
        if (address == null || address.isBlank()) return null;
        var uri = parse(address.strip());
        var implicit = "smtps".equals(uri.getScheme());
        var relay = new JavaMailSenderImpl();
        relay.setHost(uri.getHost());
        relay.setPort(uri.getPort() > 0 ? uri.getPort() : implicit ? 465 : 587);
        relay.setDefaultEncoding("UTF-8");
        var settings = new Properties();
        var loopback = uri.getHost().equals("localhost") || uri.getHost().startsWith("127.");
        if (uri.getRawUserInfo() != null) {
            var parts = uri.getRawUserInfo().split(":", 2);
            relay.setUsername(decode(parts[0]));
            relay.setPassword(parts.length > 1 ? decode(parts[1]) : "");
            settings.setProperty("mail.smtp.auth", "true");
            settings.setProperty("mail.smtp.starttls.required", String.valueOf(!implicit && !loopback));
        }
        settings.setProperty("mail.smtp.starttls.enable", String.valueOf(!implicit));
        settings.setProperty("mail.smtp.ssl.enable", String.valueOf(implicit));
        settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        settings.setProperty("mail.smtp.connectiontimeout", "10000");
        settings.setProperty("mail.smtp.timeout", "20000");
        settings.setProperty("mail.smtp.writetimeout", "20000");
        settings.setProperty("mail.mime.allowutf8", "true");
        relay.setJavaMailProperties(settings);
        return relay;
    }

    private static URI parse(String address) {
        try {
            var uri = URI.create(address);
            if (("smtp".equals(uri.getScheme()) || "smtps".equals(uri.getScheme())) && uri.getHost() != null)
                return uri;
        } catch (IllegalArgumentException unreadable) {
            throw new WrongSetting("platform.setting.smtp");
        }
        throw new WrongSetting("platform.setting.smtp");
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
