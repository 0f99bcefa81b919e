package org.wirknetz.meetings;

/// Whether somebody was at a meeting.
public enum Presence {
    PRESENT,
    EXCUSED,
    ABSENT
}
