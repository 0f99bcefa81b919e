package org.wirknetz.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Words;

/// Turns what went wrong into a page with a true status code and a way out.
@ControllerAdvice(basePackages = "org.wirknetz", annotations = org.springframework.stereotype.Controller.class)
class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private final Words words;

    Answers(Words words) {
        this.words = words;
    }

    @ExceptionHandler
    ModelAndView refused(Refused refused, HttpServletRequest request) {
        return page(HttpStatus.CONFLICT, request, words.say(locale(request), refused.key(), refused.values()));
    }

    @ExceptionHandler
    ModelAndView changedMeanwhile(OptimisticLockingFailureException stale, HttpServletRequest request) {
        return page(HttpStatus.CONFLICT, request, words.say(locale(request), "platform.changed-meanwhile"));
    }

    /// The last of several who keep the rules: what was sent names something that is not there (any more), or
    /// breaks a
    /// rule
    /// that the database holds. Whoever used the page as it is gets a sentence of the form itself before.
    @ExceptionHandler
    ModelAndView againstARule(DataIntegrityViolationException refused, HttpServletRequest request) {
        LOG.info("The database refused what was sent: {}", refused.getClass().getSimpleName());
        return page(HttpStatus.CONFLICT, request, words.say(locale(request), "platform.against-a-rule"));
    }

    @ExceptionHandler({NotFound.class, NoResourceFoundException.class, MethodArgumentTypeMismatchException.class})
    ModelAndView notFound(HttpServletRequest request) {
        return page(HttpStatus.NOT_FOUND, request, "");
    }

    @ExceptionHandler
    ModelAndView forbidden(Forbidden forbidden, HttpServletRequest request) {
        return page(HttpStatus.FORBIDDEN, request, "");
    }

    private ModelAndView page(HttpStatus status, HttpServletRequest request, String sentence) {
        var view = request.getHeader("HX-Request") == null ? "platform/error" : "platform/error-fragment";
        return new ModelAndView(
                view,
                Map.of(
                        "error",
                        new ErrorPage(status.value(), sentence, ErrorPage.reference(request)),
                        "title",
                        words.say(locale(request), "error." + status.value() + ".title")),
                status);
    }

    private static Locale locale(HttpServletRequest request) {
        return Words.closest(RequestContextUtils.getLocale(request));
    }
}
