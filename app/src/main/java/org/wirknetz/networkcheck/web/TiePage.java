package org.wirknetz.networkcheck.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Deed;
import org.wirknetz.platform.web.Problem;

/// One tie: what is said about it, who stands by it, and the form to change it.
///
/// @param row null while it is new
/// @param confirming the sides this person may still confirm for
public record TiePage(
        TieList.@Nullable Row row,
        String title,
        String sentence,
        TieForm form,
        List<Problem> problems,
        List<Choice> from,
        List<Choice> to,
        List<Choice> kinds,
        List<Choice> strengths,
        List<Choice> forms,
        List<Side> confirming,
        String action,
        boolean mayChange,
        boolean mayWithdraw,
        boolean office,
        String kindName,
        List<Deed> history) {

    public record Side(String organisation, String name) {}

    public @Nullable String error(String field) {
        return form.error(problems, field);
    }
}
