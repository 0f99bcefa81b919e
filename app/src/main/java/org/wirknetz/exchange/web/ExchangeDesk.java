package org.wirknetz.exchange.web;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Words;
import org.wirknetz.platform.web.Crumb;

/// What every page of this module needs: its words, the way to it, today.
@Component
class ExchangeDesk {

    private final Words words;
    private final Clock clock;

    ExchangeDesk(Words words, Clock clock) {
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

    /// 3 or 2,5: as much as is known and no more.
    String amount(Number amount) {
        var format = NumberFormat.getNumberInstance(locale());
        format.setMaximumFractionDigits(1);
        return format.format(amount);
    }

    ModelAndView page(String template, String title, List<Crumb> crumbs, Map<String, ?> model) {
        var all = new HashMap<String, Object>(model);
        all.put("title", title);
        all.put("crumbs", crumbs);
        return new ModelAndView("exchange/" + template, all);
    }

    /// A form with holes: the same page, the person's words kept, 422.
    static ModelAndView again(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    Crumb contributions(Visitor visitor) {
        return new Crumb(say("exchange.contributions.title"), visitor.base() + "/contributions");
    }

    static Crumb here(String text) {
        return new Crumb(text, "");
    }

    static @Nullable UUID id(@Nullable String text) {
        if (text == null || !text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) return null;
        return UUID.fromString(text);
    }
}
