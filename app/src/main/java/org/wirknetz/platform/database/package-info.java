/// The house's own PostgreSQL: started, watched, saved and brought back without any tool of the operating
/// system.
///
/// Plain Java, no Spring: the same classes serve the running program, the command line and the tests.
@NullMarked
package org.wirknetz.platform.database;

import org.jspecify.annotations.NullMarked;
