package org.wirknetz.agreements;

/// Who may read a concluded agreement beside the office and its parties (German: *Sichtbarkeit*).
public enum Circle {
    PARTIES,
    NETWORK,
    /// The network and those who pay for it.
    FUNDERS
}
