package org.wirknetz.access;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.wirknetz.platform.WirknetzSettings;
import org.wirknetz.platform.WrongSetting;

/// The address people type. Links in mails are made from it and from nothing a request says.
@Component
public class Doors {

    private final URI base;

    /// @param port of the web door; a console verb has none and takes the one that is set for the server
    Doors(
            WirknetzSettings settings,
            @Value("${server.port:8080}") int port,
            @Value("${wirknetz.port:8080}") int setPort) {
        this.base = base(settings.baseUrl(), port > 0 ? port : setPort);
    }

    private static URI base(@Nullable String configured, int port) {
        if (configured == null || configured.isBlank()) return URI.create("http://localhost:" + port);
        var base = parsed(configured.strip().replaceAll("/+$", ""), configured);
        var known = "https".equals(base.getScheme()) || "http".equals(base.getScheme());
        if (!known
                || base.getHost() == null
                || base.getRawQuery() != null
                || !base.getRawPath().isEmpty()) {
            throw new WrongSetting("platform.setting.base-url", configured);
        }
        return base;
    }

    private static URI parsed(String address, String configured) {
        try {
            return new URI(address);
        } catch (URISyntaxException unreadable) {
            throw new WrongSetting("platform.setting.base-url", configured);
        }
    }

    /// @param path of this house, beginning with a slash
    public String address(String path) {
        return base + path;
    }

    public String host() {
        return base.getHost();
    }

    /// Scheme, host and port, as a browser names an origin.
    public String origin() {
        return base.toString();
    }

    /// Whether people come over TLS: then cookies are locked to it.
    public boolean secure() {
        return "https".equals(base.getScheme());
    }

    /// Where somebody wanted to go before they had to sign in; anything but a path of this house leads to the front
    /// door.
    public static String within(@Nullable String wanted) {
        if (wanted == null || wanted.length() > 2000 || !wanted.startsWith("/") || wanted.startsWith("//")) return "/";
        return wanted.chars().anyMatch(it -> it == '\\' || it == '{' || it == '}' || it < ' ' || it >= 0x7f)
                ? "/"
                : wanted;
    }
}
