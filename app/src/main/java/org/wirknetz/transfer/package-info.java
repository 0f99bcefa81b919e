/// Lists and whole networks, in and out: import with preview and report, exports in open formats.
///
/// It composes: it writes the tables of the rooms it moves, all in one transaction, and is known by none of them.
@ApplicationModule(
        displayName = "Transfer",
        allowedDependencies = {"platform", "access", "directory", "networkcheck", "agreements", "groups", "reports"})
@NullMarked
package org.wirknetz.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
