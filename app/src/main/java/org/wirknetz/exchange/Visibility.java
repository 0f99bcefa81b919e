package org.wirknetz.exchange;

/// Who may read a listing besides its own organisation.
public enum Visibility {
    OFFICE,
    NETWORK,
    /// In the network with its name; to the public only as a count of organisations, never with one.
    PUBLIC
}
