/// The demo networks: fictional, drawn from data files by one seeded stream of chance, the same bytes every time.
///
/// Names, organisations, probabilities and story lines are files under `resources/demo`; the code here only draws and
/// assembles. It knows no clock and no database.
@NullMarked
package org.wirknetz.demo;

import org.jspecify.annotations.NullMarked;
