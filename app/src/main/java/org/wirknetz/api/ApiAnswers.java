package org.wirknetz.api;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Words;

/// Problem details (RFC 9457) in the caller's language for all that an API call may meet.
@RestControllerAdvice(basePackageClasses = ApiAnswers.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiAnswers {

    private final Words words;

    ApiAnswers(Words words) {
        this.words = words;
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> invalid(Invalid invalid, HttpServletRequest request) {
        var answer = problem(invalid.status, words.say(locale(request), invalid.key, invalid.values), request);
        if (invalid.field.isEmpty()) return answer;
        var body = new LinkedHashMap<>(java.util.Objects.requireNonNull(answer.getBody()));
        body.put("field", invalid.field);
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .body(body);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(Refused refused, HttpServletRequest request) {
        return problem(409, words.say(locale(request), refused.key(), refused.values()), request);
    }

    @ExceptionHandler({NotFound.class, MethodArgumentTypeMismatchException.class})
    ResponseEntity<Map<String, Object>> notFound(HttpServletRequest request) {
        return problem(404, words.say(locale(request), "api.not-found"), request);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> forbidden(Forbidden forbidden, HttpServletRequest request) {
        return problem(403, words.say(locale(request), "api.forbidden"), request);
    }

    @ExceptionHandler({CannotCreateTransactionException.class, DataAccessResourceFailureException.class})
    ResponseEntity<Map<String, Object>> away(HttpServletRequest request) {
        return problem(503, words.say(locale(request), "api.away"), request);
    }

    /// Rules that the database keeps: a double key is a conflict, the rest is a value that cannot be.
    @ExceptionHandler
    ResponseEntity<Map<String, Object>> rule(DataIntegrityViolationException broken, HttpServletRequest request) {
        return byState(broken, request);
    }

    /// What a policy or a rule of the database keeps from this caller.
    @ExceptionHandler
    ResponseEntity<Map<String, Object>> policy(BadSqlGrammarException broken, HttpServletRequest request) {
        if (broken.getMostSpecificCause() instanceof SQLException sql && "42501".equals(sql.getSQLState()))
            return problem(403, words.say(locale(request), "api.forbidden"), request);
        throw broken;
    }

    private ResponseEntity<Map<String, Object>> byState(DataAccessException broken, HttpServletRequest request) {
        var state = broken.getMostSpecificCause() instanceof SQLException sql && sql.getSQLState() != null
                ? sql.getSQLState()
                : "";
        return switch (state) {
            case "23505", "23P01" -> problem(409, words.say(locale(request), "api.conflict"), request);
            case "23503" -> problem(409, words.say(locale(request), "api.reference"), request);
            default -> problem(422, words.say(locale(request), "api.rule"), request);
        };
    }

    private ResponseEntity<Map<String, Object>> problem(int status, String detail, HttpServletRequest request) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "about:blank");
        body.put("title", words.say(locale(request), "api.title." + status));
        body.put("status", status);
        body.put("detail", detail);
        body.put("instance", request.getRequestURI());
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    private static Locale locale(HttpServletRequest request) {
        return Words.closest(RequestContextUtils.getLocale(request));
    }
}
