package org.wirknetz.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/// What the visitors open, drawn at random.
record Pages(Random random, List<String> cards, List<String> choices, List<String> typed) {

    enum Kind {
        LIST,
        DEEP,
        SORTED,
        FILTERED,
        FOUND,
        SEARCH,
        DETAIL
    }

    private static final List<String> SORTS =
            List.of("name", "short_name", "area", "status", "since", "city", "postcode");
    private static final List<String> GAPS = List.of("person", "email", "group", "area");
    private static final List<String> STANDINGS = List.of("MEMBER", "ACTIVE", "NONE", "GUEST");

    synchronized String next(Kind kind) {
        return "/w/gross/"
                + switch (kind) {
                    case LIST -> "organisations?page=" + (1 + random.nextInt(5));
                    case DEEP -> "organisations?page=" + (1 + random.nextInt(400));
                    case SORTED ->
                        "organisations?sort=" + (random.nextBoolean() ? "-" : "") + any(SORTS) + "&page="
                                + (1 + random.nextInt(400));
                    case FILTERED ->
                        "organisations?"
                                + switch (random.nextInt(4)) {
                                    case 0 -> "group=" + any(choices);
                                    case 1 -> "area=" + any(choices);
                                    case 2 -> "status=" + any(STANDINGS);
                                    default -> "gap=" + any(GAPS);
                                };
                    case FOUND -> "organisations?q=" + prefix();
                    case SEARCH -> "search?q=" + prefix();
                    case DETAIL -> "organisations/" + any(cards);
                };
    }

    /// As it stands in the field while somebody is typing: from the second letter on.
    private String prefix() {
        var word = any(typed);
        return URLEncoder.encode(word.substring(0, 2 + random.nextInt(word.length() - 1)), StandardCharsets.UTF_8);
    }

    private String any(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
