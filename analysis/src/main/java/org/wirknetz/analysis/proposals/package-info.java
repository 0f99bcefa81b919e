/// What could be done: which additional ties would help most, and what a change would do before anyone makes
/// it.
@NullMarked
package org.wirknetz.analysis.proposals;

import org.jspecify.annotations.NullMarked;
