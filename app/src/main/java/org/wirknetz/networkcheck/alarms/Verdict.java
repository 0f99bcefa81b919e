package org.wirknetz.networkcheck.alarms;

/// What the office says to an alarm.
public enum Verdict {
    /// True and known: quiet until it grows worse, at most a year.
    KNOWN,
    /// True, and something is planned: quiet until the day that was named.
    PLANNED,
    /// Not so: quiet until it grows worse, and the rule asks for more from now on.
    WRONG
}
