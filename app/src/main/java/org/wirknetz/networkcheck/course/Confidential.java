package org.wirknetz.networkcheck.course;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.networkcheck.Chronicle;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.Reached;
import org.wirknetz.networkcheck.Referrals;

/// What only the coordination office may know, through the quarters. It is worked out from what the reader's own eyes
/// read and never kept with what all may see (docs/decisions/0299).
public final class Confidential {

    private Confidential() {}

    /// Which share of the introductions would have to go to others (M11 b); undefined below the fewest of which
    /// anything
    /// is said.
    ///
    /// @param coordinator whether the coordination office counts
    public static Followed neutrality(Referrals.Known known, Chronicle chronicle, LocalDate day, boolean coordinator) {
        return Tallies.follow(
                chronicle, day, on -> gone -> apart(known, members(chronicle, on, coordinator, gone), on));
    }

    private static Portion apart(Referrals.Known known, Set<UUID> members, LocalDate on) {
        var neutrality = known.on(members, on).neutrality();
        return neutrality.enough() ? Portion.index(neutrality.apart()) : new Portion(0, 0);
    }

    private static Set<UUID> members(Chronicle chronicle, LocalDate on, boolean coordinator, @Nullable UUID gone) {
        var members = new HashSet<UUID>();
        for (Member member : chronicle.members())
            if (member.belongsOn(on)
                    && (coordinator || !member.coordinator())
                    && !member.id().equals(gone)) members.add(member.id());
        return members;
    }

    /// Organisations that confirmed in time, of those that circulars of twelve months were sent to (M12).
    public static Followed reach(Reached.Known known, Chronicle chronicle, LocalDate day) {
        return Tallies.follow(chronicle, day, on -> gone -> {
            var reached = known.on(on, gone);
            return new Portion(reached.inTime(), reached.addressed());
        });
    }
}
