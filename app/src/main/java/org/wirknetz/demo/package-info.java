/// The demo networks: fictional, drawn from data files by one seeded stream of chance, the same bytes every time.
///
/// Names, organisations, probabilities and story lines are files under `resources/demo`; the code here only draws,
/// assembles, writes the tables and, for the verb `demo`, loads the database. Known by none but the console.
@ApplicationModule(displayName = "Demo")
@NullMarked
package org.wirknetz.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
