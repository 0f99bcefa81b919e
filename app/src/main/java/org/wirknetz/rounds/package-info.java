/// Question rounds (German: *Fragerunden*): asked live or within some days, answered by cards, sorted into
/// groups, weighted with dots, carried on into tasks and needs (C20).
///
/// What is asked anonymously is anonymous in the database, not only on the page: see decision 0211.
@ApplicationModule(
        displayName = "Question rounds",
        allowedDependencies = {"platform", "access", "directory", "exchange", "tasks"})
@NullMarked
package org.wirknetz.rounds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
