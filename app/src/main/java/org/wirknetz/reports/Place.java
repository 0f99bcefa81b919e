package org.wirknetz.reports;

import java.util.Arrays;
import java.util.Optional;

/// Where the office writes words of its own into a report.
public enum Place {
    /// Before the chapters.
    INTRODUCTION,
    STANDARDS,
    SHAPING,
    SUSTAINING,
    WORK,
    REASONS,
    /// What the boards of the partners are to know or to decide; on their page alone.
    BOARD;

    /// Longer words would not stay on the boards' one page.
    static final int MOST_ON_THE_PAGE = 600;

    static final int MOST = 4000;

    /// The key of its chapter, and the end of the keys of its words.
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public int most() {
        return this == BOARD ? MOST_ON_THE_PAGE : MOST;
    }

    public static Optional<Place> named(String name) {
        return Arrays.stream(values()).filter(it -> it.key().equals(name)).findFirst();
    }
}
