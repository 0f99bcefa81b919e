package org.wirknetz.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.wirknetz.platform.Words;

/// Requests that reach no page: an unknown address, a verb it does not know, a file too large. People get a page,
/// programs under `/api/` problem details. Without this, Spring answers everybody with JSON.
@ControllerAdvice
@Order(-1)
class StrayRequests {

    private final Words words;

    StrayRequests(Words words) {
        this.words = words;
    }

    /// A form that should bring a file and does not speak of one at all.
    @ExceptionHandler
    Object withoutFile(MultipartException without, HttpServletRequest request) {
        return answer(new ErrorResponseException(HttpStatus.BAD_REQUEST), request);
    }

    @ExceptionHandler({
        NoResourceFoundException.class,
        HttpRequestMethodNotSupportedException.class,
        HttpMediaTypeNotSupportedException.class,
        ServletRequestBindingException.class,
        MaxUploadSizeExceededException.class,
        ErrorResponseException.class
    })
    Object answer(Exception stray, HttpServletRequest request) {
        var problem = (ErrorResponse) stray;
        if (request.getRequestURI().startsWith("/api/"))
            return StrayProblem.of(problem.getStatusCode().value(), problem.getHeaders(), words, request);
        var status = ErrorsController.spoken(problem.getStatusCode().value());
        var locale = Words.closest(RequestContextUtils.getLocale(request));
        return new ModelAndView(
                request.getHeader("HX-Request") == null ? "platform/error" : "platform/error-fragment",
                Map.of(
                        "error",
                        new ErrorPage(status, "", ErrorPage.reference(request)),
                        "title",
                        words.say(locale, "error." + status + ".title")),
                problem.getStatusCode());
    }
}
