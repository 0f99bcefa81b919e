/// Half-year reports (German: *Halbjahresbericht*): what the network check found and what was done, in sums and
/// sentences that identify nobody, for those who pay for the network and for the boards of its partners.
///
/// A report is prepared, frozen with the numbers of its day, and released once; see decision 0280.
@ApplicationModule(
        displayName = "Reports",
        allowedDependencies = {
            "platform",
            "access",
            "directory",
            "networkcheck",
            "networkcheck :: alarms",
            "networkcheck :: map",
            "equality"
        })
@NullMarked
package org.wirknetz.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
