package org.wirknetz.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// What a room knows of work that one partner did for another: a duty fulfilled, something delivered. The rooms
/// implement it, and give and take asks the two whether it was a favour; nothing counts before one of them says so.
public interface WorkDone {

    /// @param source the room's own name for this sort of work; with `record` it is always the same for the same work
    /// @param what in words, at most 200 characters, in the language of the one who reads
    record Deed(String source, UUID record, UUID giver, UUID receiver, String what, LocalDate on) {}

    /// What was done on or after the day, as far as the reader may see it; the newest first, at most a hundred.
    ///
    /// @param organisations one of the two is among them; empty for all
    List<Deed> since(LocalDate day, Set<UUID> organisations);
}
