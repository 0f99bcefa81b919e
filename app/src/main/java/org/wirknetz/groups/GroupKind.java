package org.wirknetz.groups;

/// What sort of body it is (German: *Steuerungskreis, Plenum, Arbeitsgruppe, anderes Gremium*).
public enum GroupKind {
    STEERING,
    PLENARY,
    WORKING_GROUP,
    OTHER
}
