package org.wirknetz.tasks;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is written down about a decision.
///
/// @param mandateBasis by what right it was decided, such as "§ 5 der Geschäftsordnung"; null: without a mandate
/// @param organisation who sees to it; null: the office
/// @param due until when it is put into practice; null when there is nothing to do but to keep to it
/// @param sphere null where nobody has said
/// @param funding money is given or taken by it
public record DecisionEntry(
        String title,
        @Nullable String body,
        @Nullable String mandateBasis,
        LocalDate decidedOn,
        @Nullable UUID group,
        @Nullable UUID meeting,
        @Nullable UUID organisation,
        @Nullable UUID person,
        @Nullable LocalDate due,
        @Nullable Sphere sphere,
        Disclosure disclosure,
        boolean funding) {

    /// @throws org.wirknetz.platform.Refused when the title is missing or a text is too long
    public DecisionEntry {
        title = Texts.needed(title, 300, "tasks.title-missing");
        body = Texts.clean(body, 8000);
        mandateBasis = Texts.clean(mandateBasis, 1000);
        Days.require(decidedOn);
        Days.require(due);
    }

    /// Decided in a meeting; read by its body until somebody discloses it.
    public static DecisionEntry of(
            String title, @Nullable String body, LocalDate decidedOn, @Nullable UUID group, @Nullable UUID meeting) {
        return new DecisionEntry(
                title, body, null, decidedOn, group, meeting, null, null, null, null, Disclosure.BODY, false);
    }
}
