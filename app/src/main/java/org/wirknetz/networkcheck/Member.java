package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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
        List<Stay> stays) {

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

    Member withoutDates() {
        return new Member(id, key, name, shortName, group, groups, area, coordinator, List.of(new Stay(null, null)));
    }
}
