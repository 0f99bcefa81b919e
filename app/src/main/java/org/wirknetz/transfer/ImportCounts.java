package org.wirknetz.transfer;

/// What an import does, or would do: new, changed and unchanged rows by kind.
public record ImportCounts(
        Count organisations,
        Count people,
        Count mandates,
        Count ties,
        Count contributions,
        Count targets,
        int newGroups,
        int newAreas) {

    public record Count(int added, int changed, int unchanged) {
        public static final Count NONE = new Count(0, 0, 0);

        public int all() {
            return added + changed + unchanged;
        }
    }

    public boolean changesNothing() {
        return organisations.added()
                        + organisations.changed()
                        + people.added()
                        + people.changed()
                        + mandates.added()
                        + mandates.changed()
                        + ties.added()
                        + ties.changed()
                        + contributions.added()
                        + targets.added()
                        + targets.changed()
                        + newGroups
                        + newAreas
                == 0;
    }
}
