package org.wirknetz.directory;

/// The level of an organisation on which somebody works (German: *Ebene*).
public enum Level {
    LEADERSHIP,
    OPERATIONAL,
    ADMINISTRATION
}
