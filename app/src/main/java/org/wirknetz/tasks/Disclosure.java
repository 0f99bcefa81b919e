package org.wirknetz.tasks;

/// Who reads a decision besides the office and its owners: the members of its body, everybody with a seat, or everybody
/// with a seat and ready to be told outside.
public enum Disclosure {
    BODY,
    NETWORK,
    PUBLIC
}
