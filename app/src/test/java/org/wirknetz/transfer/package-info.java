@NullMarked
package org.wirknetz.transfer;

import org.jspecify.annotations.NullMarked;
