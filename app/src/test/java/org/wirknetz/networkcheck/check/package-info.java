@NullMarked
package org.wirknetz.networkcheck.check;

import org.jspecify.annotations.NullMarked;
