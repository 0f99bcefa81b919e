package org.wirknetz.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/// Figures of the program are read on this machine or with the token; no header makes anybody this machine.
@Attack
@TestPropertySource(properties = {"wirknetz.proxy=127.0.0.1", "wirknetz.metrics.token=drei-blaue-fahrraeder-am-wehr"})
class MetricsDoorTests {

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    private int ask(String host, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://" + host + ":" + port + "/metrics"));
        if (headers.length > 0) request.headers(headers);
        return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void this_machine_reads_them() throws Exception {
        assertThat(ask("127.0.0.1")).isEqualTo(200);
    }

    @Test
    void whoever_came_through_the_proxy_does_not_whatever_address_they_name() throws Exception {
        assertThat(ask("127.0.0.1", "X-Forwarded-For", "203.0.113.9")).isEqualTo(401);
        assertThat(ask("127.0.0.1", "X-Forwarded-For", "127.0.0.1, 203.0.113.9"))
                .isEqualTo(401);
        assertThat(ask("127.0.0.1", "Forwarded", "for=127.0.0.1")).isEqualTo(401);
        assertThat(ask("127.0.0.1", "X-Real-IP", "127.0.0.1")).isEqualTo(401);
    }

    @Test
    void another_address_needs_the_token_and_cannot_talk_its_way_in() throws Exception {
        var other = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(it -> !it.isLoopbackAddress() && it instanceof java.net.Inet4Address)
                .map(InetAddress::getHostAddress)
                .findFirst();
        Assumptions.assumeTrue(other.isPresent(), "a machine with no address but its own loop");
        assertThat(ask(other.get())).isEqualTo(401);
        assertThat(ask(other.get(), "X-Forwarded-For", "127.0.0.1")).isEqualTo(401);
        assertThat(ask(other.get(), "Authorization", "Bearer drei-blaue-fahrraeder-am-weh"))
                .isEqualTo(401);
        assertThat(ask(other.get(), "Authorization", "Bearer drei-blaue-fahrraeder-am-wehr"))
                .isEqualTo(200);
    }
}
