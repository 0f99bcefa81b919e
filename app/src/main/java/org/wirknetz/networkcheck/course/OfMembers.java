package org.wirknetz.networkcheck.course;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.Inequality;
import org.wirknetz.networkcheck.Fluctuation;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.Roles;

/// Counts of who is there.
final class OfMembers {

    private OfMembers() {}

    static Taken completeness(Sight sight) {
        return filled(sight, it -> true);
    }

    static Taken involved(Sight sight) {
        var seen = Roles.seen(sight.snapshot(), sight.work());
        return filled(sight, it -> seen.contains(it.id()));
    }

    private static Taken filled(Sight sight, Predicate<Member> counts) {
        var targets = sight.chronicle().targetsOn(sight.day());
        var members = sight.snapshot().members().stream().filter(counts).toList();
        return gone -> new Portion(
                Roles.filled(targets, others(members, gone), sight.day(), it -> it.group())
                        .met(),
                targets.size());
    }

    static Taken mixture(Sight sight) {
        return gone ->
                Portion.index(spread(others(sight.snapshot().members(), gone)).diversity());
    }

    /// Over the first kind of each; whoever has none is left out, and so is the coordination office.
    private static Inequality spread(List<Member> members) {
        return Inequality.of(members.stream()
                .filter(it -> !it.coordinator() && !it.group().isEmpty())
                .collect(Collectors.groupingBy(Member::group, Collectors.summingInt(it -> 1)))
                .values()
                .stream()
                .mapToDouble(Integer::doubleValue)
                .toArray());
    }

    static Taken left(Sight sight) {
        var found = Fluctuation.of(sight.chronicle(), sight.day());
        var before = sight.chronicle().asOf(found.since()).members().stream()
                .map(Member::id)
                .collect(Collectors.toSet());
        // Whoever joined and left within the year is no part of those who were there at its beginning.
        var left =
                found.left().stream().map(Member::id).filter(before::contains).toList();
        return gone -> new Portion(
                staying(left.stream(), gone).count(),
                staying(before.stream(), gone).count());
    }

    private static Stream<UUID> staying(Stream<UUID> all, @Nullable UUID gone) {
        return all.filter(it -> !it.equals(gone));
    }

    private static List<Member> others(List<Member> members, @Nullable UUID gone) {
        return members.stream().filter(it -> !it.id().equals(gone)).toList();
    }
}
