@NullMarked
package org.wirknetz.api;

import org.jspecify.annotations.NullMarked;
