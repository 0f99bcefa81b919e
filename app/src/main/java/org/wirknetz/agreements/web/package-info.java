/// Pages of the agreements.
@NullMarked
package org.wirknetz.agreements.web;

import org.jspecify.annotations.NullMarked;
