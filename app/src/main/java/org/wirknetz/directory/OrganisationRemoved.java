package org.wirknetz.directory;

import org.wirknetz.platform.Fact;
import org.wirknetz.platform.NetworkId;

/// An organisation is being taken out. Told inside the transaction, before its row goes: whoever keeps rows about it
/// takes
/// them out now, with `@EventListener`, so that taking the change back puts everything back in the right order.
public record OrganisationRemoved(NetworkId network, OrganisationId organisation) implements Fact {}
