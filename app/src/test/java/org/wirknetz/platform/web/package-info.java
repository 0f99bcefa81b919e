@NullMarked
package org.wirknetz.platform.web;

import org.jspecify.annotations.NullMarked;
