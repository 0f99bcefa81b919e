@NullMarked
package org.wirknetz.platform.mail;

import org.jspecify.annotations.NullMarked;
