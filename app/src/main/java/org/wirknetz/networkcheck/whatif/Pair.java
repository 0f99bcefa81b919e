package org.wirknetz.networkcheck.whatif;

import java.util.UUID;
import org.wirknetz.networkcheck.TieRecord;

/// Two organisations, whichever way round they are named.
public record Pair(UUID one, UUID other) {

    public static Pair of(UUID one, UUID other) {
        return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
    }

    static Pair of(TieRecord tie) {
        return of(tie.from(), tie.to());
    }

    public boolean touches(UUID organisation) {
        return one.equals(organisation) || other.equals(organisation);
    }
}
