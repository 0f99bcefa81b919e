package org.wirknetz.directory;

import org.wirknetz.platform.Fact;
import org.wirknetz.platform.NetworkId;

/// A person is being taken out. Told inside the transaction, before the row goes, like [OrganisationRemoved].
public record PersonRemoved(NetworkId network, PersonId person) implements Fact {}
