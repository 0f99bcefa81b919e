package org.wirknetz.networkcheck.course;

import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What was counted on a day, and can be counted again as if one organisation were not there.
interface Taken {

    /// @param gone null where all are there
    Portion without(@Nullable UUID gone);

    /// How many of the things are so.
    ///
    /// @param touches whether a thing would be gone with an organisation
    static <T> Taken share(Collection<T> things, Predicate<T> so, BiPredicate<T, UUID> touches) {
        return gone -> {
            int part = 0;
            int whole = 0;
            for (var thing : things) {
                if (gone != null && touches.test(thing, gone)) continue;
                whole++;
                if (so.test(thing)) part++;
            }
            return new Portion(part, whole);
        };
    }

    /// A share of what belongs to no single organisation.
    static Taken plain(int part, int whole) {
        return gone -> new Portion(part, whole);
    }

    static boolean isOne(UUID gone, @Nullable UUID... those) {
        return Arrays.stream(those).anyMatch(it -> Objects.equals(it, gone));
    }
}
