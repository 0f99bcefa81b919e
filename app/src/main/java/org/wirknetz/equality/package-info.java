/// Equality monitoring (German: *Gleichstellung*): who is represented in the bodies, who has a share in the
/// resources (C2.2, C3.3, C3.4, C4), without anybody being told apart (F2).
///
/// Counts come in by [Intake] and go out by [DisclosureControl] alone, as a [Release]; see decision 0240.
@ApplicationModule(
        displayName = "Equality monitoring",
        allowedDependencies = {"platform", "access", "directory", "tasks"})
@NullMarked
package org.wirknetz.equality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
