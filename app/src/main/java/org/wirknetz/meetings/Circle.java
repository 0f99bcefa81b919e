package org.wirknetz.meetings;

/// For whom a meeting is: its group and those invited, or everybody inside the network.
public enum Circle {
    GROUP,
    NETWORK
}
