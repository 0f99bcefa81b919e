package org.wirknetz.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Visitors, each with a browser and a session of their own.
record Crowd(List<Visitor> visitors) {

    static Visitor anonymous(String base) {
        return new Visitor(
                base,
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build());
    }

    static Crowd signedIn(String base, String email, String password, int number) throws Exception {
        var all = new ArrayList<Visitor>();
        for (int i = 0; i < number; i++) {
            var visitor = anonymous(base);
            visitor.post(
                    "/sign-in",
                    "/sign-in/password",
                    "email=" + Visitor.encoded(email) + "&password=" + Visitor.encoded(password));
            all.add(visitor);
        }
        return new Crowd(List.copyOf(all));
    }

    Visitor first() {
        return visitors.getFirst();
    }

    /// All at once for some seconds; each waits `pause` milliseconds between an answer and the next request.
    Times visit(Supplier<String> paths, int seconds, int pause) throws Exception {
        var times = Collections.synchronizedList(new ArrayList<Double>());
        var refused = new AtomicInteger();
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Callable<Void>>();
            for (int at = 0; at < visitors.size(); at++) {
                var visitor = visitors.get(at);
                long offset = (long) at * pause / visitors.size();
                work.add(() -> {
                    Thread.sleep(offset);
                    while (System.nanoTime() < until) {
                        var path = paths.get();
                        long began = System.nanoTime();
                        if (visitor.opens(path)) times.add((System.nanoTime() - began) / 1e6);
                        else refused.incrementAndGet();
                        Thread.sleep(pause);
                    }
                    return null;
                });
            }
            for (var done : threads.invokeAll(work)) done.get();
        }
        return Times.of(times, refused.get());
    }

    record Times(int count, int refused, double median, double p95, double p99) {
        static Times of(List<Double> measured, int refused) {
            var sorted = measured.stream().sorted().toList();
            int count = sorted.size();
            if (count == 0) throw new IllegalStateException("Nothing was answered, " + refused + " refused");
            return new Times(
                    count, refused, sorted.get(count / 2), sorted.get(count * 95 / 100), sorted.get(count * 99 / 100));
        }

        @Override
        public String toString() {
            return "%5d requests%s  p50 %6.1f  p95 %6.1f  p99 %6.1f ms"
                    .formatted(count, refused == 0 ? "" : ", " + refused + " REFUSED", median, p95, p99);
        }
    }

    record Visitor(String base, HttpClient client) {

        private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

        static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        void choosePassword(String link, String password) throws IOException, InterruptedException {
            var path = URI.create(link).getPath();
            post(path, path, "password=" + encoded(password));
        }

        void post(String page, String path, String form) throws IOException, InterruptedException {
            var token = TOKEN.matcher(get(page));
            if (!token.find()) throw new IllegalStateException("No form at " + page);
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(base + path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + encoded(token.group(1)) + "&" + form))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200)
                throw new IllegalStateException(path + " " + answer.statusCode() + answer.body());
        }

        /// False when the program was too busy (503); anything else that is not the page ends the run.
        boolean opens(String path) throws IOException, InterruptedException {
            var answer = answer(path);
            if (answer.statusCode() != 200 && answer.statusCode() != 503)
                throw new IllegalStateException(path + " " + answer.statusCode());
            return answer.statusCode() == 200;
        }

        private HttpResponse<String> answer(String path) throws IOException, InterruptedException {
            return client.send(
                    HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofString());
        }

        String get(String path) throws IOException, InterruptedException {
            var answer = answer(path);
            if (answer.statusCode() != 200) throw new IllegalStateException(path + " " + answer.statusCode());
            return answer.body();
        }
    }
}
