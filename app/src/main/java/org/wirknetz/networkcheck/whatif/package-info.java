/// What if: changes to the network that somebody only imagines, and what every measure would say of it. Nothing of it
/// is
/// stored; a play is known to whoever holds its address.
@NullMarked
package org.wirknetz.networkcheck.whatif;

import org.jspecify.annotations.NullMarked;
