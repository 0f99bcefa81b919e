package org.wirknetz.directory;

import org.wirknetz.platform.Fact;
import org.wirknetz.platform.NetworkId;

/// Two cards of one organisation become one. Told inside the transaction, before the second card goes: whoever keeps
/// rows
/// about it moves them to the first one now, with `@EventListener`.
public record OrganisationsMerged(NetworkId network, OrganisationId kept, OrganisationId dropped) implements Fact {}
