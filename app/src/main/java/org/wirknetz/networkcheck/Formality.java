package org.wirknetz.networkcheck;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/// Which tied pairs have something in writing, and which only work together (capabilities C11.4; German: *formelle und
/// informelle Partnerschaften*). What is confidential between the parties does not count.
///
/// @param both an agreement and another kind of tie
/// @param onlyWritten an agreement and nothing else that anybody named
/// @param onlyInformal ties without an agreement
public record Formality(int both, int onlyWritten, int onlyInformal) {

    private static final String AGREEMENT = "AGREEMENT";

    private record Pair(UUID one, UUID other) {
        static Pair of(TieRecord tie) {
            return tie.from().compareTo(tie.to()) < 0 ? new Pair(tie.from(), tie.to()) : new Pair(tie.to(), tie.from());
        }
    }

    public static Formality of(Snapshot snapshot) {
        var kinds = new HashMap<Pair, Set<String>>();
        for (var tie : snapshot.ties()) {
            kinds.computeIfAbsent(Pair.of(tie), it -> new HashSet<>()).add(tie.kind());
        }
        int both = 0;
        int written = 0;
        for (var said : kinds.values()) {
            if (!said.contains(AGREEMENT)) continue;
            if (said.size() == 1) written++;
            else both++;
        }
        return new Formality(both, written, kinds.size() - both - written);
    }

    public int pairs() {
        return both + onlyWritten + onlyInformal;
    }
}
