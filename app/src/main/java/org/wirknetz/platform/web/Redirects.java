package org.wirknetz.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.wirknetz.platform.Scope;
import org.wirknetz.platform.Words;

/// The answer after a write: to the next page, with a sentence there and the offer to take the change back.
@Component
public class Redirects {

    private final Words words;

    Redirects(Words words) {
        this.words = words;
    }

    /// @param key the words that say what was done, such as `directory.organisation.saved`
    public String done(HttpServletRequest request, String target, String key, Object... values) {
        return done(request, target, false, key, values);
    }

    /// After a change was taken back: the offer is to do it again.
    public String takenBack(HttpServletRequest request, String target, String key) {
        return done(request, target, true, key);
    }

    private String done(HttpServletRequest request, String target, boolean again, String key, Object... values) {
        var locale = Words.closest(RequestContextUtils.getLocale(request));
        var undo = Scope.current()
                .lastChange()
                .map(change -> change.value().toString())
                .orElse(null);
        RequestContextUtils.getOutputFlashMap(request)
                .put("flash", new Flash(words.say(locale, key, values), undo, again));
        return "redirect:" + plain(target);
    }

    /// A sentence on the next page without anything to take back.
    public String told(HttpServletRequest request, String target, String key, Object... values) {
        var locale = Words.closest(RequestContextUtils.getLocale(request));
        RequestContextUtils.getOutputFlashMap(request).put("flash", new Flash(words.say(locale, key, values), null));
        return "redirect:" + plain(target);
    }

    /// A sentence in the language of the one who asks: titles of pages, problems of forms.
    public String say(HttpServletRequest request, String key, Object... values) {
        return words.say(Words.closest(RequestContextUtils.getLocale(request)), key, values);
    }

    /// A way back that somebody sent may hold braces, which mean something else to a redirect.
    private static String plain(String target) {
        return target.replace("{", "%7B").replace("}", "%7D");
    }
}
