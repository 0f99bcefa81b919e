/// How neutral the coordination office is found to be (M11): whom it spends time with, whose proposals are accepted,
/// how partners feel treated, and which interests of its own it has laid open.
@NamedInterface("fair")
@NullMarked
package org.wirknetz.networkcheck.fair;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
