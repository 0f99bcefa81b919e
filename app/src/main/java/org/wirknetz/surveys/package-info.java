/// Pulse surveys (German: *Umfragen*, *Netzwerk-Puls*): a short questionnaire in waves, by personal links without an
/// account; sums from five raters on, and ties that organisations name.
///
/// Who said what is known to nobody, in the database neither: see decision 0270.
@ApplicationModule(
        displayName = "Pulse surveys",
        allowedDependencies = {"platform", "access", "directory"})
@NullMarked
package org.wirknetz.surveys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
