package org.wirknetz.transfer;

import java.util.UUID;
import org.wirknetz.platform.Id;

/// One import (German: *Import*), from the upload to the change it made.
public record ImportId(UUID value) implements Id {}
