package org.wirknetz.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/// A provider of identities on this machine that lies as it is told.
final class FakeProvider {

    static final String CLIENT = "wirknetz";

    enum Signing {
        OWN_KEY,
        FOREIGN_KEY,
        SHARED_SECRET,
        NONE
    }

    private final HttpServer server;
    private final RSAKey key;
    private final RSAKey foreign;

    /// What it answered to a code and was sent for it.
    final Map<String, String> asked = new HashMap<>();

    volatile boolean down;
    volatile String subject = "s-1";
    volatile String email = "";
    volatile Object verified = true;
    volatile String nonce = "";
    volatile Signing signing = Signing.OWN_KEY;
    volatile UnaryOperator<JWTClaimsSet.Builder> lie = UnaryOperator.identity();

    FakeProvider() {
        try {
            key = new RSAKeyGenerator(2048).keyID("own").generate();
            foreign = new RSAKeyGenerator(2048).keyID("own").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException | IOException broken) {
            throw new IllegalStateException(broken);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort() + "/realms/netz";
    }

    void stop() {
        server.stop(0);
    }

    /// Tells the truth again, about somebody else.
    void about(String subject, String email) {
        this.subject = subject;
        this.email = email;
        this.verified = true;
        this.signing = Signing.OWN_KEY;
        this.lie = UnaryOperator.identity();
        this.down = false;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (down) {
            say(exchange, 503, "{}");
        } else if (path.endsWith("/.well-known/openid-configuration")) {
            say(exchange, 200, """
                    {"issuer":"%1$s","authorization_endpoint":"%1$s/auth","token_endpoint":"%1$s/token","jwks_uri":"%1$s/keys"}
                    """.formatted(issuer()));
        } else if (path.endsWith("/keys")) {
            say(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
        } else {
            asked.clear();
            var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            for (var pair : form.split("&")) asked.put(pair.split("=")[0], pair.split("=")[1]);
            asked.put(
                    "authorization", String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            say(exchange, 200, "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"id_token\":\"" + token() + "\"}");
        }
    }

    private String token() {
        var now = Instant.now();
        var claims = lie.apply(new JWTClaimsSet.Builder()
                        .issuer(issuer())
                        .subject(subject)
                        .audience(CLIENT)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(300)))
                        .claim("nonce", nonce)
                        .claim("email", email)
                        .claim("email_verified", verified))
                .build();
        try {
            return switch (signing) {
                case NONE -> new PlainJWT(claims).serialize();
                case OWN_KEY -> signed(claims, key);
                case FOREIGN_KEY -> signed(claims, foreign);
                case SHARED_SECRET -> {
                    var jwt = new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.HS256)
                                    .keyID("own")
                                    .build(),
                            claims);
                    jwt.sign(new MACSigner(key.toPublicJWK().toString().getBytes(StandardCharsets.UTF_8)));
                    yield jwt.serialize();
                }
            };
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String signed(JWTClaimsSet claims, RSAKey key) throws JOSEException {
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("own").build(), claims);
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }

    private static void say(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
