package org.wirknetz.platform.tables;

import java.util.List;

/// What the tables say about working together: what was agreed, what is needed and offered, what is made jointly.
public record RoomTables(
        List<AgreementRow> agreements,
        List<ObligationRow> obligations,
        List<ListingRow> listings,
        List<ProductRow> products) {
    public static final RoomTables NONE = new RoomTables(List.of(), List.of(), List.of(), List.of());

    public RoomTables {
        agreements = List.copyOf(agreements);
        obligations = List.copyOf(obligations);
        listings = List.copyOf(listings);
        products = List.copyOf(products);
    }

    public int size() {
        return agreements.size() + obligations.size() + listings.size() + products.size();
    }
}
