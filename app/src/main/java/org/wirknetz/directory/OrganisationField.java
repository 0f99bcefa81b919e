package org.wirknetz.directory;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The single-line facts on an organisation's card, each with its column, its limit and its form.
public enum OrganisationField {
    SHORT_NAME("short_name", 40, null),
    WEBSITE("website", 500, "https?://[^\\s<>\"]+"),
    EMAIL("email", 254, "[^\\s@<>\"(),;:]+@[^\\s@<>\"(),;:]+\\.[^\\s@<>\"(),;:]+"),
    PHONE("phone", 60, "[+0-9 ()/.\\-–]+.*"),
    STREET("street", 200, null),
    POSTCODE("postcode", 20, null),
    CITY("city", 120, null),
    NOTE("note", 10_000, null);

    private final String column;
    private final int limit;
    private final @Nullable Pattern form;

    OrganisationField(String column, int limit, @Nullable String form) {
        this.column = column;
        this.limit = limit;
        this.form = form == null ? null : Pattern.compile(form, Pattern.DOTALL);
    }

    /// The column in the database, the key in `visibility`, the name of the input and the English heading, all one.
    public String column() {
        return column;
    }

    public int limit() {
        return limit;
    }

    public static Optional<OrganisationField> byColumn(String column) {
        for (var field : values()) if (field.column.equals(column)) return Optional.of(field);
        return Optional.empty();
    }

    /// What is stored for what was typed: trimmed, an address without scheme gets one, nothing becomes null.
    public @Nullable String clean(@Nullable String typed) {
        if (typed == null || typed.isBlank()) return null;
        var text = typed.strip();
        if (this == WEBSITE && !text.toLowerCase(Locale.ROOT).matches("[a-z][a-z0-9+.-]*:.*")) return "https://" + text;
        return text;
    }

    /// The words that say what is wrong with a cleaned value; empty when it may be stored.
    public Optional<String> problem(@Nullable String value) {
        if (value == null) return Optional.empty();
        if (value.length() > limit) return Optional.of("directory.field.too-long");
        if (value.chars().anyMatch(it -> it == 0)) return Optional.of("directory.field.characters");
        if (form != null && !form.matcher(value).matches()) return Optional.of("directory.field.wrong." + column);
        return Optional.empty();
    }
}
