package org.wirknetz.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/// What the visitors open, drawn at random.
record Pages(Random random, List<String> cards, List<String> groups, List<String> areas, List<String> typed) {

    enum Kind {
        LIST,
        DEEP,
        SORTED,
        FILTERED,
        BOTH,
        FOUND,
        PEOPLE,
        TIES,
        SEARCH,
        DETAIL
    }

    private static final List<String> SORTS =
            List.of("name", "short_name", "area", "status", "since", "city", "postcode");
    private static final List<String> GAPS = List.of("person", "email", "group", "area");
    private static final List<String> STANDINGS =
            List.of("MEMBER", "ASKED", "DECLINED", "ACTIVE", "DORMANT", "LEFT", "GUEST", "NONE");
    private static final List<String> PEOPLE_SORTS = List.of("name", "email", "informed_on");
    private static final List<String> PEOPLE_FILTERS =
            List.of("", "&standing=present", "&standing=former", "&gap=uninformed", "&gap=email");
    private static final List<String> TIE_SORTS =
            List.of("from", "to", "kind", "strength", "since", "until", "confirmed");
    private static final List<String> TIE_FILTERS = List.of(
            "", "&standing=past", "&standing=all", "&kind=INFO", "&kind=REFERRAL", "&confirmed=both", "&confirmed=one");

    synchronized String next(Kind kind) {
        return "/w/gross/"
                + switch (kind) {
                    case LIST -> "organisations?page=" + (1 + random.nextInt(5));
                    case DEEP -> "organisations" + page(400);
                    case SORTED -> "organisations" + page(400) + sort(SORTS);
                    case FILTERED -> "organisations" + page(60) + filter();
                    case BOTH -> "organisations" + page(60) + filter() + sort(SORTS);
                    case FOUND -> "organisations?q=" + prefix();
                    case PEOPLE -> "people" + page(400) + sort(PEOPLE_SORTS) + any(PEOPLE_FILTERS);
                    case TIES -> "ties" + page(400) + sort(TIE_SORTS) + any(TIE_FILTERS);
                    case SEARCH -> "search?q=" + prefix();
                    case DETAIL -> "organisations/" + any(cards);
                };
    }

    private String page(int most) {
        return "?page=" + (1 + random.nextInt(most));
    }

    private String sort(List<String> columns) {
        return "&sort=" + (random.nextBoolean() ? "-" : "") + any(columns);
    }

    private String filter() {
        return switch (random.nextInt(4)) {
            case 0 -> "&group=" + any(groups);
            case 1 -> "&area=" + any(areas);
            case 2 -> "&status=" + any(STANDINGS);
            default -> "&gap=" + any(GAPS);
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
