/// The partners of the network: organisations, people, positions, mandates, structures of the region, target
/// constellation.
@ApplicationModule(
        displayName = "Directory",
        allowedDependencies = {"platform", "access"})
@NullMarked
package org.wirknetz.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
