package org.wirknetz.platform.tables;

/// How much a finding weighs: an error refuses the whole input, a warning is read on with, a note explains what was
/// done.
public enum Severity {
    ERROR,
    WARNING,
    NOTE
}
