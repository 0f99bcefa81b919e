package org.wirknetz.meetings.seating;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody who comes.
///
/// @param id of the invitation
/// @param organisation null for guests without one
/// @param level LEADERSHIP, OPERATIONAL or ADMINISTRATION; empty where nobody knows
/// @param groups actor groups of the organisation
/// @param met invitations here of people with whom they, or others of both organisations, shared a meeting
/// before
/// @param apart invitations here of people they are not to sit with
public record Guest(
        UUID id,
        String name,
        @Nullable UUID organisation,
        String organisationName,
        String level,
        Set<UUID> groups,
        Set<UUID> met,
        Set<UUID> apart) {

    public Guest {
        groups = Set.copyOf(groups);
        met = Set.copyOf(met);
        apart = Set.copyOf(apart);
    }

    public boolean sameOrganisation(Guest other) {
        return organisation != null && organisation.equals(other.organisation);
    }

    public boolean sharesGroup(Guest other) {
        return groups.stream().anyMatch(other.groups::contains);
    }

    /// Whether they meet here for the first time, as far as the network knows.
    public boolean meetsFirst(Guest other) {
        return !sameOrganisation(other) && !met.contains(other.id) && !other.met.contains(id);
    }

    public boolean keepsFrom(Guest other) {
        return apart.contains(other.id) || other.apart.contains(id);
    }
}
