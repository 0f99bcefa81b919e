package org.wirknetz.console;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// `warm-up`: runs the demo once in a folder that is thrown away and opens a few pages, so that the launcher can keep
/// what the Java machine learned from it. Only the launcher calls it, after a build.
@Command(name = "warm-up", hidden = true, resourceBundle = "words.console")
class WarmUpVerb implements Callable<Integer> {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @ParentCommand
    @Nullable
    Console console;

    @Override
    public Integer call() throws Exception {
        var folder = Files.createTempDirectory("wirknetz-warm-up-");
        try (var program = new SpringApplication(Console.application(console))
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--wirknetz.data=" + folder,
                        // Whatever is set for the installation beside it: this demo is nobody's data.
                        "--wirknetz.db.url=embedded",
                        "--wirknetz.smtp.url=",
                        "--wirknetz.base-url=",
                        "--wirknetz.clock=2026-11-23",
                        "--wirknetz.demo=true")) {
            if (program instanceof ServletWebServerApplicationContext web) {
                visit("http://127.0.0.1:"
                        + java.util.Objects.requireNonNull(web.getWebServer()).getPort());
            }
        } finally {
            try (var all = Files.walk(folder)) {
                for (var file : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
            }
        }
        return 0;
    }

    private static void visit(String base) throws IOException, InterruptedException {
        try (var client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            var token = TOKEN.matcher(get(client, base + "/sign-in"));
            if (token.find()) {
                var form = "_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)
                        + "&email=aylin.demir%40koordinierungsstelle.example&password=lindenfurt-demo";
                client.send(
                        HttpRequest.newBuilder(URI.create(base + "/sign-in/password"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
            }
            for (var page :
                    List.of("", "/organisations", "/people", "/targets", "/check", "/imports", "/search?q=hand")) {
                get(client, base + "/w/lindenfurt" + page);
            }
        }
    }

    private static String get(HttpClient client, String address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
