@NullMarked
package org.wirknetz.platform.database;

import org.jspecify.annotations.NullMarked;
