package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.wirknetz.analysis.TwoMode;
import org.wirknetz.analysis.TwoMode.Attendance;

/// Who was at the same meetings (domain 5.1; German: *gemeinsam bei Treffen*). A meeting of n organisations ties each
/// two of
/// them with 1/(n − 1) (Newman 2001), so that a plenary ties hardly anybody to anybody.
///
/// A meeting of more than [#LARGEST] organisations is left out: it would tie two by less than a two-hundredth.
///
/// Only a hint at a tie: a plenary of thirty makes 435 pairs. It is never mixed with what somebody has declared, and no
/// measure of structure is taken on it.
///
/// @param bonds the strongest first
public record CoAttendance(List<Bond> bonds) {

    static final int LARGEST = 200;

    /// How long a meeting counts.
    private static final int YEARS = 1;

    /// @param one sorts before `other`
    /// @param weight sum of 1/(n − 1) over the meetings
    /// @param since day of the first of these meetings
    /// @param until the day after which none of them counts any more
    public record Bond(UUID one, UUID other, double weight, int meetings, LocalDate since, LocalDate until) {

        /// 1 to 5, as ties are drawn: five for those who met as often as alone with one another.
        public int strength() {
            return (int) Math.clamp(1 + Math.floor(4 * weight), 1, 5);
        }
    }

    public CoAttendance {
        bonds = List.copyOf(bonds);
    }

    /// The bonds of the twelve months up to the day.
    ///
    /// @param members organisations that belong to the network
    public static CoAttendance of(Work work, Set<UUID> members, LocalDate day) {
        return between(work, members, day.minusYears(YEARS).plusDays(1), day);
    }

    /// Bonds through all time, each for as long as it lasts: where two did not meet for a year, a new one begins.
    public static CoAttendance through(Work work, Set<UUID> members, LocalDate day) {
        var years = new ArrayList<Bond>();
        var first = work.gatherings().stream()
                .map(Work.Gathering::on)
                .min(Comparator.naturalOrder())
                .orElse(day);
        for (var from = first; !from.isAfter(day); from = from.plusYears(YEARS)) {
            var last = from.plusYears(YEARS).minusDays(1);
            years.addAll(
                    between(work, members, from, last.isAfter(day) ? day : last).bonds());
        }
        return new CoAttendance(joined(years));
    }

    private static CoAttendance between(Work work, Set<UUID> members, LocalDate from, LocalDate to) {
        var held = new HashMap<UUID, LocalDate>();
        for (var one : work.gatherings()) {
            if (!one.cancelled() && !one.on().isBefore(from) && !one.on().isAfter(to)) held.put(one.id(), one.on());
        }
        var there = new HashMap<UUID, TreeSet<UUID>>();
        for (var one : work.attended()) {
            if (held.containsKey(one.gathering()) && members.contains(one.organisation()))
                there.computeIfAbsent(one.gathering(), it -> new TreeSet<>()).add(one.organisation());
        }
        there.values().removeIf(it -> it.size() > LARGEST);
        return new CoAttendance(bonds(held, there));
    }

    private static List<Bond> bonds(Map<UUID, LocalDate> held, Map<UUID, TreeSet<UUID>> there) {
        var actors = there.values().stream()
                .flatMap(Set::stream)
                .map(it -> "o" + it)
                .distinct()
                .sorted()
                .toList();
        var attendances = new ArrayList<Attendance>();
        there.forEach((meeting, organisations) ->
                organisations.forEach(it -> attendances.add(new Attendance("o" + it, "m" + meeting))));
        var events = there.keySet().stream().map(it -> "m" + it).sorted().toList();
        var graph = TwoMode.of(actors, events, attendances).projection();
        var days = new HashMap<List<UUID>, TreeSet<LocalDate>>();
        var counts = new HashMap<List<UUID>, Integer>();
        there.forEach((meeting, organisations) -> {
            var list = List.copyOf(organisations);
            for (int one = 0; one < list.size(); one++) {
                for (int other = one + 1; other < list.size(); other++) {
                    var pair = List.of(list.get(one), list.get(other));
                    days.computeIfAbsent(pair, it -> new TreeSet<>()).add(held.getOrDefault(meeting, LocalDate.EPOCH));
                    counts.merge(pair, 1, Integer::sum);
                }
            }
        });
        return days.entrySet().stream()
                .map(it -> new Bond(
                        it.getKey().getFirst(),
                        it.getKey().getLast(),
                        graph.strength(
                                graph.node("o" + it.getKey().getFirst()),
                                graph.node("o" + it.getKey().getLast())),
                        counts.getOrDefault(it.getKey(), 0),
                        it.getValue().getFirst(),
                        it.getValue().getLast().plusYears(YEARS)))
                .sorted(STRONGEST)
                .toList();
    }

    private static final Comparator<Bond> STRONGEST = Comparator.comparingDouble((Bond it) -> -it.weight())
            .thenComparing(Bond::one)
            .thenComparing(Bond::other)
            .thenComparing(Bond::since);

    private static List<Bond> joined(List<Bond> bonds) {
        var byPair = new HashMap<List<UUID>, List<Bond>>();
        bonds.forEach(it -> byPair.computeIfAbsent(List.of(it.one(), it.other()), pair -> new ArrayList<>())
                .add(it));
        var joined = new ArrayList<Bond>();
        byPair.values().forEach(list -> {
            list.sort(Comparator.comparing(Bond::since));
            var current = list.getFirst();
            for (var next : list.subList(1, list.size())) {
                if (next.since().isAfter(current.until())) {
                    joined.add(current);
                    current = next;
                } else {
                    current = new Bond(
                            current.one(),
                            current.other(),
                            Math.max(current.weight(), next.weight()),
                            current.meetings() + next.meetings(),
                            current.since(),
                            next.until());
                }
            }
            joined.add(current);
        });
        joined.sort(STRONGEST);
        return joined;
    }
}
