/// Give and take, needs and offers (German: *Geben und Nehmen, Bedarfe und Angebote*): who helped whom, whether it
/// comes
/// back, and who could help next.
///
/// It never lists debtors: each pair sees its own, the office all, and the database itself keeps it so.
@ApplicationModule(
        displayName = "Exchange",
        allowedDependencies = {"platform", "access", "directory"})
@NullMarked
package org.wirknetz.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
