package org.wirknetz.agreements;

import java.util.UUID;
import org.wirknetz.platform.Id;

/// One agreement (German: *Vereinbarung*).
public record AgreementId(UUID value) implements Id {}
