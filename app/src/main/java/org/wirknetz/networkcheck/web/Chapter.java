package org.wirknetz.networkcheck.web;

import java.util.Arrays;

/// The four parts of the network check, in the order of the method (German: *Mindeststandards*, *Netzwerkarbeit
/// gestalten*, *Netzwerkarbeit verstetigen*, *Fragen an die Runde*).
public enum Chapter {
    STANDARDS("standards"),
    SHAPING("shaping"),
    SUSTAINING("sustaining"),
    QUESTIONS("questions");

    private final String path;

    Chapter(String path) {
        this.path = path;
    }

    /// Its address below `/check/`, and the middle of the keys of its words.
    public String path() {
        return path;
    }

    /// @param address ends with the chapter's path
    static Chapter at(String address) {
        return Arrays.stream(values())
                .filter(it -> address.endsWith("/" + it.path))
                .findFirst()
                .orElseThrow();
    }
}
