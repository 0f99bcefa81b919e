package org.wirknetz;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.wirknetz.access.Accounts;
import org.wirknetz.access.Networks;
import org.wirknetz.access.Role;
import org.wirknetz.platform.NetworkId;
import org.wirknetz.platform.Scope;
import org.wirknetz.transfer.ConsoleImport;

/// Not a test: `./wirknetz bench size`. Imports 20,000 organisations and 60,000 people (with 20,000 more mandates:
/// 100,000
/// rows), then lets 50 visitors list, search and open for half a minute, and prints the times.
@EnabledIfSystemProperty(named = "wirknetz.bench", matches = "true")
@SpringBootTest(
        classes = Wirknetz.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"wirknetz.clock=2026-11-23", "wirknetz.base-url=http://localhost"})
@ContextConfiguration(initializers = TestRoom.class)
@Import(Cast.class)
class SizeBench {

    @LocalServerPort
    int port;

    @Autowired
    Networks networks;

    @Autowired
    Accounts accounts;

    @Autowired
    ConsoleImport importing;

    @Autowired
    JdbcClient db;

    @TempDir
    Path folder;

    @Test
    void measure() throws Exception {
        var network =
                networks.found(new NetworkId(UUID.randomUUID()), "gross", "Großes Netz", "nachqualifizierung", false);
        var account =
                accounts.open("aylin@gross.example", "Aylin Demir", "ein langes Kennwort 4711", Locale.GERMAN, false);
        Scope.of(network).run(() -> networks.seat(account, Role.OFFICE, null));
        write();
        long began = System.nanoTime();
        var said = Scope.of(network, account).call(() -> importing.run(List.of(folder), false, Locale.GERMAN));
        System.out.printf("import of 100,000 rows: %.1f s; %s%n", (System.nanoTime() - began) / 1e9, said.summary());
        db.sql("analyze").update();
        var client = signedIn();
        var organisations = Scope.of(network)
                .call(() -> db.sql("select id from directory.organisation limit 2000")
                        .query(UUID.class)
                        .list());
        var random = new Random(42);
        load(client, "list", () -> "/w/gross/organisations?page=" + (1 + random.nextInt(5)));
        load(
                client,
                "search",
                () -> "/w/gross/search?q="
                        + URLEncoder.encode(WORDS[random.nextInt(WORDS.length)], StandardCharsets.UTF_8));
        load(
                client,
                "detail",
                () -> "/w/gross/organisations/" + organisations.get(random.nextInt(organisations.size())));
    }

    private static final String[] WORDS = {
        "Hand", "Metallbau", "Müller", "Muller", "Bildungswrk", "Yildiz", "Verein 77", "Weber"
    };
    private static final String[] KINDS = {
        "Handwerksbetrieb", "Metallbau", "Bildungswerk", "Verein", "Jobcenter", "Caritas"
    };
    private static final String[] FAMILIES = {
        "Müller", "Yıldız", "Weber", "Petrenko", "Demir", "Hartwig", "Groß", "Nowak"
    };

    private void write() throws IOException {
        try (var out = Files.newBufferedWriter(folder.resolve("organisations.csv"))) {
            out.write("key;name;group;area;email;city\n");
            for (int i = 0; i < 20_000; i++) {
                out.write("o%d;%s %s %d;%s;Gebiet %d;o%d@t%d.example;Ort %d\n"
                        .formatted(i, KINDS[i % 6], FAMILIES[i % 8], i, KINDS[i % 6], i % 20, i, i, i % 300));
            }
        }
        try (var out = Files.newBufferedWriter(folder.resolve("people.csv"))) {
            out.write("key;given_name;family_name;email\n");
            for (int i = 0; i < 60_000; i++)
                out.write("p%d;Vor%d;%s;p%d@t.example\n".formatted(i, i % 900, FAMILIES[i % 8], i));
        }
        try (var out = Files.newBufferedWriter(folder.resolve("mandates.csv"))) {
            out.write("person;organisation;function;level;from\n");
            for (int i = 0; i < 20_000; i++) out.write("p%d;o%d;Beratung;operativ;2024-01-01\n".formatted(i * 3, i));
        }
    }

    private interface Page {
        String path();
    }

    /// 50 visitors, each with a second's pause between two requests, for 20 seconds.
    private void load(HttpClient client, String name, Page page) throws Exception {
        var times = java.util.Collections.synchronizedList(new ArrayList<Double>());
        for (int warm = 0; warm < 200; warm++) get(client, page.path());
        long until = System.nanoTime() + 20_000_000_000L;
        try (var visitors = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int visitor = 0; visitor < 50; visitor++) {
                long offset = visitor * 20L;
                visitors.submit(() -> {
                    Thread.sleep(offset);
                    while (System.nanoTime() < until) {
                        String path;
                        synchronized (page) {
                            path = page.path();
                        }
                        long began = System.nanoTime();
                        get(client, path);
                        times.add((System.nanoTime() - began) / 1e6);
                        Thread.sleep(1_000);
                    }
                    return true;
                });
            }
        }
        var sorted = times.stream().mapToDouble(it -> it).toArray();
        Arrays.sort(sorted);
        System.out.printf(
                "%-8s %5d requests  p50 %.1f ms  p95 %.1f ms  p99 %.1f ms%n",
                name,
                sorted.length,
                sorted[sorted.length / 2],
                sorted[sorted.length * 95 / 100],
                sorted[sorted.length * 99 / 100]);
    }

    private HttpClient signedIn() throws Exception {
        var client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        var page = get(client, "/sign-in");
        var token = java.util.regex.Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(page);
        if (!token.find()) throw new IllegalStateException("no form");
        var form = "_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)
                + "&email=aylin%40gross.example&password="
                + URLEncoder.encode("ein langes Kennwort 4711", StandardCharsets.UTF_8);
        client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sign-in/password"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return client;
    }

    private String get(HttpClient client, String path) throws Exception {
        var response = client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) throw new IllegalStateException(path + " " + response.statusCode());
        return response.body();
    }
}
