package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// What somebody asks of the list of ties: the parameters of its address, checked.
///
/// @param q words that both names together must contain
/// @param kind key of a kind, or empty
/// @param confirmed `both`, `one` or empty
/// @param standing `now` (the day shown), `past` or `all`
/// @param organisation only ties of this one; null for all
/// @param columns beside both names, in the order of [#COLUMNS]
record TiesQuestion(
        String path,
        String q,
        String kind,
        String confirmed,
        String standing,
        @Nullable UUID organisation,
        String sort,
        int page,
        List<String> columns,
        LocalDate asOf) {

    static final int SIZE = 50;
    static final List<String> COLUMNS =
            List.of("kind", "strength", "confirmed", "since", "until", "form", "source", "note");
    static final List<String> USUAL = List.of("kind", "strength", "confirmed", "since", "until");
    private static final Set<String> ORDERS = Set.of("from", "to", "kind", "strength", "since", "until", "confirmed");

    static TiesQuestion of(String path, Map<String, String> given, LocalDate asOf) {
        return new TiesQuestion(
                path,
                cut(given.getOrDefault("q", "").strip(), 100),
                cut(given.getOrDefault("kind", ""), 63),
                oneOf(given.get("confirmed"), Set.of("both", "one"), ""),
                oneOf(given.get("standing"), Set.of("now", "past", "all"), "now"),
                uuid(given.get("organisation")),
                ORDERS.contains(given.getOrDefault("sort", "from").replaceFirst("^-", ""))
                        ? given.getOrDefault("sort", "from")
                        : "from",
                number(given.get("page")),
                columns(given.get("columns")),
                asOf);
    }

    /// The column that orders, without its direction: one of the few there are.
    String order() {
        return sort.replaceFirst("^-", "");
    }

    boolean descending() {
        return sort.startsWith("-");
    }

    /// The address of the same question with one answer changed; an empty value leaves it out.
    String with(String name, String value) {
        var address = UriComponentsBuilder.fromPath(path);
        parameters().forEach((key, is) -> {
            if (!key.equals(name) && !is.isEmpty()) address.queryParam(key, is);
        });
        if (!value.isEmpty()) address.queryParam(name, value);
        return address.build().encode().toUriString();
    }

    String address() {
        return with("page", page > 1 ? String.valueOf(page) : "");
    }

    Map<String, String> parameters() {
        var parameters = new HashMap<String, String>();
        parameters.put("q", q);
        parameters.put("kind", kind);
        parameters.put("confirmed", confirmed);
        parameters.put("standing", standing.equals("now") ? "" : standing);
        parameters.put("organisation", organisation == null ? "" : organisation.toString());
        parameters.put("columns", columns.equals(USUAL) ? "" : columns.isEmpty() ? "none" : String.join(",", columns));
        parameters.put("sort", sort.equals("from") ? "" : sort);
        return parameters;
    }

    boolean narrows() {
        return !q.isEmpty() || !kind.isEmpty() || !confirmed.isEmpty() || organisation != null;
    }

    /// Whether a person has chosen the columns.
    boolean choosesColumns() {
        return !columns.equals(USUAL);
    }

    boolean sortable(String column) {
        return ORDERS.contains(column);
    }

    private static List<String> columns(@Nullable String chosen) {
        if (chosen == null || chosen.isBlank()) return USUAL;
        var wanted = new HashSet<>(List.of(chosen.split(",")));
        return COLUMNS.stream().filter(wanted::contains).toList();
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }

    private static String oneOf(@Nullable String value, Set<String> known, String otherwise) {
        return value != null && known.contains(value) ? value : otherwise;
    }

    private static @Nullable UUID uuid(@Nullable String value) {
        if (value == null || !value.matches("[0-9a-fA-F-]{36}")) return null;
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }

    private static int number(@Nullable String value) {
        return value != null && value.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(value) : 1;
    }
}
