package org.wirknetz.networkcheck;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/// Who competes with whom, and who works together all the same (F14): overlap of segments × strength of cooperation.
///
/// A segment is a topic somebody offers in an area. The overlap is Jaccard's: shared segments by all segments of the
/// two.
/// Where one of the two has entered no offer, their actor groups in their areas stand in. The strength is the number of
/// kinds of ties between them. The lines are half of the segments and two kinds: a house rule, shown with the picture.
///
/// @param pairs all that share a segment or a tie
public record Coopetition(List<Pair> pairs) {

    public static final double RIVALS = 0.5;
    public static final int TOGETHER = 2;

    /// What so many serve makes nobody a rival in particular, and a million pairs.
    private static final int EVERYBODY = 200;

    public enum Field {
        RIVALS_TOGETHER,
        RIVALS_APART,
        COMPLEMENTS,
        BESIDE
    }

    /// @param shared segments both serve, in words
    /// @param kinds of ties between them
    /// @param safe topics both need or stand for, and neither sells
    public record Pair(
            UUID one,
            String oneName,
            UUID other,
            String otherName,
            double overlap,
            boolean byOffers,
            List<String> shared,
            List<String> kinds,
            List<String> safe) {

        public Field field() {
            if (overlap >= RIVALS) return kinds.size() >= TOGETHER ? Field.RIVALS_TOGETHER : Field.RIVALS_APART;
            return kinds.size() >= TOGETHER ? Field.COMPLEMENTS : Field.BESIDE;
        }
    }

    /// Two organisations in whichever order.
    record Two(UUID less, UUID more) {
        static Two of(UUID one, UUID other) {
            return one.compareTo(other) < 0 ? new Two(one, other) : new Two(other, one);
        }
    }

    /// @param offers segment in words, by its spelling that compares
    /// @param wants topics needed or stood for, the same way
    record Profile(Member member, Map<String, String> offers, Map<String, String> groups, Map<String, String> wants) {}

    static Coopetition of(Map<UUID, Profile> profiles, Map<Two, Set<String>> kinds) {
        var candidates = new HashSet<>(kinds.keySet());
        candidates.addAll(sharing(profiles));
        var pairs = new ArrayList<Pair>();
        for (var two : candidates) {
            var one = profiles.get(two.less());
            var other = profiles.get(two.more());
            if (one != null && other != null) pairs.add(pair(one, other, kinds.getOrDefault(two, Set.of())));
        }
        pairs.sort(Comparator.comparing(Pair::field)
                .thenComparing(it -> -it.overlap())
                .thenComparing(it -> -it.kinds().size())
                .thenComparing(Pair::oneName)
                .thenComparing(Pair::otherName));
        return new Coopetition(List.copyOf(pairs));
    }

    private static Set<Two> sharing(Map<UUID, Profile> profiles) {
        var served = new LinkedHashMap<String, List<UUID>>();
        profiles.forEach((id, profile) -> {
            var segments = new HashSet<>(profile.offers().keySet());
            segments.addAll(profile.groups().keySet());
            for (var segment : segments)
                served.computeIfAbsent(segment, it -> new ArrayList<>()).add(id);
        });
        var sharing = new HashSet<Two>();
        for (var all : served.values()) {
            if (all.size() > EVERYBODY) continue;
            for (int one = 0; one < all.size(); one++)
                for (int other = one + 1; other < all.size(); other++)
                    sharing.add(Two.of(all.get(one), all.get(other)));
        }
        return sharing;
    }

    private static Pair pair(Profile one, Profile other, Set<String> kinds) {
        boolean byOffers = !one.offers().isEmpty() && !other.offers().isEmpty();
        var mine = byOffers ? one.offers() : one.groups();
        var theirs = byOffers ? other.offers() : other.groups();
        var shared = mine.keySet().stream().filter(theirs::containsKey).toList();
        int all = mine.size() + theirs.size() - shared.size();
        var first = one.member().name().compareTo(other.member().name()) <= 0 ? one : other;
        var second = first == one ? other : one;
        return new Pair(
                first.member().id(),
                first.member().name(),
                second.member().id(),
                second.member().name(),
                all == 0 ? 0 : shared.size() / (double) all,
                byOffers,
                shared.stream().map(it -> mine.getOrDefault(it, it)).sorted().toList(),
                List.copyOf(new TreeSet<>(kinds)),
                one.wants().entrySet().stream()
                        .filter(it -> other.wants().containsKey(it.getKey()))
                        .filter(it -> !sold(one, it.getKey()) || !sold(other, it.getKey()))
                        .map(Map.Entry::getValue)
                        .sorted()
                        .toList());
    }

    private static boolean sold(Profile profile, String topic) {
        return profile.offers().keySet().stream().anyMatch(it -> it.startsWith(topic + "|"));
    }

    public List<Pair> in(Field field) {
        return pairs.stream().filter(it -> it.field() == field).toList();
    }

    public Map<Field, Long> counts() {
        return pairs.stream().collect(Collectors.groupingBy(Pair::field, Collectors.counting()));
    }
}
