/// The program as people meet it: the whole of it, in a real browser, one journey per person of the cast.
@NullMarked
package org.wirknetz.journeys;

import org.jspecify.annotations.NullMarked;
