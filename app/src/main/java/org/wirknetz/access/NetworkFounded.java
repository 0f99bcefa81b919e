package org.wirknetz.access;

import org.wirknetz.platform.Fact;
import org.wirknetz.platform.NetworkId;

/// A network was founded from a template; whoever keeps what the template holds fills their tables now, in the same
/// transaction.
public record NetworkFounded(NetworkId network, String template) implements Fact {}
