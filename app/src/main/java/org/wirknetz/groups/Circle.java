package org.wirknetz.groups;

/// Who may know of a group (German: *sichtbar für*): its members and the office, or everybody inside the network.
public enum Circle {
    MEMBERS,
    NETWORK
}
