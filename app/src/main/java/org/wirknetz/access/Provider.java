package org.wirknetz.access;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/// The provider of identities (OpenID Connect 1.0, authorization code with PKCE). What it offers is asked when somebody
/// first wants in that way, never at the start: a provider that is down is no reason to stay closed.
@Component
public class Provider {

    /// Where it answers here, below the address people type.
    public static final String ANSWER = "/sign-in/provider/answer";

    private final ProviderSettings settings;
    private final ProviderCalls calls;
    private final ProofOfIdentity proof;
    private final Doors doors;
    private final SecureRandom random = new SecureRandom();

    private volatile @Nullable Offer offer;

    Provider(ProviderSettings settings, ProviderCalls calls, ProofOfIdentity proof, Doors doors) {
        this.settings = settings;
        this.calls = calls;
        this.proof = proof;
        this.doors = doors;
    }

    /// What the provider says about itself.
    record Offer(URI authorization, URI token, URI keys) {}

    /// What is remembered until the provider answers. Kept in the session, so that nobody's answer is taken from
    /// another browser.
    public record Question(URI address, String state, String nonce, String verifier) {}

    /// Who somebody is at the provider.
    ///
    /// @param email verified by the provider; empty when it did not say that
    public record Identity(String issuer, String subject, String email) {}

    public Question ask() throws ProviderAway {
        var state = secret();
        var nonce = secret();
        var verifier = secret() + secret();
        var address = UriComponentsBuilder.fromUri(offer().authorization())
                .queryParam("response_type", "code")
                .queryParam("client_id", "{client}")
                .queryParam("redirect_uri", "{back}")
                .queryParam("scope", "{scope}")
                .queryParam("state", state)
                .queryParam("nonce", nonce)
                .queryParam("code_challenge", hash(verifier))
                .queryParam("code_challenge_method", "S256")
                .encode()
                .buildAndExpand(settings.clientId(), doors.address(ANSWER), String.join(" ", settings.scopes()))
                .toUri();
        return new Question(address, state, nonce, verifier);
    }

    /// Exchanges the code, and believes the token only when everything about it holds.
    ///
    /// @return empty when it does not
    public Optional<Identity> answer(Question asked, String code) throws ProviderAway {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", doors.address(ANSWER));
        form.put("code_verifier", asked.verifier());
        if (settings.secret().isEmpty()) form.put("client_id", settings.clientId());
        var answer = calls.post(offer().token(), form, authorization());
        var token = answer.path("id_token");
        if (!token.isString()) throw new ProviderAway("gave no identity");
        return proof.of(token.stringValue(), asked.nonce(), offer().keys());
    }

    /// Whether an answer that names who gave it (RFC 9207) names the one that was asked. Most do not name anybody.
    public boolean isIssuer(String named) {
        return named.isEmpty() || named.equals(settings.issuer().toString());
    }

    private String authorization() {
        if (settings.secret().isEmpty()) return "";
        var pair = ProviderCalls.encoded(settings.clientId()) + ":" + ProviderCalls.encoded(settings.secret());
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private Offer offer() throws ProviderAway {
        var known = offer;
        if (known != null) return known;
        var issuer = settings.issuer().toString();
        var described = calls.get(URI.create(issuer.replaceAll("/$", "") + "/.well-known/openid-configuration"));
        // Whoever speaks in another's name is not asked any further.
        if (!issuer.equals(described.path("issuer").asString(""))) throw new ProviderAway("names another issuer");
        var fresh = new Offer(
                address(described, "authorization_endpoint"),
                address(described, "token_endpoint"),
                address(described, "jwks_uri"));
        offer = fresh;
        return fresh;
    }

    private static URI address(JsonNode described, String name) throws ProviderAway {
        try {
            var address = URI.create(described.path(name).asString(""));
            if (ProviderSettings.safe(address)) return address;
        } catch (IllegalArgumentException unreadable) {
            throw new ProviderAway("has no " + name, unreadable);
        }
        throw new ProviderAway("has no safe " + name);
    }

    private String secret() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hash(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
