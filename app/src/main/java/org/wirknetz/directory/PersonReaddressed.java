package org.wirknetz.directory;

import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.Fact;
import org.wirknetz.platform.NetworkId;

/// A card is about to get another e-mail address. Told inside the transaction, before it is written: whoever gives
/// rights to the holder of an address may refuse.
///
/// @param was the address until now; null when there was none
public record PersonReaddressed(
        NetworkId network,
        PersonId person,
        String name,
        @Nullable String was) implements Fact {}
