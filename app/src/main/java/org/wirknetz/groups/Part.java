package org.wirknetz.groups;

/// What somebody is in a group. Guests have no vote.
public enum Part {
    LEAD,
    DEPUTY,
    MEMBER,
    GUEST
}
