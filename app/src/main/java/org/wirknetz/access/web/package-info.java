/// Pages of access: sign-in, choosing a network, who may what.
@NullMarked
package org.wirknetz.access.web;

import org.jspecify.annotations.NullMarked;
