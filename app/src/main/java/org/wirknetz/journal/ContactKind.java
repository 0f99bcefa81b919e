package org.wirknetz.journal;

/// How the office was in touch (German: *Anruf, Mail, Besuch, Treffen*).
public enum ContactKind {
    CALL,
    MAIL,
    VISIT,
    MEETING
}
