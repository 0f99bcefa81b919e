package org.wirknetz.meetings;

/// What somebody says to an invitation.
public enum Answer {
    YES,
    NO,
    MAYBE;

    /// By which way it came.
    public enum Way {
        LINK,
        WORKSPACE,
        MAIL,
        OFFICE
    }
}
