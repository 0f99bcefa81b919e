package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirknetz.networkcheck.Anchoring;
import org.wirknetz.networkcheck.Proofs;

/// The ladder of one partner, and what it has told of itself.
///
/// @param rungs the easiest first
/// @param falls what would go with whom, one sentence each
/// @param proofs the newest first
/// @param keeps whether the reader may tell a proof and take one away
public record LadderPage(
        Anchoring.Partner partner,
        String sentence,
        List<Rung> rungs,
        List<String> falls,
        List<Proofs.Told> proofs,
        boolean keeps,
        LocalDate today) {

    /// @param next whether it is the next easiest
    /// @param until the day from which it is no longer there; null where it has no end, or is not there
    /// @param step what to do for it
    public record Rung(
            Anchoring.Sign sign,
            boolean there,
            boolean next,
            @Nullable LocalDate until,
            StepsPage.Action step) {}
}
