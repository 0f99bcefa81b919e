package org.wirknetz.directory;

import org.wirknetz.platform.Fact;
import org.wirknetz.platform.NetworkId;

/// A person is being forgotten for good. Told inside the transaction, before the card is emptied: whoever copied
/// name or address from it empties the copy and its memory.
///
/// @param nobody what stands where the name stood
public record PersonForgotten(NetworkId network, PersonId person, String nobody) implements Fact {}
