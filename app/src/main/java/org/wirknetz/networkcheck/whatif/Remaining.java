package org.wirknetz.networkcheck.whatif;

import java.util.Set;
import java.util.UUID;
import org.wirknetz.networkcheck.Work;

/// The work that remains when people leave and organisations are no longer there. What they did is past and stays; what
/// they hold falls to their deputy, or to nobody.
final class Remaining {

    private Remaining() {}

    static Work of(Work work, Set<UUID> left, Set<UUID> gone) {
        if (left.isEmpty() && gone.isEmpty()) return work;
        return new Work(
                work.posts().stream()
                        .filter(it -> !left.contains(it.person()) && !gone.contains(it.organisation()))
                        .toList(),
                work.functions().stream()
                        .filter(it -> !gone.contains(it.organisation()))
                        .filter(it -> !left.contains(it.person()) || it.deputy() != null && !left.contains(it.deputy()))
                        .map(it -> held(it, left))
                        .toList(),
                work.bodies(),
                work.places().stream()
                        .filter(it -> !gone.contains(it.organisation()))
                        .filter(it -> it.person() == null || !left.contains(it.person()))
                        .toList(),
                work.gatherings(),
                work.attended().stream()
                        .map(it -> it.person() != null && left.contains(it.person())
                                ? new Work.Attended(it.gathering(), it.organisation(), null)
                                : it)
                        .toList(),
                work.items(),
                work.tasks(),
                work.proofs());
    }

    private static Work.Function held(Work.Function function, Set<UUID> left) {
        var deputy = function.deputy();
        if (deputy == null) return function;
        boolean stepsIn = left.contains(function.person());
        return new Work.Function(
                function.name(),
                stepsIn ? deputy : function.person(),
                function.organisation(),
                stepsIn || left.contains(deputy) ? null : deputy,
                function.from(),
                function.to());
    }
}
