package org.wirknetz.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Light, dark, or as the device: kept in a cookie that the next page reads before it is drawn, so that nothing
/// flashes.
/// With script the page sets the same cookie itself and this address is never asked.
@Controller
class AppearanceController {

    @PostMapping("/appearance")
    ResponseEntity<Void> choose(
            @RequestParam String theme, @RequestParam(defaultValue = "/") String back, HttpServletRequest request) {
        var known = theme.equals("light") || theme.equals("dark");
        var cookie = ResponseCookie.from("theme", known ? theme : "auto")
                .path("/")
                .maxAge(Duration.ofDays(365))
                .sameSite("Lax")
                .secure(request.isSecure())
                .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .header(HttpHeaders.LOCATION, within(back))
                .build();
    }

    /// Never to another site: browsers leave tabs and line ends out before they read an address.
    private static String within(String back) {
        boolean plain = back.chars().allMatch(it -> it > ' ' && it < 0x7f && it != '\\');
        return plain && back.startsWith("/") && !back.startsWith("//") ? back : "/";
    }
}
