package org.wirknetz.directory.web;

import java.util.Arrays;
import java.util.UUID;
import org.wirknetz.platform.NotFound;

/// What a list of choices sent back. The page offers nothing else, so that anything else names nothing there is.
final class Named {

    private Named() {}

    static UUID id(String sent) {
        try {
            return UUID.fromString(sent.strip());
        } catch (IllegalArgumentException crooked) {
            throw new NotFound();
        }
    }

    static <E extends Enum<E>> E of(Class<E> all, String sent) {
        return Arrays.stream(all.getEnumConstants())
                .filter(it -> it.name().equals(sent))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
