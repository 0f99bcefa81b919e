package org.wirknetz.meetings;

/// What people come together for.
public enum MeetingKind {
    /// The steering committee (German: *Steuerungskreis*).
    STEERING,
    /// Everybody (German: *Plenum*).
    PLENARY,
    /// A working group.
    GROUP,
    WORKSHOP,
    TALK
}
