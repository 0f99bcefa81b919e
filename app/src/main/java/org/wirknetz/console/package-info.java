/// The command line: one class a verb, named in the contract. Composes the other modules, is known by none.
@ApplicationModule(displayName = "Console")
@NullMarked
package org.wirknetz.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
