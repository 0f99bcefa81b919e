/// Tests of the house itself: walls, tenancy, names, words. Each has been seen failing.
@NullMarked
package org.wirknetz.guards;

import org.jspecify.annotations.NullMarked;
