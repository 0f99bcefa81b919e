package org.wirknetz.agreements.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// What somebody asks of the list of agreements: the parameters of its address, checked.
///
/// @param q words that title and names of the parties must contain
/// @param standing a [org.wirknetz.agreements.Standing], `open`, or empty for all
/// @param binding a step of the ladder, or empty
/// @param within days until the end; empty for all
record AgreementsQuestion(
        String path,
        String q,
        String standing,
        String form,
        String binding,
        String within,
        @Nullable UUID organisation,
        String sort,
        int page,
        LocalDate asOf) {

    static final int SIZE = 50;

    private static final Map<String, String> COLUMNS = Map.of(
            "title", "platform.fold(a.title)",
            "parties", "platform.fold(a.names)",
            "standing", "a.standing",
            "binding", "a.binding",
            "form", "a.form",
            "from", "a.valid_from",
            "until", "a.valid_to");

    static AgreementsQuestion of(String path, Map<String, String> given, LocalDate asOf) {
        var q = given.getOrDefault("q", "").strip();
        return new AgreementsQuestion(
                path,
                q.length() > 100 ? q.substring(0, 100) : q,
                oneOf(
                        given.get("standing"),
                        Set.of("DRAFT", "NEGOTIATION", "OFFERED", "CONCLUDED", "ENDED", "EXPIRED", "open")),
                oneOf(given.get("form"), Set.of("COMPLEMENTARY", "SUPPORTIVE", "INTEGRATIVE")),
                oneOf(given.get("binding"), Set.of("0", "1", "2", "3", "4", "5")),
                oneOf(given.get("within"), Set.of("30", "90", "365")),
                uuid(given.get("organisation")),
                COLUMNS.containsKey(given.getOrDefault("sort", "until").replaceFirst("^-", ""))
                        ? given.getOrDefault("sort", "until")
                        : "until",
                number(given.get("page")),
                asOf);
    }

    /// Only names from the list above ever reach the statement.
    String order() {
        var column = COLUMNS.getOrDefault(sort.replaceFirst("^-", ""), "a.valid_to");
        return column + (sort.startsWith("-") ? " desc nulls last" : " asc nulls last")
                + ", platform.fold(a.title), a.id";
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
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("q", q);
        parameters.put("standing", standing);
        parameters.put("form", form);
        parameters.put("binding", binding);
        parameters.put("within", within);
        parameters.put("organisation", organisation == null ? "" : organisation.toString());
        parameters.put("sort", sort.equals("until") ? "" : sort);
        return parameters;
    }

    boolean narrows() {
        return parameters().entrySet().stream()
                .anyMatch(it -> !it.getKey().equals("sort") && !it.getValue().isEmpty());
    }

    private static String oneOf(@Nullable String value, Set<String> known) {
        return value != null && known.contains(value) ? value : "";
    }

    private static @Nullable UUID uuid(@Nullable String value) {
        return value == null ? null : AgreementForm.id(value);
    }

    private static int number(@Nullable String value) {
        return value != null && value.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(value) : 1;
    }
}
