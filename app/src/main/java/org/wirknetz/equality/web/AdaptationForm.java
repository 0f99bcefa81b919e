package org.wirknetz.equality.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.equality.Adaptations;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Desk;

/// What can be chosen and what stands there where an adaptation is written down.
///
/// @param groups nothing where it stands for one already
/// @param version the one that is shown; 0 for a new one
public record AdaptationForm(
        List<Choice> groups,
        List<Choice> organisations,
        List<Choice> results,
        String edition,
        String note,
        String on,
        String tried,
        String participants,
        String trialNote,
        int version) {

    static final AdaptationForm NONE = new AdaptationForm(List.of(), List.of(), List.of(), "", "", "", "", "", "", 0);

    /// @param owner who is proposed as the one that adapted it
    static AdaptationForm of(
            JdbcClient db, Desk desk, List<Choice> groups, Adaptations.@Nullable Kept kept, @Nullable UUID owner) {
        var organisations = InstrumentForm.organisations(
                db, desk, kept == null ? owner : kept.organisation(), desk.say("equality.adaptation.unsaid"));
        var results = results(desk, kept == null ? null : kept.result());
        if (kept == null)
            return new AdaptationForm(
                    groups, organisations, results, "", "", desk.today().toString(), "", "", "", 0);
        return new AdaptationForm(
                groups,
                organisations,
                results,
                kept.edition(),
                kept.note(),
                kept.adaptedOn().toString(),
                written(kept.triedOn()),
                kept.participants() == null ? "" : String.valueOf(kept.participants()),
                Objects.requireNonNullElse(kept.trialNote(), ""),
                kept.version());
    }

    private static String written(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static List<Choice> results(Desk desk, Adaptations.@Nullable Result chosen) {
        var results =
                new ArrayList<>(List.of(new Choice("", desk.say("equality.adaptation.NOT_TRIED"), chosen == null)));
        Arrays.stream(Adaptations.Result.values())
                .map(it -> new Choice(it.name(), desk.say("equality.adaptation." + it), it == chosen))
                .forEach(results::add);
        return List.copyOf(results);
    }
}
