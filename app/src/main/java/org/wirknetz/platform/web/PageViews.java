package org.wirknetz.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/// `directory/organisations` is the template `org/wirknetz/directory/web/organisations.jte`, beside its controller.
@Component("pageViews")
class PageViews implements ViewResolver, Ordered {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Frames frames;

    PageViews(Frames frames) {
        this.frames = frames;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        var slash = name.indexOf('/');
        if (slash < 0 || name.contains(":")) return null;
        var template = "org/wirknetz/" + name.substring(0, slash) + "/web/" + name.substring(slash + 1) + ".jte";
        return engine.hasTemplate(template) ? new PageView(engine, frames, template) : null;
    }

    @Override
    public int getOrder() {
        return 0;
    }
}
