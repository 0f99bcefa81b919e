/// Who owes whom what, in writing (German: *Vereinbarungen*): parties, text, negotiation, signatures, obligations.
///
/// It knows no ties: a concluded agreement is told as a fact, and `networkcheck` makes of it what it needs.
@ApplicationModule(
        displayName = "Agreements",
        allowedDependencies = {"platform", "access", "directory"})
@NullMarked
package org.wirknetz.agreements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
