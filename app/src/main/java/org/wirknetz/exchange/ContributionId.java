package org.wirknetz.exchange;

import java.util.UUID;
import org.wirknetz.platform.Id;

/// One contribution (German: *Gefälligkeit, Beitrag*).
public record ContributionId(UUID value) implements Id {}
