package org.wirknetz.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import org.springframework.stereotype.Component;
import org.wirknetz.platform.Words;
import tools.jackson.databind.json.JsonMapper;

/// What the API answers when nobody gets as far as a controller: RFC 9457 problem details, in the caller's language.
@Component
class Problems {

    private final Words words;
    private final JsonMapper json = JsonMapper.builder().build();

    Problems(Words words) {
        this.words = words;
    }

    void write(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        var locale = Words.closest(request.getLocale());
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "about:blank");
        problem.put("title", words.say(locale, "access.problem." + status + ".title"));
        problem.put("status", status);
        problem.put("detail", words.say(locale, "access.problem." + status));
        problem.put("instance", request.getRequestURI());
        response.setStatus(status);
        if (status == 401) response.setHeader("WWW-Authenticate", "Bearer realm=\"wirknetz\"");
        response.setContentType("application/problem+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Language", locale.getLanguage());
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
