package org.wirknetz.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.WebUtils;
import org.wirknetz.platform.Words;

/// Builds the frame of a page from the request. Filters of `access` leave who is here as request attributes.
@Component
class Frames {

    private final Words words;
    private final Clock clock;
    private final Assets assets;
    private final List<RoomDoor> doors;
    private final SecureRandom random = new SecureRandom();

    Frames(Words words, Clock clock, Assets assets, List<RoomDoor> doors) {
        this.words = words;
        this.clock = clock;
        this.assets = assets;
        this.doors = doors;
    }

    @SuppressWarnings("unchecked")
    Frame of(HttpServletRequest request, Map<String, ?> model) {
        var locale = Words.closest(RequestContextUtils.getLocale(request));
        var network = (NetworkSign) request.getAttribute(NetworkSign.class.getName());
        var signedIn = (SignedIn) request.getAttribute(SignedIn.class.getName());
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        var crumbs = model.get("crumbs");
        return new Frame(
                words,
                locale,
                LocalDate.now(clock),
                path(request),
                theme(request),
                String.valueOf(model.containsKey("title") ? model.get("title") : ""),
                csrf == null ? "" : csrf.getToken(),
                csrf == null ? "_csrf" : csrf.getParameterName(),
                csrf == null ? "X-CSRF-TOKEN" : csrf.getHeaderName(),
                signedIn,
                network,
                network == null || signedIn == null ? List.of() : rooms(request, network),
                network == null || signedIn == null ? List.of() : pages(request, network),
                crumbs == null ? List.of() : (List<Crumb>) crumbs,
                flash(request),
                assets,
                this::formMark);
    }

    private String formMark() {
        var bytes = new byte[18];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private List<Room> rooms(HttpServletRequest request, NetworkSign network) {
        return doors.stream()
                .flatMap(door -> door.doors(request, network.base()).stream())
                .sorted(Comparator.comparingInt(Room::order))
                .collect(Collectors.toMap(Room::key, room -> room, Room::and, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    private List<RoomPage> pages(HttpServletRequest request, NetworkSign network) {
        return doors.stream()
                .flatMap(door -> door.pages(request, network.base()).stream())
                .sorted(Comparator.comparingInt(RoomPage::order))
                .toList();
    }

    private static String path(HttpServletRequest request) {
        var query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static String theme(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, "theme");
        return cookie != null && List.of("light", "dark").contains(cookie.getValue()) ? cookie.getValue() : "auto";
    }

    private static @Nullable Flash flash(HttpServletRequest request) {
        var map = RequestContextUtils.getInputFlashMap(request);
        return map == null ? null : (Flash) map.get("flash");
    }
}
