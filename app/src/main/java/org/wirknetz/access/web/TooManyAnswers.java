package org.wirknetz.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.TooManyAttempts;
import org.wirknetz.platform.web.Redirects;

/// 429, with the seconds to wait: the same for everybody, whoever they tried to be.
@ControllerAdvice(basePackages = "org.wirknetz")
class TooManyAnswers {

    private final Redirects redirects;

    TooManyAnswers(Redirects redirects) {
        this.redirects = redirects;
    }

    @ExceptionHandler
    ModelAndView tooMany(TooManyAttempts attempts, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Retry-After", String.valueOf(attempts.seconds()));
        return new ModelAndView(
                "access/wait",
                Map.of("title", redirects.say(request, "error.429.title"), "seconds", attempts.seconds()),
                HttpStatus.TOO_MANY_REQUESTS);
    }
}
