package org.wirknetz.platform.tables;

/// What a person may choose for the reading of one table, beside its kind and its columns.
public enum ReadingChoice {
    /// Words in the column of the status that nobody understands are passed over instead of refusing the file.
    PASS_OVER_UNKNOWN_STATUS
}
