package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
            List<Target> targets, Collection<Member> members, LocalDate day, Function<Target, String> named) {
        return Completeness.of(targets.stream()
                .map(it -> new Completeness.Target(
                        named.apply(it),
                        it.weight().doubleValue(),
                        it.minimum(),
                        present(it, members, day).size()))
                .toList());
    }

    /// Who counts for a role on the day, wherever it is counted: in the check, the alarms, the report, the what-if, the
    /// files and the API. The page of the target constellation asks the same of the directory.
    public static List<Member> present(Target target, Collection<Member> members, LocalDate day) {
        var there = members.stream().filter(it -> it.isFor(target)).toList();
        var umbrellas = new LinkedHashMap<UUID, Set<UUID>>();
        there.forEach(it -> umbrellas.put(it.id(), it.standing().umbrellasOn(day)));
        var represented = Completeness.represented(umbrellas);
        return there.stream().filter(it -> !represented.contains(it.id())).toList();
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
