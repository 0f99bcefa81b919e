@NullMarked
package org.wirknetz;

import org.jspecify.annotations.NullMarked;
