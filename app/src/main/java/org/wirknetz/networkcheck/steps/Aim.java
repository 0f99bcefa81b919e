package org.wirknetz.networkcheck.steps;

import java.util.Arrays;

/// What the next introductions are to bring about.
public enum Aim {
    /// Shorter ways from everybody to everybody.
    WAYS("ways"),
    /// Parts that nothing connects come together; where there are none, sub-networks.
    TOGETHER("together"),
    /// The others stay closer to each other should the coordination office be missing; where there is none, those
    /// without whom most would lose each other.
    INDEPENDENCE("independence");

    private final String word;

    Aim(String word) {
        this.word = word;
    }

    /// In addresses, and in the keys of its words.
    public String word() {
        return word;
    }

    /// What is no aim is the first.
    public static Aim of(String typed) {
        return Arrays.stream(values())
                .filter(it -> it.word.equals(typed))
                .findFirst()
                .orElse(WAYS);
    }
}
