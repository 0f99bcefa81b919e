package org.wirknetz.api;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// What is worked out rather than kept as rows, answered as every other record is: a tag, and lists by pages.
final class Answered {

    private Answered() {}

    /// @return 304 where the caller has this very answer
    static ResponseEntity<byte[]> document(Object document, HttpServletRequest request) {
        var body = Bodies.MAPPER.writeValueAsBytes(document);
        var tag = "\"" + digest(body) + "\"";
        var known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (known != null && known.contains(tag))
            return ResponseEntity.status(304).eTag(tag).build();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .eTag(tag)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    /// A page of a list that is short enough to be read whole.
    ///
    /// @param id of an entry, by which the next page is found
    static <T> ResponseEntity<byte[]> list(
            List<T> all,
            Function<T, UUID> id,
            Function<T, Map<String, @Nullable Object>> told,
            HttpServletRequest request) {
        request.getParameterMap().keySet().stream()
                .filter(it -> !it.startsWith("_") && !ApiController.NOT_FILTERS.contains(it))
                .findFirst()
                .ifPresent(it -> {
                    throw new Invalid(400, it, "api.unknown-filter");
                });
        int most = ApiController.limit(or(request.getParameter("limit"), "100"));
        var after = ApiController.after(or(request.getParameter("cursor"), ""));
        int from = 0;
        if (after != null) {
            while (from < all.size() && !id.apply(all.get(from)).equals(after)) from++;
            if (from == all.size()) throw new Invalid(400, "cursor", "api.cursor");
            from++;
        }
        int to = Math.min(all.size(), from + most);
        var page = new LinkedHashMap<String, @Nullable Object>();
        page.put("items", all.subList(from, to).stream().map(told).toList());
        page.put("next", to < all.size() ? ApiController.cursor(id.apply(all.get(to - 1))) : null);
        return document(page, request);
    }

    private static String or(@Nullable String given, String otherwise) {
        return given == null ? otherwise : given;
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
