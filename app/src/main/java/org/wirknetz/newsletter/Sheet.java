package org.wirknetz.newsletter;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import org.wirknetz.platform.Words;

/// What goes out, as a page and as plain text: title, introduction, contributions, and below them why it
/// came, how to end it, and the imprint. One column of ordinary elements in reading order; nothing is fetched
/// from anywhere.
///
/// `{{why}}`, `{{leave}}` and `{{leaveword}}` are filled in for each recipient.
///
/// @param online where the same can be read in a browser; null where it is not open
record Sheet(
        Locale locale,
        String network,
        String title,
        @Nullable String lead,
        List<Part> parts,
        @Nullable String online,
        String imprint) {

    /// @param by name of the organisation it is from, null for the office
    record Part(
            String heading,
            String body,
            @Nullable String link,
            @Nullable String by) {}

    private static final String STYLE = """
            body{margin:0;background:#f2f1ed;color:#1b1b1b;font:16px/1.5 "Fira Sans",system-ui,-apple-system,"Segoe UI",sans-serif}
            main,footer{max-width:600px;margin:0 auto;padding:24px;background:#fff}
            footer{background:#f2f1ed;color:#4a4a4a;font-size:14px}
            h1{font-size:25px;line-height:1.25;margin:0 0 16px}h2{font-size:20px;line-height:1.3;margin:32px 0 8px}
            h3{font-size:16px;margin:16px 0 4px}p,ul,ol{margin:0 0 12px}.from{color:#4a4a4a;margin:0 0 4px}
            a{color:#0b4f8a}blockquote{margin:0 0 12px;padding-left:12px;border-left:3px solid #b8b8b0}
            @media (prefers-color-scheme:dark){body,footer{background:#1b1b1b;color:#d8d8d4}main{background:#262626;color:#f0f0ec}
            .from{color:#c4c4be}a{color:#8fc4f5}}
            """;

    String html(Words words) {
        var page = new StringBuilder(4_000);
        page.append("<!DOCTYPE html>\n<html lang=\"")
                .append(locale.getLanguage())
                .append("\">\n<head>\n");
        page.append("<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
        page.append(escaped(title))
                .append("</title>\n<style>")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<main>\n");
        page.append("<p class=\"from\">").append(escaped(network)).append("</p>\n");
        page.append("<h1>").append(escaped(title)).append("</h1>\n");
        if (lead != null) page.append(rich(lead)).append('\n');
        for (var part : parts) {
            page.append("<h2>").append(escaped(part.heading())).append("</h2>\n");
            if (part.by() != null)
                page.append("<p class=\"from\">").append(escaped(part.by())).append("</p>\n");
            page.append(rich(part.body())).append('\n');
            if (part.link() != null) {
                page.append("<p>")
                        .append(link(part.link(), words.say(locale, "newsletter.sheet.more", part.heading())));
                page.append("</p>\n");
            }
        }
        page.append("</main>\n<footer>\n<p>{{why}}</p>\n<p><a href=\"{{leave}}\">{{leaveword}}</a></p>\n");
        if (online != null) {
            page.append("<p>")
                    .append(link(online, words.say(locale, "newsletter.sheet.online")))
                    .append("</p>\n");
        }
        page.append("<p>")
                .append(escaped(imprint).replaceAll("\\R", "<br>"))
                .append("</p>\n</footer>\n</body>\n</html>\n");
        return page.toString();
    }

    String text(Words words) {
        var page = new StringBuilder(2_000);
        page.append(typed(network)).append("\n").append(typed(title)).append("\n\n");
        if (lead != null) page.append(typed(new RichText(lead).text())).append("\n\n");
        for (var part : parts) {
            page.append("* ").append(typed(part.heading())).append('\n');
            if (part.by() != null) page.append(typed(part.by())).append('\n');
            page.append('\n').append(typed(new RichText(part.body()).text())).append('\n');
            if (part.link() != null) page.append(typed(part.link())).append('\n');
            page.append('\n');
        }
        page.append("-- \n{{why}}\n{{leaveword}}: {{leave}}\n");
        if (online != null)
            page.append(words.say(locale, "newsletter.sheet.online"))
                    .append(": ")
                    .append(online)
                    .append('\n');
        return page.append('\n').append(typed(imprint)).append('\n').toString();
    }

    /// Marks that somebody typed are not ours: filled in, they would hand each reader's secret way to
    /// whatever address the contribution names.
    private static String typed(String text) {
        return text.replace("{{", "{ {");
    }

    /// Marks that somebody typed are not ours.
    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8").replace("{{", "{&#123;");
    }

    private static String rich(String written) {
        return new RichText(written).html().replace("{{", "{&#123;");
    }

    private static String link(String to, String words) {
        return "<a href=\"" + escaped(to) + "\">" + escaped(words) + "</a>";
    }
}
