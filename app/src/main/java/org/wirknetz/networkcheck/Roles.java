package org.wirknetz.networkcheck;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wirknetz.analysis.Completeness;

/// The roles of the target constellation and who fills them (domain: M1).
public final class Roles {

    private Roles() {}

    /// @param named how a role is called; the measure itself does not care
    public static Completeness filled(
            List<Target> targets, Collection<Member> members, Function<Target, String> named) {
        return Completeness.of(targets.stream()
                .map(it -> new Completeness.Target(
                        named.apply(it), it.weight().doubleValue(), it.minimum(), present(it, members)))
                .toList());
    }

    private static int present(Target target, Collection<Member> members) {
        return (int) members.stream()
                .filter(it -> it.groups().contains(target.group()))
                .filter(it -> target.area() == null || it.area().equals(target.area()))
                .count();
    }

    /// Of whom something was seen within twelve months: at a meeting, in a tie shown by work, in a tie begun.
    public static Set<UUID> seen(Snapshot snapshot, Work work) {
        var day = snapshot.asOf();
        var held = work.heldInYearTo(day).stream().map(Work.Gathering::id).collect(Collectors.toSet());
        var seen = new HashSet<UUID>();
        for (var one : work.attended()) if (held.contains(one.gathering())) seen.add(one.organisation());
        for (var tie : snapshot.ties()) {
            var start = tie.start();
            if (!tie.isObserved() && (start == null || !start.isAfter(day.minusYears(1)))) continue;
            seen.add(tie.from());
            seen.add(tie.to());
        }
        return seen;
    }
}
