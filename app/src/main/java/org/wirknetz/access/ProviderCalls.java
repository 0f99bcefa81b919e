package org.wirknetz.access;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks the provider of identities, and nobody else: no redirect is followed, no answer read beyond a limit, and no
/// sign-in waits for long.
@Component
class ProviderCalls {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int MOST = 1 << 19;

    private final JsonMapper json = JsonMapper.builder().build();
    /// Made when somebody asks: it brings threads and the machine's certificates with it, and most houses have no
    /// provider.
    private final Supplier<HttpClient> client = SingletonSupplier.of(() -> HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(4))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build());

    JsonNode get(URI address) throws ProviderAway {
        return ask(HttpRequest.newBuilder(address).GET(), address);
    }

    /// @param authorization of the client; empty for a public one
    JsonNode post(URI address, Map<String, String> form, String authorization) throws ProviderAway {
        var body = form.entrySet().stream()
                .map(it -> encoded(it.getKey()) + "=" + encoded(it.getValue()))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) request.header("Authorization", authorization);
        return ask(request, address);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private JsonNode ask(HttpRequest.Builder request, URI address) throws ProviderAway {
        if (!ProviderSettings.safe(address)) throw new ProviderAway("names an address without TLS");
        try {
            var answer = client.get()
                    .send(
                            request.timeout(PATIENCE)
                                    .header("Accept", "application/json")
                                    .build(),
                            HttpResponse.BodyHandlers.ofInputStream());
            try (var in = answer.body()) {
                var bytes = in.readNBytes(MOST + 1);
                if (answer.statusCode() != 200) throw new ProviderAway("answered " + answer.statusCode());
                if (bytes.length > MOST) throw new ProviderAway("answered at too great length");
                return json.readTree(bytes);
            }
        } catch (IOException | JacksonException broken) {
            throw new ProviderAway("cannot be reached or read", broken);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new ProviderAway("was not waited for", stopping);
        }
    }
}
