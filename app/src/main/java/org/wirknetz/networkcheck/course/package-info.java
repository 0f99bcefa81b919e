/// Values of the network through its quarters, and what they are compared with: the network's own history, chance, and
/// what one member more or less could cause. Nothing here is a score.
@NullMarked
package org.wirknetz.networkcheck.course;

import org.jspecify.annotations.NullMarked;
