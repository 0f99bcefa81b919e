package org.wirknetz.platform.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.wirknetz.platform.Words;

/// The last resort: whatever no controller answered becomes a page with a reference, never a stack trace.
@Controller
class ErrorsController implements ErrorController {

    private static final Set<Integer> SPOKEN = Set.of(400, 403, 404, 405, 409, 413, 422, 429, 500, 503);

    private final Words words;

    ErrorsController(Words words) {
        this.words = words;
    }

    @RequestMapping("${server.error.path:/error}")
    Object error(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader("Content-Security-Policy")) ProtectingHeaders.ALL.forEach(response::setHeader);
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        // Nothing has gone wrong where somebody types this address: there is just no such page.
        int nothing = request.getDispatcherType() == DispatcherType.ERROR ? 500 : 404;
        var status = code instanceof Integer number ? spoken(number) : nothing;
        if (StrayProblem.address(request).startsWith("/api/"))
            return StrayProblem.of(
                    code instanceof Integer number && number >= 400 ? number : status,
                    new HttpHeaders(),
                    words,
                    request);
        var locale = Words.closest(RequestContextUtils.getLocale(request));
        return new ModelAndView(
                "platform/error",
                Map.of(
                        "error",
                        new ErrorPage(status, "", ErrorPage.reference(request)),
                        "title",
                        words.say(locale, "error." + status + ".title")),
                HttpStatus.valueOf(status));
    }

    /// The nearest status that has words.
    static int spoken(int status) {
        if (SPOKEN.contains(status)) return status;
        return status >= 400 && status < 500 ? 400 : 500;
    }
}
