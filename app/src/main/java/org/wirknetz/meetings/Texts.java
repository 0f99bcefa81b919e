package org.wirknetz.meetings;

import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.Refused;

/// Texts as they are stored: stripped, and nothing instead of emptiness.
final class Texts {

    private Texts() {}

    static @Nullable String clean(@Nullable String text, int limit) {
        if (text == null || text.isBlank()) return null;
        var stripped = text.strip();
        if (stripped.length() > limit) throw new Refused("meetings.too-long", limit);
        if (stripped.indexOf('\0') >= 0) throw new Refused("meetings.odd-signs");
        return stripped;
    }

    /// One line, since it will stand in the head of a mail.
    static @Nullable String line(@Nullable String text, int limit) {
        var clean = clean(text, limit);
        if (clean != null && clean.codePoints().anyMatch(Texts::breaks)) throw new Refused("meetings.odd-signs");
        return clean;
    }

    static String title(@Nullable String text) {
        var title = line(text, 200);
        if (title == null) throw new Refused("meetings.title-missing");
        return title;
    }

    private static boolean breaks(int sign) {
        return Character.isISOControl(sign) || sign == 0x2028 || sign == 0x2029;
    }
}
