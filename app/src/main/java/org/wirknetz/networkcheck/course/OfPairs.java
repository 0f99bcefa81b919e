package org.wirknetz.networkcheck.course;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.wirknetz.analysis.PersonalContacts;
import org.wirknetz.networkcheck.Acquaintances;

/// Counts of pairs of organisations.
final class OfPairs {

    private static final String AGREEMENT = "AGREEMENT";

    private OfPairs() {}

    private record Pair(UUID one, UUID other) {
        static Pair of(UUID one, UUID other) {
            return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
        }

        static Pair of(PersonalContacts.Pair pair) {
            return of(UUID.fromString(pair.one()), UUID.fromString(pair.other()));
        }

        boolean touches(UUID organisation) {
            return one.equals(organisation) || other.equals(organisation);
        }
    }

    private static Taken share(Map<Pair, Boolean> pairs) {
        return Taken.share(
                pairs.entrySet(), Map.Entry::getValue, (it, gone) -> it.getKey().touches(gone));
    }

    static Taken formality(Sight sight) {
        var written = new HashMap<Pair, Boolean>();
        for (var tie : sight.snapshot().ties())
            written.merge(Pair.of(tie.from(), tie.to()), tie.kind().equals(AGREEMENT), Boolean::logicalOr);
        return share(written);
    }

    static Taken confirmed(Sight sight) {
        var sure = new HashMap<Pair, Boolean>();
        for (var tie : sight.snapshot().ties())
            sure.merge(Pair.of(tie.from(), tie.to()), tie.confirmedByBoth(), Boolean::logicalOr);
        return share(sure);
    }

    static Taken returned(Sight sight) {
        var members = sight.snapshot().byId().keySet();
        var given = new HashMap<Pair, Set<UUID>>();
        for (var gift : sight.gifts()) {
            if (!gift.counts(sight.day())) continue;
            if (!members.contains(gift.giver()) || !members.contains(gift.receiver())) continue;
            given.computeIfAbsent(Pair.of(gift.giver(), gift.receiver()), it -> new HashSet<>())
                    .add(gift.giver());
        }
        var both = new HashMap<Pair, Boolean>();
        given.forEach((pair, givers) -> both.put(pair, givers.size() > 1));
        return share(both);
    }

    static Taken reach(Sight sight) {
        var operative = new HashMap<Pair, Boolean>();
        known(sight).levelled().operative().forEach((pair, so) -> operative.put(Pair.of(pair), so));
        return share(operative);
    }

    static Taken threads(Sight sight) {
        var contacts = known(sight).carrying(sight.snapshot());
        var single = Set.copyOf(contacts.singleThread());
        var threads = new HashMap<Pair, Boolean>();
        contacts.operative().keySet().forEach(it -> threads.put(Pair.of(it), single.contains(it)));
        return share(threads);
    }

    private static Acquaintances known(Sight sight) {
        return Acquaintances.of(sight.work(), sight.snapshot().byId().keySet(), sight.day());
    }
}
