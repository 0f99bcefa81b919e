package org.wirknetz.surveys;

import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.Refused;

/// Texts as they are stored: stripped, never empty, never longer than there is room.
final class Texts {

    private Texts() {}

    /// @throws Refused `surveys.empty` or `surveys.too-long`
    static String needed(@Nullable String text, int limit) {
        if (text == null || text.isBlank()) throw new Refused("surveys.empty");
        var stripped = text.strip();
        if (stripped.length() > limit) throw new Refused("surveys.too-long", limit);
        return stripped;
    }
}
