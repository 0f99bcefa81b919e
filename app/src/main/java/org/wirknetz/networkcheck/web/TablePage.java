package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.List;
import org.wirknetz.networkcheck.ActorGroup;

/// The map as a table: the same organisations and ties, for everybody who reads rather than looks.
public record TablePage(LocalDate asOf, String sentence, List<Row> rows) {

    /// @param partners the organisations it is tied to, by name
    public record Row(
            String id,
            String name,
            @org.jspecify.annotations.Nullable ActorGroup group,
            int degree,
            List<Partner> partners) {}

    public record Partner(String id, String name, boolean sure) {}
}
