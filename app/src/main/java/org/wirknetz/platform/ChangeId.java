package org.wirknetz.platform;

import java.util.UUID;

/// One change: everything that one transaction wrote. It can be shown, and taken back as a whole.
public record ChangeId(UUID value) implements Id {}
