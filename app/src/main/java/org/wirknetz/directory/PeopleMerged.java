package org.wirknetz.directory;

import org.wirknetz.platform.Fact;
import org.wirknetz.platform.NetworkId;

/// Two cards of one person become one. Told inside the transaction, like [OrganisationsMerged].
public record PeopleMerged(NetworkId network, PersonId kept, PersonId dropped) implements Fact {}
