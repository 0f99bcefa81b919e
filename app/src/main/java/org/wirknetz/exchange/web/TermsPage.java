package org.wirknetz.exchange.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.web.Problem;

/// The words of the field, and the list somebody is about to paste.
public record TermsPage(String sentence, List<Row> rows, String typed, List<Problem> problems) {

    public record Row(UUID id, String label, String synonyms, String broader, String scheme, String code) {}

    public @Nullable String error(String field) {
        return problems.stream()
                .filter(it -> it.field().equals(field))
                .map(Problem::sentence)
                .findFirst()
                .orElse(null);
    }
}
