package org.wirknetz.journal;

import org.wirknetz.platform.Refused;

/// Texts as they are stored: stripped, in one line where a line was asked for.
final class Texts {

    private Texts() {}

    /// @throws Refused `journal.empty` or `journal.too-long`
    static String needed(String text, int limit) {
        var clean = text.strip();
        if (clean.isEmpty()) throw new Refused("journal.empty");
        if (clean.length() > limit) throw new Refused("journal.too-long", limit);
        return clean;
    }

    static String line(String text, int limit) {
        return needed(text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " "), limit);
    }
}
