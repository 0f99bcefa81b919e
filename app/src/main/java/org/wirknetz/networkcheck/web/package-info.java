/// Pages of the network check.
@NullMarked
package org.wirknetz.networkcheck.web;

import org.jspecify.annotations.NullMarked;
