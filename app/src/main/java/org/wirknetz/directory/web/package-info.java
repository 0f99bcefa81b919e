/// Pages of the directory: partners, people, structures, targets, search, the letter of the day.
@NullMarked
package org.wirknetz.directory.web;

import org.jspecify.annotations.NullMarked;
