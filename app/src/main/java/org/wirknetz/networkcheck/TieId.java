package org.wirknetz.networkcheck;

import java.util.UUID;
import org.wirknetz.platform.Id;

/// One declared tie (German: *Verbindung*).
public record TieId(UUID value) implements Id {}
