package org.wirknetz.exchange;

import java.util.UUID;
import org.wirknetz.platform.Id;

/// One introduction of two partners to each other.
public record IntroductionId(UUID value) implements Id {}
