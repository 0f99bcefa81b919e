package org.wirknetz.exchange.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Problem;

/// One contribution: what is said about it, whose word is awaited, and the form to enter or correct it.
///
/// @param row null while it is new
/// @param own the side one speaks for; one choice is no question
/// @param recent with whom one dealt last
public record ContributionPage(
        ContributionRows.@Nullable Row row,
        String title,
        String sentence,
        ContributionForm form,
        List<Problem> problems,
        List<Choice> own,
        List<Choice> recent,
        List<Choice> others,
        List<Choice> directions,
        List<Choice> efforts,
        List<Choice> requests,
        List<String> kinds,
        String action,
        boolean office,
        boolean mayAnswer,
        boolean mayCorrect,
        boolean mayWithdraw,
        boolean mayGift) {

    public @Nullable String error(String field) {
        return problems.stream()
                .filter(it -> it.field().equals(field))
                .map(Problem::sentence)
                .findFirst()
                .orElse(null);
    }

    public boolean detailsOpen() {
        return row != null || error("hours") != null || error("givenOn") != null;
    }
}
