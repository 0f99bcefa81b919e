/// Who may come in, and as what: networks, accounts, sign-in, seats, permissions.
///
/// It does not know what a partner is; it knows only that a seat may belong to one.
@ApplicationModule(displayName = "Access", allowedDependencies = "platform")
@NullMarked
package org.wirknetz.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
