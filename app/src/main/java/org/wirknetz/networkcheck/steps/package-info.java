/// From finding to doing: which introductions would help most, and which few steps follow from what is seen.
@NullMarked
package org.wirknetz.networkcheck.steps;

import org.jspecify.annotations.NullMarked;
