package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirknetz.networkcheck.Funds;

/// What the network lives on, and what that means.
///
/// @param measure what the check says of it today
/// @param running lines that hold today
/// @param others those that are over or have not begun
/// @param changed the line that is being changed; null where a new one is
public record FundingPage(
        LocalDate today,
        CheckPage.Block measure,
        List<Funds.Line> running,
        List<Funds.Line> others,
        Funds.@Nullable Line changed) {}
