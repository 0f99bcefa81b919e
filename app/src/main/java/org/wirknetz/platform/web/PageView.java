package org.wirknetz.platform.web;

import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/// Renders one jte template. It is written whole before the first byte leaves, so a failing page is an error page.
class PageView implements View {

    private final TemplateEngine engine;
    private final Frames frames;
    private final String template;

    PageView(TemplateEngine engine, Frames frames, String template) {
        this.engine = engine;
        this.frames = frames;
        this.template = template;
    }

    @Override
    public String getContentType() {
        return "text/html;charset=UTF-8";
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        var given = new HashMap<String, Object>();
        if (model != null) {
            model.forEach((name, value) -> {
                if (!name.contains(".") && value != null) given.put(name, value);
            });
        }
        given.put("frame", frames.of(request, given));
        var output = new gg.jte.output.Utf8ByteOutput();
        engine.render(template, given, output);
        response.setContentType(getContentType());
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream()::write);
    }
}
