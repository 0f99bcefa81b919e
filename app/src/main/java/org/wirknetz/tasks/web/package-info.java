/// Pages of decisions and tasks: the register, the running list, one of each, handing over.
@NullMarked
package org.wirknetz.tasks.web;

import org.jspecify.annotations.NullMarked;
