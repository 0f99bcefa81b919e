package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The network through all its time: everybody who ever belonged to it, and every tie. Read once for a state of the
/// data; each day is then a matter of looking.
///
/// @param version of the data it was read from
public record Chronicle(
        long version, List<Member> members, List<TieRecord> ties, List<ActorGroup> groups, List<Target> targets) {

    public Chronicle {
        members = List.copyOf(members);
        ties = List.copyOf(ties);
        groups = List.copyOf(groups);
        targets = List.copyOf(targets);
    }

    public Snapshot asOf(LocalDate day) {
        return asOf(day, UnaryOperator.identity());
    }

    /// @param layers leaves out ties that are not wanted, before what is said twice becomes one
    public Snapshot asOf(LocalDate day, UnaryOperator<List<TieRecord>> layers) {
        var present = members.stream().filter(it -> it.belongsOn(day)).toList();
        var ids = present.stream().map(Member::id).collect(Collectors.toCollection(HashSet::new));
        var holding = ties.stream()
                .filter(tie -> tie.holdsOn(day) && ids.contains(tie.from()) && ids.contains(tie.to()))
                .toList();
        return new Snapshot(day, present, once(layers.apply(holding)));
    }

    /// What is declared and shown by work on the same day is one tie: the declared one, which says more. Two things
    /// that
    /// show the same are one tie too.
    private static List<TieRecord> once(List<TieRecord> ties) {
        record Said(String kind, UUID one, UUID other) {
            static Said of(TieRecord tie) {
                return tie.from().compareTo(tie.to()) < 0
                        ? new Said(tie.kind(), tie.from(), tie.to())
                        : new Said(tie.kind(), tie.to(), tie.from());
            }
        }
        var said = new HashSet<Said>();
        ties.stream().filter(tie -> !tie.isObserved()).map(Said::of).forEach(said::add);
        return ties.stream()
                .filter(tie -> !tie.isObserved() || said.add(Said.of(tie)))
                .toList();
    }

    /// Everybody and every tie at once: what the map's positions are drawn from, so that nobody jumps in time.
    public Snapshot wholeTime(LocalDate day) {
        var ids = members.stream().map(Member::id).collect(Collectors.toCollection(HashSet::new));
        return new Snapshot(
                day,
                members,
                ties.stream()
                        .filter(tie -> ids.contains(tie.from()) && ids.contains(tie.to()))
                        .toList());
    }

    /// The target constellation that is valid on the day; empty where none has been agreed.
    public List<Target> targetsOn(LocalDate day) {
        var newest = targets.stream()
                .filter(it -> !it.validFrom().isAfter(day))
                .mapToInt(Target::number)
                .max();
        return targets.stream()
                .filter(it -> newest.isPresent() && it.number() == newest.getAsInt())
                .toList();
    }

    /// The groups that mark somebody on the map of that day.
    public List<ActorGroup> groupsOn(LocalDate day) {
        var shown = asOf(day).members().stream().map(Member::group).collect(Collectors.toSet());
        return groups.stream().filter(it -> shown.contains(it.key())).toList();
    }

    /// One day without any date: for readers who could tell from the day of joining who it is.
    public Chronicle frozenOn(LocalDate day) {
        var snapshot = asOf(day);
        return new Chronicle(
                version,
                snapshot.members().stream().map(it -> it.frozenOn(day)).toList(),
                snapshot.ties().stream().map(TieRecord::withoutDates).toList(),
                groups,
                targets);
    }

    public Map<UUID, Member> byId() {
        var byId = new LinkedHashMap<UUID, Member>();
        members.forEach(member -> byId.put(member.id(), member));
        return byId;
    }

    /// The ends of quarters from the first thing known to the day, and the day itself; at most so many.
    public List<LocalDate> quarters(LocalDate day, int most) {
        var first = Stream.concat(
                        ties.stream().map(TieRecord::start),
                        members.stream().flatMap(it -> it.stays().stream()).map(Member.Stay::from))
                .filter(java.util.Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(day);
        var kept = Stream.iterate(endBefore(day), it -> !it.isBefore(first), Chronicle::endBefore)
                .limit(most - 1L)
                .toList()
                .reversed();
        return Stream.concat(kept.stream(), Stream.of(day)).toList();
    }

    /// The last end of a quarter before the day. Walked backwards, so that a day far in the future costs nothing.
    private static LocalDate endBefore(LocalDate day) {
        return day.withDayOfMonth(1)
                .withMonth((day.getMonthValue() - 1) / 3 * 3 + 1)
                .minusDays(1);
    }
}
