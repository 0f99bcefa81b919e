package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Since when one organisation has given something to another.
///
/// @param since null where nobody has said the day
public record Gift(UUID giver, UUID receiver, @Nullable LocalDate since) {}
