package org.wirknetz.groups;

import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.Refused;

/// Texts as they are stored: stripped, and nothing instead of emptiness.
final class Texts {

    private Texts() {}

    static @Nullable String clean(@Nullable String text, int limit) {
        if (text == null || text.isBlank()) return null;
        var stripped = text.strip();
        if (stripped.length() > limit) throw new Refused("groups.too-long", limit);
        return stripped;
    }
}
