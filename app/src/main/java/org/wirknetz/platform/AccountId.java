package org.wirknetz.platform;

import java.util.UUID;

/// Somebody who can sign in (German: *Konto*). One account may sit in several networks.
public record AccountId(UUID value) implements Id {}
