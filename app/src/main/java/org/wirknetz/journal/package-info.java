/// The contact journal (German: *Kontaktjournal*): whom the office spoke to, what comes next, whom it has lost
/// sight
/// of.
///
/// A closed room: it reads the directory, and nobody reads it. No card, no report, no search of the house and
/// no API
/// shows a row of it; see decision 0210.
@ApplicationModule(
        displayName = "Contact journal",
        allowedDependencies = {"platform", "access", "directory"})
@NullMarked
package org.wirknetz.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
