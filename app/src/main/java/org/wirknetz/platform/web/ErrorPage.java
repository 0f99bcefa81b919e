package org.wirknetz.platform.web;

import jakarta.servlet.http.HttpServletRequest;

/// What an error page shows.
///
/// @param sentence what happened in the words of the rule that refused; empty shows the status's own sentence
/// @param reference a number to quote, found in the log
public record ErrorPage(int status, String sentence, String reference) {

    static String reference(HttpServletRequest request) {
        var known = request.getAttribute(RequestReference.ATTRIBUTE);
        return known == null ? "" : known.toString();
    }
}
