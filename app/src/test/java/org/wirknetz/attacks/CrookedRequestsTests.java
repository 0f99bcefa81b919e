package org.wirknetz.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/// What no browser sends: the answer is still ours, with a sentence, a way out and all protecting headers, and says
/// nothing about what runs here. Seen failing: Tomcat answered for itself, without any header.
@Attack
class CrookedRequestsTests {

    @Autowired
    Browsers browsers;

    private static final Map<String, String> REQUESTS = Map.ofEntries(
            Map.entry("GET /w/x;y=z/members HTTP/1.1", "4"),
            Map.entry("GET /w//x HTTP/1.1", "4"),
            Map.entry("GET //evil.example/ HTTP/1.1", "4"),
            Map.entry("GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1", "4"),
            Map.entry("GET /w/%2e%2e/operator HTTP/1.1", "4"),
            Map.entry("GET /w/..%2foperator HTTP/1.1", "4"),
            Map.entry("GET /w/x%00 HTTP/1.1", "4"),
            Map.entry("GET /w/x%0d%0aSet-Cookie:a=b HTTP/1.1", "4"),
            Map.entry("GET /w/x\\y HTTP/1.1", "4"),
            Map.entry("GET /w/{x} HTTP/1.1", "4"),
            Map.entry("GET /w/<script>alert(1)</script> HTTP/1.1", "4"),
            Map.entry("GET /%zz HTTP/1.1", "4"),
            Map.entry("TRACE / HTTP/1.1", "4"),
            Map.entry("TRACK / HTTP/1.1", "4"),
            Map.entry("MOVE /w/x HTTP/1.1", "4"),
            Map.entry("G\"ET / HTTP/1.1", "4"),
            Map.entry("GET /" + "a".repeat(20_000) + " HTTP/1.1", "4"),
            Map.entry("GET / HTTP/1.1\r\nX: " + "b".repeat(20_000), "4"),
            Map.entry("GET / HTTP/1.1\r\nX" + "Y: 1\r\nX".repeat(300) + ": 1", "4"),
            Map.entry("GET / HTTP/1.1\r\nHost: evil.example\r\nHost: evil.example", "4"),
            Map.entry("GET / HTTP/9.9", "5"));

    @TestFactory
    Stream<DynamicTest> every_answer_is_ours() {
        return REQUESTS.entrySet().stream()
                .map(request -> DynamicTest.dynamicTest(
                        request.getKey()
                                .substring(0, Math.min(50, request.getKey().length()))
                                .strip(),
                        () -> {
                            var answer = raw(request.getKey());
                            assertThat(answer).containsPattern("^HTTP/1.1 " + request.getValue() + "\\d\\d");
                            assertThat(answer.toLowerCase(java.util.Locale.ROOT))
                                    .contains("content-security-policy: default-src 'self'")
                                    .contains("x-content-type-options: nosniff")
                                    .contains("x-frame-options: deny")
                                    .contains("referrer-policy: same-origin")
                                    .contains("cache-control: no-cache, no-store")
                                    .contains("content-type: text/html")
                                    .contains("lang=\"")
                                    .contains("href=\"/\"")
                                    .doesNotContain(
                                            "tomcat",
                                            "exception",
                                            "at org.",
                                            "apache",
                                            "<script>alert",
                                            "springframework");
                        }));
    }

    @Test
    void a_program_gets_no_page() throws Exception {
        var answer = raw("GET /api/v1/networks/x;y/people HTTP/1.1");
        assertThat(answer).containsPattern("^HTTP/1.1 4\\d\\d").contains("application/problem+json");
    }

    private String raw(String request) throws IOException {
        var port = URI.create(browsers.house()).getPort();
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            var host = request.contains("\r\nHost:") ? "" : "\r\nHost: localhost";
            socket.getOutputStream()
                    .write((request + host + "\r\nAccept-Language: de\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
