/// Pages of bodies and working groups: the list, one group, its members.
@NullMarked
package org.wirknetz.groups.web;

import org.jspecify.annotations.NullMarked;
