package org.wirknetz.agreements;

/// Where an agreement stands (German: *Stand*); it follows from dates, see `agreements.standing` in the database.
public enum Standing {
    DRAFT,
    NEGOTIATION,
    OFFERED,
    CONCLUDED,
    ENDED,
    EXPIRED;

    /// Whether its text may still change.
    public boolean isOpen() {
        return this == DRAFT || this == NEGOTIATION || this == OFFERED;
    }
}
