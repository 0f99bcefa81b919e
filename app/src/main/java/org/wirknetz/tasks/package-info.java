/// What was decided and who does what about it (German: *Beschlüsse, Aufgaben, Zusagen*): the register of decisions,
/// the
/// running list of tasks, the office's own promises, and handing all of it over when somebody leaves.
///
/// Bodies and meetings are known by their identity only; who reads what follows the members of a body.
@ApplicationModule(
        displayName = "Decisions and tasks",
        allowedDependencies = {"platform", "access", "directory"})
@NullMarked
package org.wirknetz.tasks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
