package org.wirknetz.directory;

import org.wirknetz.access.Visitor;

/// For whom a profile is made: what each may see of the partners decides what stands in it.
public enum ProfileVariant {
    PARTNERS(Sight.NETWORK),
    FUNDERS(Sight.FUNDERS),
    PUBLIC(Sight.PUBLIC);

    private final Sight sight;

    ProfileVariant(Sight sight) {
        this.sight = sight;
    }

    public Sight sight() {
        return sight;
    }

    /// One's own, whatever was asked for; the office looks at each.
    public static ProfileVariant of(Visitor visitor, String asked) {
        if (visitor.isOffice()) {
            for (var variant : values()) if (variant.name().equals(asked)) return variant;
        }
        return visitor.isInside() ? PARTNERS : FUNDERS;
    }
}
