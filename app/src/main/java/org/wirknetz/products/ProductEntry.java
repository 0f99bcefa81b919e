package org.wirknetz.products;

import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.Refused;

/// What is written down about a product.
///
/// @param purpose for whom it is and what it does for them
/// @param rights who may use name, material and results, in words
/// @param outcome what its success is counted in, such as "Abschlüsse je Jahr"
public record ProductEntry(
        String name,
        ProductKind kind,
        @Nullable String purpose,
        @Nullable String rights,
        @Nullable String outcome) {

    /// @throws Refused when the name is missing or a text is too long
    public ProductEntry {
        name = name.strip();
        if (name.isEmpty()) throw new Refused("products.name-missing");
        if (name.length() > 200) throw new Refused("products.too-long", 200);
        purpose = Texts.clean(purpose, 4000);
        rights = Texts.clean(rights, 4000);
        outcome = Texts.clean(outcome, 200);
    }
}
