package org.wirknetz.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.wirknetz.platform.Words;

/// An error page that needs nothing but words: no session, no database, no template. Programs get problem details.
@Component
class PlainPage {

    private final Words words;
    private final Assets assets;

    PlainPage(Words words, Assets assets) {
        this.words = words;
        this.assets = assets;
    }

    /// @param status one that has words
    void write(HttpServletResponse response, int status, Locale locale, boolean program) throws IOException {
        ProtectingHeaders.ALL.forEach(response::setHeader);
        response.setContentType(program ? "application/problem+json" : "text/html;charset=UTF-8");
        response.setHeader("Content-Language", locale.getLanguage());
        var body = program ? problem(status, locale) : page(status, locale);
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }

    private String problem(int status, Locale locale) {
        return "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                .formatted(say(locale, status, "title"), status, say(locale, status, "do"));
    }

    private String page(int status, Locale locale) {
        return """
                <!DOCTYPE html>
                <html lang="%s"><head><meta charset="utf-8"><title>%s</title>\
                <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="%s"><link rel="stylesheet" href="%s"></head>
                <body class="public"><main class="stack"><h1>%2$s</h1><p>%s %s</p><p>%s</p><p><a href="/">%s</a></p></main></body></html>
                """.formatted(
                        locale.getLanguage(),
                        say(locale, status, "title"),
                        assets.address("assets/css/tokens.css"),
                        assets.address("assets/css/base.css"),
                        say(locale, status, "sentence"),
                        say(locale, status, "safe"),
                        say(locale, status, "do"),
                        words.say(locale, "error.home"));
    }

    private String say(Locale locale, int status, String what) {
        return words.say(locale, "error." + status + "." + what);
    }
}
