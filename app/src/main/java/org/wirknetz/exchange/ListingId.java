package org.wirknetz.exchange;

import java.util.UUID;
import org.wirknetz.platform.Id;

/// One need, offer, resource, competence or interest.
public record ListingId(UUID value) implements Id {}
