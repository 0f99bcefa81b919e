package org.wirknetz.networkcheck.steps;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.Work;

/// How much an organisation carries already: open tasks and seats in groups. Whoever is asked for more hours than they
/// said they can give is spared; of the others, who carries more than twice the mean.
///
/// @param beyond who is asked for more in this half-year than they said they can give
public record Load(Map<UUID, Integer> tasks, Map<UUID, Integer> seats, double mean, Set<UUID> beyond) {

    private static final double SPARED_ABOVE = 2;
    private static final int FEW = 3;

    static Load of(Work work, Collection<Member> members, LocalDate day, Set<UUID> beyond) {
        var tasks = new HashMap<UUID, Integer>();
        var seats = new HashMap<UUID, Integer>();
        for (var task : work.tasks()) {
            var owner = task.owner();
            if (owner != null && (task.overOn() == null || task.overOn().isAfter(day)))
                tasks.merge(owner, 1, Integer::sum);
        }
        for (var place : work.placesOn(day)) seats.merge(place.organisation(), 1, Integer::sum);
        double all = members.stream()
                .mapToInt(it -> tasks.getOrDefault(it.id(), 0) + seats.getOrDefault(it.id(), 0))
                .sum();
        return new Load(
                Map.copyOf(tasks), Map.copyOf(seats), members.isEmpty() ? 0 : all / members.size(), Set.copyOf(beyond));
    }

    public int tasksOf(UUID organisation) {
        return tasks.getOrDefault(organisation, 0);
    }

    public int seatsOf(UUID organisation) {
        return seats.getOrDefault(organisation, 0);
    }

    boolean bearsMore(UUID organisation) {
        if (beyond.contains(organisation)) return false;
        int carried = tasksOf(organisation) + seatsOf(organisation);
        return carried <= Math.max(FEW, SPARED_ABOVE * mean);
    }
}
