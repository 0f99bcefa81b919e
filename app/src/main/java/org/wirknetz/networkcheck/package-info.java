/// The network sees itself (German: *Netzwerk-Check*): ties, map, measures with everything that is behind them.
///
/// It reads; it never judges partners against each other, and it shows no number without its rows.
@ApplicationModule(
        displayName = "Network check",
        allowedDependencies = {"platform", "access", "directory", "agreements", "exchange", "products"})
@NullMarked
package org.wirknetz.networkcheck;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
