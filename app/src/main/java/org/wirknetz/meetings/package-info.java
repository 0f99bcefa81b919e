/// Meetings and their series (German: *Treffen* and *Reihen*): when and where, what about, who is asked, what they
/// answer.
///
/// What somebody is told leaves the house only when somebody says so; a calendar entry keeps its identity for life.
@ApplicationModule(
        displayName = "Meetings",
        allowedDependencies = {"platform", "access", "directory", "groups", "tasks"})
@NullMarked
package org.wirknetz.meetings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
