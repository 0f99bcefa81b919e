package org.wirknetz.networkcheck;

import java.util.UUID;

/// A tie somebody wants to enter.
///
/// @param saidBy which sides stand by it: at least one
public record NewTie(UUID from, UUID to, TieTerms terms, SaidBy saidBy) {

    /// Whose word it is.
    public enum SaidBy {
        FROM,
        TO,
        BOTH
    }
}
