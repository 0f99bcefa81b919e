package org.wirknetz.networkcheck;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/// Ties that organisations told in a survey beside ties that work shows (capability F21). Who was silent has denied
/// nothing: a pair of which neither side spoke is no missing tie.
///
/// @param organisations who could speak and be named
/// @param tellers who spoke
/// @param lines every pair that was told of, or that work shows
public record ToldAgainstWork(Set<UUID> organisations, Set<UUID> tellers, List<Line> lines) {

    public ToldAgainstWork {
        organisations = Set.copyOf(organisations);
        tellers = Set.copyOf(tellers);
        lines = List.copyOf(lines);
    }

    /// One organisation said it works with another.
    public record Word(UUID teller, UUID named) {}

    /// Work shows a tie, whichever way round.
    public record Seen(UUID one, UUID other, String kind) {}

    /// What is known of a pair.
    public enum Finding {
        /// Told, and shown by work.
        BOTH,
        /// Told, and nothing in the platform shows it.
        TOLD,
        /// Shown by work, and whoever of the two spoke did not name the other.
        SEEN,
        /// Shown by work, and neither of the two spoke: nothing follows from that.
        UNHEARD
    }

    /// Whether a told tie is told by both.
    public enum Confirmation {
        /// Each named the other.
        CONFIRMED,
        /// The other spoke and did not name it.
        ONE_SIDED,
        /// The other did not speak.
        OTHER_SILENT,
        /// Nobody told of it.
        NOT_TOLD
    }

    /// @param sayers who of the two named the other
    /// @param kinds what shows it
    public record Line(
            UUID one, UUID other, Finding finding, Confirmation confirmation, Set<UUID> sayers, Set<String> kinds) {}

    private record Pair(UUID one, UUID other) implements Comparable<Pair> {
        static Pair of(UUID a, UUID b) {
            return a.compareTo(b) < 0 ? new Pair(a, b) : new Pair(b, a);
        }

        @Override
        public int compareTo(Pair that) {
            int first = one.compareTo(that.one);
            return first == 0 ? other.compareTo(that.other) : first;
        }
    }

    /// Words and ties of others than the organisations are left out, and so is whatever somebody said of itself.
    public static ToldAgainstWork of(
            Set<UUID> organisations, Set<UUID> tellers, Collection<Word> words, Collection<Seen> seen) {
        var said = new HashSet<Word>(words);
        var kinds = new TreeMap<Pair, Set<String>>();
        for (var word : words)
            if (within(organisations, word.teller(), word.named()))
                kinds.computeIfAbsent(Pair.of(word.teller(), word.named()), it -> new TreeSet<>());
        for (var tie : seen)
            if (within(organisations, tie.one(), tie.other()))
                kinds.computeIfAbsent(Pair.of(tie.one(), tie.other()), it -> new TreeSet<>())
                        .add(tie.kind());
        var lines = new ArrayList<Line>();
        for (var entry : kinds.entrySet()) lines.add(line(entry, said, tellers));
        return new ToldAgainstWork(organisations, tellers, lines);
    }

    private static boolean within(Set<UUID> organisations, UUID one, UUID other) {
        return !one.equals(other) && organisations.contains(one) && organisations.contains(other);
    }

    private static Line line(Map.Entry<Pair, Set<String>> entry, Set<Word> said, Set<UUID> tellers) {
        var one = entry.getKey().one();
        var other = entry.getKey().other();
        boolean forth = said.contains(new Word(one, other));
        boolean back = said.contains(new Word(other, one));
        boolean silent = !(tellers.contains(one) && tellers.contains(other));
        var confirmation = forth && back
                ? Confirmation.CONFIRMED
                : !forth && !back ? Confirmation.NOT_TOLD : silent ? Confirmation.OTHER_SILENT : Confirmation.ONE_SIDED;
        boolean heard = tellers.contains(one) || tellers.contains(other);
        var finding = entry.getValue().isEmpty()
                ? Finding.TOLD
                : forth || back ? Finding.BOTH : heard ? Finding.SEEN : Finding.UNHEARD;
        var sayers = new HashSet<UUID>();
        if (forth) sayers.add(one);
        if (back) sayers.add(other);
        return new Line(one, other, finding, confirmation, Set.copyOf(sayers), Set.copyOf(entry.getValue()));
    }

    public List<Line> lines(Finding finding) {
        return lines.stream().filter(it -> it.finding() == finding).toList();
    }

    public long confirmed() {
        return lines.stream()
                .filter(it -> it.confirmation() == Confirmation.CONFIRMED)
                .count();
    }

    /// Pairs somebody told of.
    public long told() {
        return lines.stream()
                .filter(it -> it.confirmation() != Confirmation.NOT_TOLD)
                .count();
    }

    /// Pairs of which at least one side spoke: what the told ties are a part of, instead of all pairs there could be.
    public long heardPairs() {
        long silent = (long) organisations.size() - spoke();
        long all = (long) organisations.size() * (organisations.size() - 1) / 2;
        return all - silent * (silent - 1) / 2;
    }

    public long spoke() {
        return tellers.stream().filter(organisations::contains).count();
    }

    /// From three fifths of the organisations on, numbers may stand for the network (domain rule on missing data).
    public boolean standsForAll() {
        return organisations.size() >= 5 && spoke() * 5 >= organisations.size() * 3L;
    }
}
