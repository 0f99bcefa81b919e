package org.wirknetz.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.wirknetz.platform.Words;

/// What no controller of the API answered, as problem details (RFC 9457) in the caller's language.
final class StrayProblem {

    private StrayProblem() {}

    /// @param headers such as `Allow`
    static ResponseEntity<Map<String, Object>> of(
            int status, HttpHeaders headers, Words words, HttpServletRequest request) {
        var locale = Words.closest(RequestContextUtils.getLocale(request));
        int spoken = ErrorsController.spoken(status);
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "about:blank");
        body.put("title", words.say(locale, "error." + spoken + ".title"));
        body.put("status", status);
        body.put("detail", words.say(locale, "error." + spoken + ".sentence"));
        body.put("instance", address(request));
        if (status >= 500) body.put("reference", ErrorPage.reference(request));
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    /// What was asked for, also where the answer is given at another address.
    static String address(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                ? asked
                : request.getRequestURI();
    }
}
