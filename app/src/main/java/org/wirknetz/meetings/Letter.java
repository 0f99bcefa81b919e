package org.wirknetz.meetings;

import java.util.List;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;
import org.wirknetz.platform.Words;

/// One letter, written twice at once: as plain text, and as a page without scripts, pictures or anything fetched.
final class Letter {

    private final Words words;
    private final Locale locale;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();

    Letter(Words words, Locale locale) {
        this.words = words;
        this.locale = locale;
    }

    Letter greet(String name) {
        return paragraph(words.say(locale, "meetings.mail.greeting", name));
    }

    Letter say(String key, Object... values) {
        return paragraph(words.say(locale, key, values));
    }

    Letter paragraph(String words) {
        if (words.isBlank()) return this;
        text.append(words.strip()).append("\n\n");
        html.append("<p>").append(escaped(words.strip()).replace("\n", "<br>")).append("</p>");
        return this;
    }

    /// @param field key of the words `meetings.told.…`
    Letter fact(String field, String value) {
        if (value.isBlank()) return this;
        var label = words.say(locale, "meetings.told." + field);
        text.append(label).append(": ").append(value).append("\n");
        html.append("<p><strong>")
                .append(escaped(label))
                .append(":</strong> ")
                .append(escaped(value))
                .append("</p>");
        return this;
    }

    Letter differs(Told.Difference difference) {
        var label = words.say(locale, "meetings.told." + difference.field());
        var sentence = words.say(
                locale, "meetings.mail.differs", label, spoken(difference.before()), spoken(difference.after()));
        if (difference.after() instanceof Boolean) return this;
        return paragraph(sentence);
    }

    private String spoken(Object value) {
        if (value instanceof Slot slot) return When.sentence(words, locale, slot.starts(), slot.ends());
        var said = value.toString().replaceAll("\\s*\\R\\s*", "; ");
        return said.isBlank() ? words.say(locale, "meetings.told.nothing") : said;
    }

    Letter list(List<String> lines) {
        text.append("\n");
        html.append("<ul>");
        for (var line : lines) {
            text.append("- ").append(line).append("\n");
            html.append("<li>").append(escaped(line)).append("</li>");
        }
        text.append("\n");
        html.append("</ul>");
        return this;
    }

    Letter numbered(List<String> lines) {
        if (lines.isEmpty()) return this;
        var label = words.say(locale, "meetings.agenda");
        text.append("\n").append(label).append(":\n");
        html.append("<p><strong>").append(escaped(label)).append("</strong></p><ol>");
        for (int n = 0; n < lines.size(); n++) {
            text.append(n + 1).append(". ").append(lines.get(n)).append("\n");
            html.append("<li>").append(escaped(lines.get(n))).append("</li>");
        }
        html.append("</ol>");
        return this;
    }

    /// The ways to answer. Following one changes nothing yet: scanners follow them all.
    Letter answer(String link) {
        text.append("\n")
                .append(words.say(locale, "meetings.mail.answer"))
                .append("\n")
                .append(link)
                .append("\n\n");
        html.append("<p>");
        for (var answer : Answer.values())
            html.append("<a href=\"")
                    .append(escaped(link + "?answer=" + answer))
                    .append("\">")
                    .append(escaped(words.say(locale, "meetings.answer." + answer)))
                    .append("</a> &nbsp; ");
        html.append("</p>");
        var other = words.say(locale, "meetings.mail.other-language");
        var language = locale.getLanguage().equals("en") ? "de" : "en";
        text.append(other)
                .append(" ")
                .append(link)
                .append("?lang=")
                .append(language)
                .append("\n\n");
        html.append("<p lang=\"")
                .append(language)
                .append("\"><a href=\"")
                .append(escaped(link + "?lang=" + language))
                .append("\">")
                .append(escaped(other))
                .append("</a></p>");
        return this;
    }

    Letter signed(String network) {
        return paragraph(network);
    }

    private static String escaped(String words) {
        return HtmlUtils.htmlEscape(words, "UTF-8");
    }

    String text() {
        return text.toString().length() > 20_000 ? text.substring(0, 20_000) : text.toString();
    }

    String html() {
        return "<!DOCTYPE html><html lang=\"" + locale.getLanguage() + "\"><head><meta charset=\"utf-8\"></head><body>"
                + html + "</body></html>";
    }
}
