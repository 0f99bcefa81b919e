package org.wirknetz.exchange.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Problem;

/// The form of one need, offer or interest.
///
/// @param row null while it is new
public record ListingPage(
        ListingRows.@Nullable Row row,
        String shelf,
        String title,
        ListingForm form,
        List<Problem> problems,
        List<Choice> organisations,
        List<Choice> sorts,
        List<Choice> areas,
        List<Choice> visibilities,
        List<Choice> stances,
        List<String> topics,
        String action,
        String back) {

    public @Nullable String error(String field) {
        return problems.stream()
                .filter(it -> it.field().equals(field))
                .map(Problem::sentence)
                .findFirst()
                .orElse(null);
    }
}
