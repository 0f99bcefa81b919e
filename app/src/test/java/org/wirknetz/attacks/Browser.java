package org.wirknetz.attacks;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Somebody at a browser without script: keeps cookies, reads forms, follows nothing by itself.
final class Browser {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

    private final String house;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    Browser(String house) {
        this.house = house;
    }

    void signIn(String email, String password) throws Exception {
        send("/sign-in/password", form("/sign-in", "/sign-in/password"), "email", email, "password", password);
    }

    HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(house + path))
                        .header("Accept-Language", "de")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /// The hidden fields of the form on this page that is sent to this address.
    List<String> form(String page, String action) throws Exception {
        return hidden(get(page).body(), action);
    }

    static List<String> hidden(String html, String action) {
        var from = html.indexOf("action=\"" + action + "\"");
        if (from < 0) throw new AssertionError("no form to " + action + ":\n" + html);
        var fields = new ArrayList<String>();
        HIDDEN.matcher(html.substring(from, html.indexOf("</form>", from)))
                .results()
                .forEach(it -> {
                    fields.add(it.group(1));
                    fields.add(it.group(2));
                });
        return fields;
    }

    HttpResponse<String> send(String path, List<String> hidden, String... typed) throws Exception {
        return http.send(request(path, hidden, typed).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String path, List<String> hidden, String... typed) {
        var fields = new ArrayList<>(hidden);
        fields.addAll(List.of(typed));
        var body = new StringBuilder();
        for (int i = 0; i < fields.size(); i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(URLEncoder.encode(fields.get(i), StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(fields.get(i + 1), StandardCharsets.UTF_8));
        }
        return HttpRequest.newBuilder(URI.create(house + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept-Language", "de")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    HttpResponse<String> upload(String path, List<String> hidden, String name, String content) throws Exception {
        var body = new StringBuilder();
        for (int i = 0; i < hidden.size(); i += 2) {
            body.append("--grenze\r\nContent-Disposition: form-data; name=\"" + hidden.get(i) + "\"\r\n\r\n"
                    + hidden.get(i + 1) + "\r\n");
        }
        body.append("--grenze\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--grenze--\r\n");
        return http.send(
                HttpRequest.newBuilder(URI.create(house + path))
                        .header("Content-Type", "multipart/form-data; boundary=grenze")
                        .header("Accept-Language", "de")
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> send(HttpRequest request) throws Exception {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
