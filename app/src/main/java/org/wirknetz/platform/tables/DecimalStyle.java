package org.wirknetz.platform.tables;

/// Which sign groups thousands where a number could be read both ways: 1.234 is 1234 in a German table.
public enum DecimalStyle {
    GERMAN,
    ENGLISH
}
