package org.wirknetz.platform.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Primary;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.platform.Words;

/// What every page needs, whatever its room: words, the way to it, the day it shows. A room that has more to say has a
/// desk of its own that extends this one.
@Component
@Primary
public class Desk {

    private final Words words;
    private final Clock clock;
    private final String folder;

    @Autowired
    Desk(Words words, Clock clock) {
        this(words, clock, "");
    }

    /// @param folder the module whose templates are meant, such as `directory/`
    protected Desk(Words words, Clock clock, String folder) {
        this.words = words;
        this.clock = clock;
        this.folder = folder;
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /// The language of the one who asks.
    public Locale locale() {
        return Words.closest(LocaleContextHolder.getLocale());
    }

    public Words words() {
        return words;
    }

    /// 23.11.2026 in German, 23 Nov 2026 in English.
    public String date(LocalDate day) {
        var pattern = locale().equals(Locale.GERMAN) ? "dd.MM.yyyy" : "d MMM yyyy";
        return day.format(DateTimeFormatter.ofPattern(pattern, locale()));
    }

    public String say(String key, Object... values) {
        return words.say(locale(), key, values);
    }

    /// @param view the template; with its module where this is not the desk of one, such as `products/product`
    public ModelAndView page(String view, String title, List<Crumb> crumbs, Map<String, ?> model) {
        var all = new HashMap<String, Object>(model);
        all.put("title", title);
        all.put("crumbs", crumbs);
        return new ModelAndView(folder + view, all);
    }

    /// A form with holes: the same page, the person's words kept, 422.
    public ModelAndView again(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /// The last crumb: where one is.
    public static Crumb here(String text) {
        return new Crumb(text, "");
    }

    /// The day a page shows: today unless another one was asked for, never a day to come.
    public LocalDate asOf(@Nullable String typed) {
        if (typed == null || typed.isBlank()) return today();
        try {
            var asked = LocalDate.parse(typed.strip());
            return asked.isAfter(today()) || asked.getYear() < 1900 ? today() : asked;
        } catch (DateTimeParseException notADate) {
            return today();
        }
    }
}
