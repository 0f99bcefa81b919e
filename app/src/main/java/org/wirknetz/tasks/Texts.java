package org.wirknetz.tasks;

import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.Refused;

/// Texts as they are stored: stripped, and nothing instead of emptiness.
final class Texts {

    private Texts() {}

    static @Nullable String clean(@Nullable String text, int limit) {
        if (text == null || text.isBlank()) return null;
        var stripped = text.replace("\u0000", "").strip();
        if (stripped.length() > limit) throw new Refused("tasks.too-long", limit);
        return stripped;
    }

    /// @throws Refused with the given words when nothing is there
    static String needed(@Nullable String text, int limit, String missing) {
        var clean = clean(text, limit);
        if (clean == null || clean.isEmpty()) throw new Refused(missing);
        return clean;
    }
}
