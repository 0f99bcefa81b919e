package org.wirknetz.agreements.web;

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
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Words;
import org.wirknetz.platform.web.Crumb;

/// What every page of this module needs: its words, the way to it, the day it shows.
@Component
class AgreementsDesk {

    private final Words words;
    private final Clock clock;

    AgreementsDesk(Words words, Clock clock) {
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

    String date(LocalDate day) {
        var german = locale().equals(Locale.GERMAN);
        return day.format(DateTimeFormatter.ofPattern(german ? "dd.MM.yyyy" : "d MMM yyyy", locale()));
    }

    ModelAndView page(String template, String title, List<Crumb> crumbs, Map<String, ?> model) {
        var all = new HashMap<String, Object>(model);
        all.put("title", title);
        all.put("crumbs", crumbs);
        return new ModelAndView("agreements/" + template, all);
    }

    Crumb agreements(Visitor visitor) {
        return new Crumb(say("agreements.title"), visitor.base() + "/agreements");
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
