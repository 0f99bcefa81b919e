package org.wirknetz.equality;

import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.Refused;

/// Texts as they are stored: stripped, and nothing instead of emptiness.
final class Texts {

    private Texts() {}

    /// @throws Refused `equality.too-long`
    static @Nullable String clean(@Nullable String text, int limit) {
        if (text == null || text.isBlank()) return null;
        var stripped = text.strip();
        if (stripped.length() > limit) throw new Refused("equality.too-long", limit);
        return stripped;
    }

    /// @throws Refused `equality.empty` or `equality.too-long`
    static String needed(@Nullable String text, int limit) {
        var clean = clean(text, limit);
        if (clean == null) throw new Refused("equality.empty");
        return clean;
    }
}
