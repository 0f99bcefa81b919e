package org.wirknetz.directory;

/// Who may see one field: everyone, everyone inside the network, or the office and the organisation itself.
public enum Visibility {
    PUBLIC,
    NETWORK,
    OFFICE;

    /// As it stands in the database and in tables.
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Visibility of(String word) {
        return valueOf(word.strip().toUpperCase(java.util.Locale.ROOT));
    }
}
