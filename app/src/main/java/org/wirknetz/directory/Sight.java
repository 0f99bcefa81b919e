package org.wirknetz.directory;

import java.util.UUID;
import java.util.stream.Collectors;
import org.wirknetz.access.Role;
import org.wirknetz.access.Visitor;

/// How much of a card somebody sees. The functions `directory.organisation_seen` and `directory.person_seen` apply it
/// in
/// the database, for every page, export and feed alike.
///
/// @param audience one of the numbers below
/// @param own the organisations whose own people ask, as a PostgreSQL array
public record Sight(int audience, String own) {

    private static final int STRANGER = 0;
    private static final int FUNDER = 1;
    private static final int INSIDE = 2;
    private static final int OFFICE = 4;

    /// Somebody without a seat: only what was expressly made public.
    public static final Sight PUBLIC = new Sight(STRANGER, "{}");

    /// What partners see of one another.
    public static final Sight NETWORK = new Sight(INSIDE, "{}");

    /// What those see who pay for the network: every name, and what is public of each.
    public static final Sight FUNDERS = new Sight(FUNDER, "{}");

    /// The whole card: for the office and for jobs that act for it.
    public static final Sight WHOLE = new Sight(OFFICE, "{}");

    public static Sight of(Visitor visitor) {
        if (visitor.isOffice()) return WHOLE;
        var own = visitor.seats().stream()
                .filter(seat -> seat.role() == Role.PARTNER_ADMIN || seat.role() == Role.PARTNER_STAFF)
                .map(Visitor.Seat::organisation)
                .filter(java.util.Objects::nonNull)
                .map(UUID::toString)
                .distinct()
                .collect(Collectors.joining(",", "{", "}"));
        return new Sight(visitor.isInside() ? INSIDE : FUNDER, own);
    }

    public boolean seesEveryName() {
        return audience >= FUNDER;
    }

    public boolean seesPeople() {
        return audience >= INSIDE;
    }

    public boolean seesFormer() {
        return audience == OFFICE;
    }
}
