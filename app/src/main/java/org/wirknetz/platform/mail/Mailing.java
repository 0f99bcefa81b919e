package org.wirknetz.platform.mail;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/// One content for many. `{{mark}}` in text and HTML stands for a word that each mail has of its own.
///
/// @param senderName stands before our address as the sender
/// @param listId names the list for mail programs (RFC 2919), such as `newsletter.lindenfurt.netz.example`
/// @param html without scripts and without anything fetched from elsewhere; null for plain text only
public record Mailing(
        String senderName,
        @Nullable String replyTo,
        String listId,
        String subject,
        String text,
        @Nullable String html) {

    private static final Pattern MARK = Pattern.compile("\\{\\{([a-z]{1,20})}}");

    Parts filledWith(String @Nullable [] filling) {
        var words = new HashMap<String, String>();
        for (int n = 0; filling != null && n + 1 < filling.length; n += 2) words.put(filling[n], filling[n + 1]);
        return new Parts(fill(text, words, false), html == null ? null : fill(html, words, true), null, null);
    }

    private static String fill(String content, Map<String, String> words, boolean html) {
        return MARK.matcher(content).replaceAll(found -> {
            var word = words.get(found.group(1));
            if (word == null) return Matcher.quoteReplacement(found.group());
            return Matcher.quoteReplacement(html ? HtmlUtils.htmlEscape(word, "UTF-8") : word);
        });
    }
}
