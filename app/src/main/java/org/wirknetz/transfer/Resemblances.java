package org.wirknetz.transfer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.tables.Folded;
import org.wirknetz.platform.tables.OrganisationRow;
import org.wirknetz.platform.tables.Spellings;

/// Finds organisations of a file that may be known already, in the network or further up in the file.
///
/// Candidates are those that share a mail domain or a rare trigram, so that 100,000 rows are not compared
/// pair by pair.
final class Resemblances {

    private static final int MOST = 500;
    private static final int COMMON = 400;

    private record Named(
            String key, String name, @Nullable UUID existing, String domain, String folded, Set<String> grams) {}

    private final List<Named> known = new ArrayList<>();
    private final Map<String, List<Integer>> byGram = new HashMap<>();
    private final Map<String, List<Integer>> byDomain = new HashMap<>();
    private final List<Resemblance> found = new ArrayList<>();

    void knows(UUID id, String name, @Nullable String mail) {
        remember(named(id.toString(), name, id, mail == null ? "" : mail));
    }

    /// Looks at one organisation of the file that has no equal; remembers it for those that follow.
    void meets(OrganisationRow row) {
        var one = named(row.key(), row.name(), null, row.contact().email());
        if (found.size() < MOST) {
            best(one)
                    .ifPresent(twin -> found.add(new Resemblance(
                            row.key(),
                            row.name(),
                            twin.named().existing(),
                            twin.named().key(),
                            twin.named().name(),
                            twin.why(),
                            row.at().line())));
        }
        remember(one);
    }

    List<Resemblance> found() {
        return List.copyOf(found);
    }

    private record Twin(Named named, String why, double likeness) {}

    private java.util.Optional<Twin> best(Named one) {
        Twin best = null;
        for (int index : candidates(one)) {
            var other = known.get(index);
            if (other.folded().equals(one.folded())) continue; // equal names are the same organisation anyway
            double likeness = Likeness.of(one.grams(), other.grams());
            boolean sameMail = !one.domain().isEmpty() && one.domain().equals(other.domain());
            if (likeness < Likeness.ALIKE && !sameMail) continue;
            if (best == null || likeness > best.likeness()) {
                if (!Spellings.ofOne(one.name(), other.name())) continue;
                best = new Twin(other, why(one, other, sameMail, likeness), likeness);
            }
        }
        return java.util.Optional.ofNullable(best);
    }

    private static String why(Named one, Named other, boolean sameMail, double likeness) {
        if (sameMail && likeness < Likeness.ALIKE) return "same-mail";
        return Likeness.of(Likeness.trigrams(one.folded()), Likeness.trigrams(other.folded())) < Likeness.ALIKE
                ? "abbreviation"
                : "similar-name";
    }

    private Set<Integer> candidates(Named one) {
        var candidates = new HashSet<Integer>();
        var sameDomain = byDomain.getOrDefault(one.domain(), List.of());
        if (sameDomain.size() <= COMMON) candidates.addAll(sameDomain);
        for (var gram : one.grams()) {
            var with = byGram.getOrDefault(gram, List.of());
            if (with.size() <= COMMON) candidates.addAll(with);
        }
        return candidates;
    }

    private void remember(Named one) {
        int index = known.size();
        known.add(one);
        for (var gram : one.grams())
            byGram.computeIfAbsent(gram, it -> new ArrayList<>()).add(index);
        if (!one.domain().isEmpty())
            byDomain.computeIfAbsent(one.domain(), it -> new ArrayList<>()).add(index);
    }

    private static Named named(String key, String name, @Nullable UUID existing, String mail) {
        return new Named(
                key,
                name,
                existing,
                Likeness.tellingDomain(mail),
                Folded.words(name),
                Likeness.trigrams(Likeness.spoken(name)));
    }
}
