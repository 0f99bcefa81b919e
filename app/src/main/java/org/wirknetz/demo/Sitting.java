package org.wirknetz.demo;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A meeting of the demo that has taken place.
///
/// @param group null for those of the whole network
record Sitting(UUID id, @Nullable UUID group, LocalDate day) {

    /// Somebody who was there.
    ///
    /// @param organisation for which they came
    record Seat(UUID organisation, UUID person) {}
}
