package org.wirknetz.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.ToDoubleFunction;

/// Whether partners are asked for more than they said they can give (German: *Belastung*; capabilities C16.4, F13).
/// Rooms that
/// ask partners for something ask here before they do; who answers stands above them.
public interface LoadBudgets {

    /// What a task counts of which nobody has said how long it takes.
    double HOURS_OF_A_TASK = 3;

    /// Of whom more is asked in the half-year of this day than they can give. Only those who said what they can give,
    /// and
    /// only as far as whoever asks may know it.
    ///
    /// @param more hours that would come on top, by organisation
    List<Beyond> beyond(LocalDate day, ToDoubleFunction<UUID> more);

    /// @param asked hours of the half-year, with what would come on top, rounded up
    /// @param capacity hours they can give in it
    record Beyond(UUID organisation, String name, long asked, long capacity) {}
}
