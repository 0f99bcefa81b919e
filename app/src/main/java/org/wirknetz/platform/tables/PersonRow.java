package org.wirknetz.platform.tables;

import java.util.Map;

/// A person of a table. The key is as written, else the mail address, else the name.
public record PersonRow(
        Place at,
        String key,
        String title,
        String givenName,
        String familyName,
        String email,
        String phone,
        Map<String, String> free) {
    public PersonRow {
        free = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(free));
    }

    public String name() {
        return (givenName + " " + familyName).strip();
    }
}
