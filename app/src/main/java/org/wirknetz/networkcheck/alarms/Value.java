package org.wirknetz.networkcheck.alarms;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// What fills the words of an alarm; a page says names and days as its reader may see them.
public sealed interface Value {

    record Count(long number) implements Value {}

    /// Printed with two decimals.
    record Index(double number) implements Value {}

    record Day(LocalDate day) implements Value {}

    record Org(UUID organisation) implements Value {}

    record Orgs(List<UUID> organisations) implements Value {
        public Orgs {
            organisations = List.copyOf(organisations);
        }
    }

    record Person(UUID person) implements Value {}

    record Pairs(List<Pair> pairs) implements Value {
        public Pairs {
            pairs = List.copyOf(pairs);
        }
    }

    record Pair(UUID one, UUID other) {}

    record Text(String text) implements Value {}

    /// A role of the target constellation, by the key of its group; the area is empty where any will do.
    record Role(String group, String area) implements Value {}
}
