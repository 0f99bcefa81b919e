package org.wirknetz.access;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.wirknetz.platform.WrongSetting;

/// Where people may sign in besides here: `WIRKNETZ_OIDC_ISSUER`, `_CLIENT_ID`, `_CLIENT_SECRET` or
/// `_CLIENT_SECRET_FILE`, `_NAME`, `_SCOPES`. Nothing set means that there is no such way; half of it set stops the
/// start.
@Component
public class ProviderSettings {

    private final @Nullable URI issuer;
    private final String clientId;
    private final String secret;
    private final String name;
    private final List<String> scopes;

    ProviderSettings(
            @Value("${wirknetz.oidc.issuer:}") String issuer,
            @Value("${wirknetz.oidc.client-id:}") String clientId,
            @Value("${wirknetz.oidc.client-secret:}") String secret,
            @Value("${wirknetz.oidc.client-secret-file:}") String secretFile,
            @Value("${wirknetz.oidc.name:}") String name,
            @Value("${wirknetz.oidc.scopes:openid email profile}") String scopes) {
        var others = Stream.of(clientId, secret, secretFile, name).anyMatch(it -> !it.isBlank());
        if (issuer.isBlank() && others) throw new WrongSetting("platform.setting.oidc-issuer-missing");
        if (!issuer.isBlank() && clientId.isBlank()) throw new WrongSetting("platform.setting.oidc-client-missing");
        this.issuer = issuer.isBlank() ? null : issuer(issuer.strip());
        this.clientId = clientId.strip();
        this.secret = secret(secret, secretFile);
        this.name = name.isBlank() && this.issuer != null ? this.issuer.getHost() : name.strip();
        this.scopes =
                Stream.of(scopes.split("[,\\s]+")).filter(it -> !it.isBlank()).toList();
        if (!this.scopes.contains("openid") || !this.scopes.contains("email"))
            throw new WrongSetting("platform.setting.oidc-scopes", scopes);
    }

    private static URI issuer(String typed) {
        try {
            var issuer = new URI(typed);
            if (safe(issuer) && issuer.getRawQuery() == null && issuer.getRawFragment() == null) return issuer;
        } catch (URISyntaxException unreadable) {
            throw new WrongSetting("platform.setting.oidc-issuer", typed);
        }
        throw new WrongSetting("platform.setting.oidc-issuer", typed);
    }

    /// Over TLS; without it on this machine only, where nobody listens between.
    static boolean safe(URI address) {
        var host = address.getHost();
        if (host == null || address.getRawUserInfo() != null) return false;
        return "https".equals(address.getScheme())
                || "http".equals(address.getScheme())
                        && List.of("localhost", "127.0.0.1", "[::1]").contains(host);
    }

    private static String secret(String secret, String file) {
        if (!secret.isBlank() || file.isBlank()) return secret.strip();
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException unreadable) {
            throw new WrongSetting("platform.setting.oidc-secret-file", file);
        }
    }

    /// Whether there is this way in at all.
    public boolean present() {
        return issuer != null;
    }

    /// As it stands on the button.
    public String name() {
        return name;
    }

    URI issuer() {
        if (issuer == null) throw new IllegalStateException("There is no provider of identities.");
        return issuer;
    }

    String clientId() {
        return clientId;
    }

    /// Empty for a public client, which PKCE alone protects.
    String secret() {
        return secret;
    }

    List<String> scopes() {
        return scopes;
    }
}
