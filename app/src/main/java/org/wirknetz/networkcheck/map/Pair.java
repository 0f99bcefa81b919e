package org.wirknetz.networkcheck.map;

import java.util.UUID;
import org.wirknetz.networkcheck.TieRecord;

/// Two organisations, whichever way a tie between them runs.
public record Pair(UUID one, UUID other) {

    public Pair {
        if (one.compareTo(other) > 0) {
            var first = other;
            other = one;
            one = first;
        }
    }

    public static Pair of(TieRecord tie) {
        return new Pair(tie.from(), tie.to());
    }
}
