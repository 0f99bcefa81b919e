package org.wirknetz.agreements;

import java.util.UUID;
import org.wirknetz.platform.Id;

/// One duty within an agreement (German: *Kooperationsverpflichtung*).
public record ObligationId(UUID value) implements Id {}
