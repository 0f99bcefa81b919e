package org.wirknetz.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.wirknetz.platform.Words;

class DatabaseAwayTests {

    private final DatabaseAway away = new DatabaseAway(new PlainPage(new Words(), new Assets()));

    @Test
    void a_broken_connection_becomes_503_with_a_sentence_and_a_time() throws Exception {
        var request = new MockHttpServletRequest("GET", "/w/lindenfurt");
        request.addPreferredLocale(Locale.GERMAN);
        var response = new MockHttpServletResponse();
        away.doFilter(request, response, (asked, answer) -> {
            throw new IllegalStateException(new SQLException("terminating connection", "57P01"));
        });
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
        assertThat(response.getContentAsString()).contains("Datenbank").doesNotContain("terminating");
    }

    @Test
    void a_program_gets_problem_details() throws Exception {
        var request = new MockHttpServletRequest("GET", "/api/v1/networks/lindenfurt/people");
        var response = new MockHttpServletResponse();
        away.doFilter(request, response, (asked, answer) -> {
            throw new IllegalStateException(new java.sql.SQLTransientConnectionException("timeout"));
        });
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentType()).startsWith("application/problem+json");
    }

    @Test
    void any_other_failure_is_not_hidden() {
        assertThatThrownBy(() ->
                        away.doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), (asked, answer) -> {
                            throw new IllegalStateException(new SQLException("syntax", "42601"));
                        }))
                .isInstanceOf(IllegalStateException.class);
    }
}
