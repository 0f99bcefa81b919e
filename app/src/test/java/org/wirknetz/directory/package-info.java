/// Tests of the directory: rules, and rooms through the web door.
@NullMarked
package org.wirknetz.directory;

import org.jspecify.annotations.NullMarked;
