package org.wirknetz.directory.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Words;
import org.wirknetz.platform.web.Crumb;

/// What every page of this module needs: a title, the way to it, the day it shows.
@Component
class Desk {

    private final Words words;
    private final Clock clock;

    Desk(Words words, Clock clock) {
        this.words = words;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Locale locale() {
        return Words.closest(LocaleContextHolder.getLocale());
    }

    String say(String key, Object... values) {
        return words.say(locale(), key, values);
    }

    /// 23.11.2026 in German, 23 Nov 2026 in English.
    String date(LocalDate day) {
        var pattern = locale().equals(Locale.GERMAN) ? "dd.MM.yyyy" : "d MMM yyyy";
        return day.format(DateTimeFormatter.ofPattern(pattern, locale()));
    }

    ModelAndView page(String template, String title, List<Crumb> crumbs, Map<String, ?> model) {
        var all = new HashMap<String, Object>(model);
        all.put("title", title);
        all.put("crumbs", crumbs);
        return new ModelAndView("directory/" + template, all);
    }

    /// A form with holes: the same page, the person's words kept, 422.
    ModelAndView again(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    Crumb partners(Visitor visitor) {
        return new Crumb(say("room.partners"), visitor.base() + "/organisations");
    }

    static Crumb here(String text) {
        return new Crumb(text, "");
    }

    /// The day a page shows: today unless another one was asked for, never a day to come.
    LocalDate asOf(@Nullable String typed) {
        if (typed == null || typed.isBlank()) return today();
        try {
            var asked = LocalDate.parse(typed.strip());
            return asked.isAfter(today()) || asked.getYear() < 1900 ? today() : asked;
        } catch (DateTimeParseException notADate) {
            return today();
        }
    }
}
