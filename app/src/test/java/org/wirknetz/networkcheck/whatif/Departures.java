package org.wirknetz.networkcheck.whatif;

import java.util.Set;
import java.util.UUID;
import org.wirknetz.networkcheck.Work;

/// The work of the what-if when one person has left, for tests of what is said of a leaving elsewhere.
public final class Departures {

    private Departures() {}

    public static Work of(Work work, UUID person) {
        return Remaining.of(work, Set.of(person), Set.of());
    }
}
