package org.wirknetz.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ViewResolver;

/// Shows a page from within a filter, before any controller is asked.
@Component
class Pages {

    private final ViewResolver views;
    private final LocaleResolver locales;

    Pages(@Lazy @Qualifier("pageViews") ViewResolver views, LocaleResolver locales) {
        this.views = views;
        this.locales = locales;
    }

    void show(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            String view,
            Map<String, Object> model) {
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, locales);
        response.setStatus(status);
        try {
            var page = views.resolveViewName(view, locales.resolveLocale(request));
            if (page == null) throw new IllegalStateException("There is no page " + view);
            page.render(model, request, response);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
