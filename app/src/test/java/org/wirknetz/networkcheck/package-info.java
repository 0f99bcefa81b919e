@NullMarked
package org.wirknetz.networkcheck;

import org.jspecify.annotations.NullMarked;
