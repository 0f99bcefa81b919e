@NullMarked
package org.wirknetz.platform.tables;

import org.jspecify.annotations.NullMarked;
