package org.wirknetz.access;

import java.util.List;
import java.util.UUID;
import org.wirknetz.platform.AccountId;
import org.wirknetz.platform.NetworkId;

/// Who is asking, in one network. Permission classes read like sentences about a visitor.
///
/// @param seats where they sit in this network; never empty, since without a seat nobody is a visitor
public record Visitor(AccountId account, String name, NetworkId network, String slug, List<Seat> seats) {

    /// @param organisation null unless the seat belongs to a partner organisation
    public record Seat(
            Role role, @org.jspecify.annotations.Nullable UUID organisation) {}

    public Visitor {
        seats = List.copyOf(seats);
        if (seats.isEmpty()) throw new IllegalArgumentException("A visitor needs a seat.");
    }

    public boolean is(Role role) {
        return seats.stream().anyMatch(seat -> seat.role() == role);
    }

    public boolean isOffice() {
        return is(Role.OFFICE);
    }

    /// A partner's admin may do this for their own organisation and no other.
    public boolean administers(UUID organisation) {
        return seats.stream()
                .anyMatch(seat -> seat.role() == Role.PARTNER_ADMIN && organisation.equals(seat.organisation()));
    }

    /// Admin or staff of that organisation.
    public boolean worksFor(UUID organisation) {
        return seats.stream()
                .anyMatch(seat -> (seat.role() == Role.PARTNER_ADMIN || seat.role() == Role.PARTNER_STAFF)
                        && organisation.equals(seat.organisation()));
    }

    /// Somebody inside the network: everyone but a funder, who reads figures and approved views only.
    public boolean isInside() {
        return seats.stream().anyMatch(seat -> seat.role() != Role.FUNDER);
    }

    /// The strongest role, for the frame.
    public Role foremostRole() {
        return seats.stream()
                .map(Seat::role)
                .min(java.util.Comparator.naturalOrder())
                .orElseThrow();
    }

    /// The path of this network's workspace, such as `/w/lindenfurt`.
    public String base() {
        return "/w/" + slug;
    }
}
