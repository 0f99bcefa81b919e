package org.wirknetz.access;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestTemplate;

/// Whether an identity token is what it says (OpenID Connect Core 3.1.3.7): signed by a key of the provider with a
/// public key algorithm, from this issuer, for this client, of now, and the answer to our own question.
@Component
class ProofOfIdentity {

    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final Duration OLDEST = Duration.ofMinutes(10);

    private final ProviderSettings settings;
    private final SecurityLog log;
    private volatile @Nullable NimbusJwtDecoder decoder;

    ProofOfIdentity(ProviderSettings settings, SecurityLog log) {
        this.settings = settings;
        this.log = log;
    }

    Optional<Provider.Identity> of(String token, String nonce, URI keys) throws ProviderAway {
        if (token.length() > 20_000) return Optional.empty();
        Jwt jwt;
        try {
            jwt = decoder(keys).decode(token);
        } catch (BadJwtException disbelieved) {
            return refused("token");
        } catch (JwtException noKeys) {
            throw new ProviderAway("shows no keys", noKeys);
        }
        if (!settings.issuer().toString().equals(jwt.getClaimAsString("iss"))) return refused("issuer");
        var audience = jwt.getAudience();
        if (audience == null || !audience.contains(settings.clientId())) return refused("audience");
        var party = jwt.getClaimAsString("azp");
        if (party == null ? audience.size() > 1 : !party.equals(settings.clientId())) return refused("party");
        var issued = jwt.getIssuedAt();
        if (jwt.getExpiresAt() == null || issued == null) return refused("times");
        if (issued.isBefore(java.time.Instant.now().minus(OLDEST).minus(SKEW))) return refused("age");
        if (!same(nonce, jwt.getClaimAsString("nonce"))) return refused("nonce");
        var subject = jwt.getSubject();
        if (subject == null || subject.isBlank() || subject.length() > 255) return refused("subject");
        boolean verified = Boolean.TRUE.equals(jwt.getClaim("email_verified"));
        var email = jwt.getClaim("email") instanceof String text ? text.strip() : "";
        return Optional.of(new Provider.Identity(settings.issuer().toString(), subject, verified ? email : ""));
    }

    private Optional<Provider.Identity> refused(String what) {
        log.note("provider.disbelieved", "what", what);
        return Optional.empty();
    }

    private static boolean same(String asked, @Nullable String answered) {
        return answered != null
                && MessageDigest.isEqual(
                        asked.getBytes(StandardCharsets.UTF_8), answered.getBytes(StandardCharsets.UTF_8));
    }

    /// Keeps the keys for a while and fetches them anew for one it does not know. Neither `none` nor a shared secret is
    /// an algorithm here.
    private NimbusJwtDecoder decoder(URI keys) {
        var known = decoder;
        if (known != null) return known;
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(4))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        requests.setReadTimeout(Duration.ofSeconds(8));
        var fresh = NimbusJwtDecoder.withJwkSetUri(keys.toString())
                .jwsAlgorithms(all -> all.addAll(Set.of(
                        SignatureAlgorithm.RS256,
                        SignatureAlgorithm.RS384,
                        SignatureAlgorithm.RS512,
                        SignatureAlgorithm.PS256,
                        SignatureAlgorithm.PS384,
                        SignatureAlgorithm.PS512,
                        SignatureAlgorithm.ES256,
                        SignatureAlgorithm.ES384,
                        SignatureAlgorithm.ES512)))
                .restOperations(new RestTemplate(requests))
                .build();
        fresh.setJwtValidator(new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(SKEW)));
        decoder = fresh;
        return fresh;
    }
}
