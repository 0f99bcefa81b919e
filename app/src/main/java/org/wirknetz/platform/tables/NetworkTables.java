package org.wirknetz.platform.tables;

import java.util.List;
import java.util.Set;

/// Everything the tables of one network say, references resolved to keys, each row with the place it came from.
///
/// @param sharedCells cells that were read as several people
/// @param present the kinds of table that were there at all: an empty table says "none", a missing one says nothing
/// @param read how many rows were read
public record NetworkTables(
        List<OrganisationRow> organisations,
        List<PersonRow> people,
        List<MandateRow> mandates,
        List<TieRow> ties,
        List<ContributionRow> contributions,
        List<TargetRow> targets,
        List<ActivityRow> activities,
        List<FundingRow> funding,
        RoomTables rooms,
        List<SharedCell> sharedCells,
        Set<TableKind> present,
        long read) {
    public NetworkTables {
        organisations = List.copyOf(organisations);
        people = List.copyOf(people);
        mandates = List.copyOf(mandates);
        ties = List.copyOf(ties);
        contributions = List.copyOf(contributions);
        targets = List.copyOf(targets);
        activities = List.copyOf(activities);
        funding = List.copyOf(funding);
        sharedCells = List.copyOf(sharedCells);
        present = Set.copyOf(present);
    }

    public boolean has(TableKind kind) {
        return present.contains(kind);
    }
}
