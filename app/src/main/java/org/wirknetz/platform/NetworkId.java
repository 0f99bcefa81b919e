package org.wirknetz.platform;

import java.util.UUID;

/// One network (German: *Netzwerk*), which is also one tenant: no row of one is ever visible from another.
public record NetworkId(UUID value) implements Id {}
