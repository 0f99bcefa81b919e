package org.wirknetz.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import org.wirknetz.access.Doors;
import org.wirknetz.access.Recently;

/// Asks for a fresh sign-in by leading through the front door and back: every way in will do.
@ControllerAdvice(basePackages = "org.wirknetz")
@Order(Ordered.HIGHEST_PRECEDENCE)
class SignInAgainAnswers {

    @ExceptionHandler
    @Nullable
    ModelAndView again(Recently.SignInAgain again, HttpServletRequest request, HttpServletResponse response) {
        var address = UriComponentsBuilder.fromPath("/sign-in")
                .queryParam("again")
                .queryParam("to", "{to}")
                .encode()
                .buildAndExpand(Doors.within(again.to()))
                .toUriString();
        if (String.valueOf(request.getHeader("Accept")).startsWith("application/json")) {
            response.setStatus(401);
            return null;
        }
        return new ModelAndView("redirect:" + address);
    }
}
