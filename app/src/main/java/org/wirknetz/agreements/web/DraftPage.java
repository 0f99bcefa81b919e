package org.wirknetz.agreements.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirknetz.agreements.Templates;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Problem;

/// The form of an agreement, new or revised.
///
/// @param version null while it is new
/// @param parties one list of organisations for each place; the last ones are empty
public record DraftPage(
        String title,
        String action,
        String back,
        @Nullable Integer version,
        AgreementForm form,
        List<Problem> problems,
        List<List<Choice>> parties,
        List<Choice> forms,
        List<Choice> bindings,
        List<Choice> levels,
        List<Choice> circles,
        List<Templates.Template> templates) {

    public @Nullable String error(String field) {
        return form.error(problems, field);
    }
}
