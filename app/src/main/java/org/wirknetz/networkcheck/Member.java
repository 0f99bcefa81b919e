package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An organisation and when it belongs to the network (ACTIVE or DORMANT); the coordination office always does.
///
/// @param group the first of its actor groups; empty where it has none
/// @param groups all of them, by key
/// @param area the name of its area; empty where it has none
public record Member(
        UUID id,
        String key,
        String name,
        String shortName,
        String group,
        List<String> groups,
        String area,
        boolean coordinator,
        List<Stay> stays,
        Standing standing) {

    /// An organisation of which nobody has said where it is or who represents it.
    public Member(
            UUID id,
            String key,
            String name,
            String shortName,
            String group,
            List<String> groups,
            String area,
            boolean coordinator,
            List<Stay> stays) {
        this(id, key, name, shortName, group, groups, area, coordinator, stays, Standing.NONE);
    }

    /// For which roles of the target constellation it counts, and with whom.
    ///
    /// @param areas its area and the district around it
    /// @param umbrellas that represent it
    public record Standing(Set<UUID> areas, List<Umbrella> umbrellas) {
        static final Standing NONE = new Standing(Set.of(), List.of());

        public Standing {
            areas = Set.copyOf(areas);
            umbrellas = List.copyOf(umbrellas);
        }

        Set<UUID> umbrellasOn(LocalDate day) {
            return umbrellas.stream()
                    .filter(it -> it.during().holdsOn(day))
                    .map(Umbrella::organisation)
                    .collect(Collectors.toSet());
        }

        private Standing frozenOn(LocalDate day) {
            return new Standing(
                    areas,
                    umbrellasOn(day).stream()
                            .map(it -> new Umbrella(it, new Stay(null, null)))
                            .toList());
        }
    }

    public record Umbrella(UUID organisation, Stay during) {}

    /// @param from the first day; null for as long as anybody remembers
    /// @param to the first day on which it is over; null while it lasts
    public record Stay(@Nullable LocalDate from, @Nullable LocalDate to) {
        boolean holdsOn(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
        }
    }

    public Member {
        groups = List.copyOf(groups);
        stays = List.copyOf(stays);
    }

    public boolean belongsOn(LocalDate day) {
        return coordinator || stays.stream().anyMatch(stay -> stay.holdsOn(day));
    }

    /// Whether it belongs to the group, and to the area where the network wants it.
    boolean isFor(Target target) {
        return groups.contains(target.group())
                && (target.areaId() == null || standing.areas().contains(target.areaId()));
    }

    Member frozenOn(LocalDate day) {
        return new Member(
                id,
                key,
                name,
                shortName,
                group,
                groups,
                area,
                coordinator,
                List.of(new Stay(null, null)),
                standing.frozenOn(day));
    }
}
