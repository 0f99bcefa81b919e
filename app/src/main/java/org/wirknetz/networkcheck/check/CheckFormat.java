package org.wirknetz.networkcheck.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a check can be written as.
public enum CheckFormat {
    JSON,
    HTML,
    PDF,
    GRAPHML,
    GEXF,
    CSV;

    /// The format of that name; empty when there is none.
    public static Optional<CheckFormat> named(String name) {
        return Arrays.stream(values())
                .filter(it -> it.name().equalsIgnoreCase(name.strip()))
                .findFirst();
    }

    /// What is written when nobody asks for anything else.
    public static List<CheckFormat> usual() {
        return List.of(JSON, HTML);
    }
}
