package org.wirknetz.directory;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The single-line facts on a person's card. There is no field for gender or origin, and there will be none: they are
/// counted by organisation or answered anonymously (architecture 1).
public enum PersonField {
    TITLE("title", 60, null),
    GIVEN_NAME("given_name", 120, null),
    FAMILY_NAME("family_name", 120, null),
    EMAIL("email", 254, "[^\\s@<>\"(),;:]+@[^\\s@<>\"(),;:]+\\.[^\\s@<>\"(),;:]+"),
    PHONE("phone", 60, "[+0-9 ()/.\\-–]+.*"),
    MOBILE("mobile", 60, "[+0-9 ()/.\\-–]+.*"),
    LANGUAGES("languages", 200, null),
    NOTE("note", 10_000, null),
    /// Where the data came from, as Art. 14 GDPR wants it told.
    SOURCE("source", 200, null);

    private final String column;
    private final int limit;
    private final @Nullable Pattern form;

    PersonField(String column, int limit, @Nullable String form) {
        this.column = column;
        this.limit = limit;
        this.form = form == null ? null : Pattern.compile(form, Pattern.DOTALL);
    }

    /// The column in the database, the key in `visibility`, the name of the input.
    public String column() {
        return column;
    }

    public int limit() {
        return limit;
    }

    /// The office's own fields: nobody else sees or writes them.
    public boolean officeOnly() {
        return this == NOTE || this == SOURCE;
    }

    public static Optional<PersonField> byColumn(String column) {
        for (var field : values()) if (field.column.equals(column)) return Optional.of(field);
        return Optional.empty();
    }

    public static @Nullable String clean(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    /// The words that say what is wrong with a cleaned value; empty when it may be stored.
    public Optional<String> problem(@Nullable String value) {
        if (value == null) {
            return this == FAMILY_NAME ? Optional.of("directory.person.name-missing") : Optional.empty();
        }
        if (value.length() > limit) return Optional.of("directory.field.too-long");
        if (value.chars().anyMatch(it -> it == 0)) return Optional.of("directory.field.characters");
        if (form != null && !form.matcher(value).matches()) {
            return Optional.of("directory.field.wrong." + (this == EMAIL ? "email" : "phone"));
        }
        return Optional.empty();
    }
}
