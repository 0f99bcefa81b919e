/// The table plan of a meeting (German: *Tischplan*): who sits with whom, so that people meet who have not
/// met yet.
@NullMarked
package org.wirknetz.meetings.seating;

import org.jspecify.annotations.NullMarked;
