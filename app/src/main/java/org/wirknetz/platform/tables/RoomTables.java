package org.wirknetz.platform.tables;

import java.util.List;

/// What the tables say about working together: what was agreed, what is needed and offered, what is made jointly, who
/// sits
/// together.
public record RoomTables(
        List<AgreementRow> agreements,
        List<ObligationRow> obligations,
        List<ListingRow> listings,
        List<ProductRow> products,
        List<GroupRow> groups,
        List<MemberRow> members) {
    public static final RoomTables NONE =
            new RoomTables(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public RoomTables {
        agreements = List.copyOf(agreements);
        obligations = List.copyOf(obligations);
        listings = List.copyOf(listings);
        products = List.copyOf(products);
        groups = List.copyOf(groups);
        members = List.copyOf(members);
    }

    public int size() {
        return agreements.size()
                + obligations.size()
                + listings.size()
                + products.size()
                + groups.size()
                + members.size();
    }
}
