package org.wirknetz.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;

/// `/api/v1/networks/{network}/{resource}`: list, read, create, change, remove. Permission is asked before
/// anything is
/// read or written.
@RestController
@RequestMapping("/api/v1/networks/{network}")
class ApiController {

    private static final int MOST = 500;
    static final Set<String> NOT_FILTERS = Set.of("limit", "cursor", "lang");

    private final Resources resources;
    private final Records records;

    ApiController(Resources resources, Records records) {
        this.resources = resources;
        this.records = records;
    }

    @GetMapping("/{resource:[a-z-]+}")
    ResponseEntity<String> list(
            Visitor visitor,
            @PathVariable String resource,
            @RequestParam(defaultValue = "100") String limit,
            @RequestParam(defaultValue = "") String cursor,
            HttpServletRequest request) {
        var kind = resources.named(resource);
        Forbidden.unless(kind.mayRead().test(visitor));
        int most = limit(limit);
        var found = records.list(kind, visitor, filters(kind, request), after(cursor), most + 1);
        var page = found.subList(0, Math.min(most, found.size()));
        var next = found.size() > most ? "\"" + cursor(page.getLast().id()) + "\"" : "null";
        var items = page.stream().map(Records.Shown::json).collect(Collectors.joining(","));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"items\":[" + items + "],\"next\":" + next + "}");
    }

    static int limit(String typed) {
        try {
            int limit = Integer.parseInt(typed);
            if (limit >= 1 && limit <= MOST) return limit;
        } catch (NumberFormatException notANumber) {
            throw new Invalid(400, "limit", "api.limit", MOST);
        }
        throw new Invalid(400, "limit", "api.limit", MOST);
    }

    private static Map<Field, String> filters(Resource kind, HttpServletRequest request) {
        var filters = new LinkedHashMap<Field, String>();
        request.getParameterMap().forEach((name, values) -> {
            if (NOT_FILTERS.contains(name)) return;
            var field = kind.field(name)
                    .filter(it -> it.type().filters && it.shown())
                    .orElseThrow(() -> new Invalid(400, name, "api.unknown-filter"));
            if (values.length != 1) throw new Invalid(400, name, "api.one-value");
            filters.put(field, values[0]);
        });
        return filters;
    }

    static String cursor(UUID last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(last.toString().getBytes(StandardCharsets.US_ASCII));
    }

    static @Nullable UUID after(String cursor) {
        if (cursor.isEmpty()) return null;
        try {
            return UUID.fromString(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException invented) {
            throw new Invalid(400, "cursor", "api.cursor");
        }
    }

    @GetMapping("/{resource:[a-z-]+}/{id:[0-9a-f-]{36}}")
    ResponseEntity<String> show(
            Visitor visitor,
            @PathVariable String resource,
            @PathVariable UUID id,
            @RequestHeader(value = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
        var kind = resources.named(resource);
        Forbidden.unless(kind.mayRead().test(visitor));
        var shown = records.find(kind, visitor, id).orElseThrow(NotFound::new);
        if (known != null && known.contains(shown.tag()))
            return ResponseEntity.status(304).eTag(shown.tag()).build();
        return ResponseEntity.ok()
                .eTag(shown.tag())
                .contentType(MediaType.APPLICATION_JSON)
                .body(shown.json());
    }

    @PostMapping("/{resource:[a-z-]+}")
    ResponseEntity<String> create(
            Visitor visitor,
            @PathVariable String resource,
            @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request)
            throws IOException {
        var kind = resources.named(resource);
        Forbidden.unless(kind.opensTo(visitor));
        var body = Bodies.read(request.getInputStream());
        var values = Bodies.values(kind, body, true);
        var place = "/api/v1/networks/" + visitor.slug() + "/" + kind.name();
        if (key == null) {
            var id = records.create(kind, visitor, values);
            return created(records.made(kind, visitor, id), place + "/" + id);
        }
        if (key.isBlank() || key.length() > 200) throw new Invalid(400, "Idempotency-Key", "api.key");
        return once(visitor, kind, values, key, hash(kind.name() + body), place);
    }

    private ResponseEntity<String> once(
            Visitor visitor,
            Resource kind,
            Map<Field, @Nullable Object> values,
            String key,
            String request,
            String place) {
        var before = records.answer(visitor, key);
        if (before.isEmpty()) {
            try {
                var shown = records.createOnce(kind, visitor, values, key, request, place);
                return created(shown, place + "/" + shown.id());
            } catch (DuplicateKeyException perhapsAtTheSameMoment) {
                before = records.answer(visitor, key);
                if (before.isEmpty()) throw perhapsAtTheSameMoment;
            }
        }
        var answer = before.get();
        if (!answer.request().equals(request)) throw new Invalid(422, "Idempotency-Key", "api.key-used");
        return ResponseEntity.created(URI.create(answer.location()))
                .eTag(answer.tag())
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer.body());
    }

    private static ResponseEntity<String> created(Records.Shown shown, String place) {
        return ResponseEntity.created(URI.create(place))
                .eTag(shown.tag())
                .contentType(MediaType.APPLICATION_JSON)
                .body(shown.json());
    }

    /// Merge patch (RFC 7396): only what is sent changes; null empties a field.
    @PatchMapping("/{resource:[a-z-]+}/{id:[0-9a-f-]{36}}")
    ResponseEntity<String> change(
            Visitor visitor,
            @PathVariable String resource,
            @PathVariable UUID id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String expected,
            HttpServletRequest request)
            throws IOException {
        var kind = resources.named(resource);
        Forbidden.unless(kind.opensTo(visitor));
        require(kind, visitor, id);
        var values = Bodies.values(kind, Bodies.read(request.getInputStream()), false);
        if (!records.change(kind, visitor, id, values, tag(expected)))
            throw new Invalid(412, "If-Match", "api.changed");
        // Whoever ends the last post of somebody sees them no longer.
        return records.find(kind, visitor, id)
                .map(shown -> ResponseEntity.ok()
                        .eTag(shown.tag())
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(shown.json()))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @DeleteMapping("/{resource:[a-z-]+}/{id:[0-9a-f-]{36}}")
    ResponseEntity<Void> remove(
            Visitor visitor,
            @PathVariable String resource,
            @PathVariable UUID id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String expected) {
        var kind = resources.named(resource);
        Forbidden.unless(kind.opensTo(visitor));
        require(kind, visitor, id);
        if (!records.remove(kind, visitor, id, tag(expected))) throw new Invalid(412, "If-Match", "api.changed");
        return ResponseEntity.noContent().build();
    }

    /// What a visitor cannot see, they cannot change: to them it is not there.
    private void require(Resource kind, Visitor visitor, UUID id) {
        if (records.find(kind, visitor, id).isEmpty()) throw new NotFound();
    }

    private static @Nullable String tag(@Nullable String header) {
        return header == null || header.equals("*")
                ? null
                : header.replace("W/", "").replace("\"", "").strip();
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
