/// Bodies and working groups (German: *Gremien und Gruppen*): what for, under which rules, who sits in them, and how
/// they
/// come to an end.
///
/// Who met when is the matter of meetings; what was decided there, of tasks.
@ApplicationModule(
        displayName = "Groups",
        allowedDependencies = {"platform", "access", "directory"})
@NullMarked
package org.wirknetz.groups;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
