package org.wirknetz.transfer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// What an import does, or would do: new, changed and unchanged rows by kind.
public record ImportCounts(
        Count organisations,
        Count memberships,
        Count people,
        Count mandates,
        Count ties,
        Count contributions,
        Count targets,
        Rooms rooms,
        int newGroups,
        int newAreas) {

    /// What a report names even where there is none of it.
    static final Set<String> ALWAYS = Set.of("organisations", "people", "mandates", "ties", "contributions", "targets");

    /// What the tables of working together bring.
    public record Rooms(
            Count agreements,
            Count obligations,
            Count needs,
            Count offers,
            Count products,
            Count groups,
            Count members,
            Count funding) {
        public static final Rooms NONE = new Rooms(
                Count.NONE, Count.NONE, Count.NONE, Count.NONE, Count.NONE, Count.NONE, Count.NONE, Count.NONE);

        /// A report written before these came in lists brings none.
        public Rooms {
            funding = Objects.requireNonNullElse(funding, Count.NONE);
            groups = Objects.requireNonNullElse(groups, Count.NONE);
            members = Objects.requireNonNullElse(members, Count.NONE);
        }

        int changes() {
            return funding.added()
                    + funding.changed()
                    + agreements.added()
                    + obligations.added()
                    + needs.added()
                    + offers.added()
                    + products.added()
                    + groups.added()
                    + members.added();
        }
    }

    /// A report written before there were rooms, or before memberships were counted, brings none.
    public ImportCounts {
        memberships = Objects.requireNonNullElse(memberships, Count.NONE);
        rooms = Objects.requireNonNullElse(rooms, Rooms.NONE);
    }

    /// By the word for what it counts, in the order of the tables; what there is none of is left out, but for
    /// [#ALWAYS].
    public Map<String, Count> told() {
        var told = new LinkedHashMap<>(all());
        told.entrySet()
                .removeIf(it -> !ALWAYS.contains(it.getKey()) && it.getValue().all() == 0);
        return told;
    }

    private Map<String, Count> all() {
        var all = new LinkedHashMap<String, Count>();
        all.put("organisations", organisations);
        all.put("memberships", memberships);
        all.put("people", people);
        all.put("mandates", mandates);
        all.put("ties", ties);
        all.put("contributions", contributions);
        all.put("targets", targets);
        all.put("agreements", rooms.agreements());
        all.put("obligations", rooms.obligations());
        all.put("needs", rooms.needs());
        all.put("offers", rooms.offers());
        all.put("products", rooms.products());
        all.put("groups", rooms.groups());
        all.put("group-members", rooms.members());
        all.put("funding", rooms.funding());
        return all;
    }

    public record Count(int added, int changed, int unchanged) {
        public static final Count NONE = new Count(0, 0, 0);

        public int all() {
            return added + changed + unchanged;
        }
    }

    public boolean changesNothing() {
        return organisations.added()
                        + organisations.changed()
                        + memberships.added()
                        + memberships.changed()
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
                        + rooms.changes()
                == 0;
    }
}
