package org.wirknetz.directory.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// What a list was asked for. Its address is its memory: every filter, order and column choice is a link that can be
/// kept.
///
/// @param path of the list, such as `/w/lindenfurt/organisations`
/// @param given only known parameters with something in them
public record ListQuestion(String path, Map<String, String> given) {

    private static final int LONGEST = 300;

    static ListQuestion of(String path, Map<String, String> parameters, Set<String> known) {
        var given = new LinkedHashMap<String, String>();
        parameters.forEach((name, value) -> {
            if (known.contains(name) && !value.isBlank() && value.length() <= LONGEST) given.put(name, value.strip());
        });
        return new ListQuestion(path, given);
    }

    public String get(String name) {
        return given.getOrDefault(name, "");
    }

    public boolean has(String name) {
        return given.containsKey(name);
    }

    public boolean hasAny(String... names) {
        for (var name : names) if (has(name)) return true;
        return false;
    }

    /// An identity that was asked for; what is no identity finds nothing.
    Optional<UUID> id(String name) {
        try {
            return has(name) ? Optional.of(UUID.fromString(get(name))) : Optional.empty();
        } catch (IllegalArgumentException notAnIdentity) {
            return Optional.of(new UUID(0, 0));
        }
    }

    public int page() {
        var asked = get("page");
        return asked.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(asked) : 1;
    }

    /// The order: the name of a column, with `-` before it from last to first.
    String sort(Set<String> known, String otherwise) {
        var column = get("sort").replaceFirst("^-", "");
        return known.contains(column) ? column : otherwise;
    }

    public boolean descending() {
        return get("sort").startsWith("-");
    }

    /// The address of the same list with one thing changed; it starts again at page one.
    public String with(String name, Object value) {
        var changed = new LinkedHashMap<>(given);
        changed.remove("page");
        changed.remove(name);
        var text = value.toString();
        if (!text.isEmpty()) changed.put(name, text);
        return address(changed);
    }

    public String without(String name) {
        return with(name, "");
    }

    public String at(int page) {
        var changed = new LinkedHashMap<>(given);
        changed.put("page", String.valueOf(page));
        return address(changed);
    }

    public String here() {
        return address(given);
    }

    /// The parameters alone, to be kept as a view.
    public String query() {
        var kept = new LinkedHashMap<>(given);
        kept.remove("page");
        return encoded(kept);
    }

    /// The address of exactly this list in another form, such as `.csv`.
    public String as(String ending) {
        var query = query();
        return path + ending + (query.isEmpty() ? "" : "?" + query);
    }

    private String address(Map<String, String> parameters) {
        return parameters.isEmpty() ? path : path + "?" + encoded(parameters);
    }

    private static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
