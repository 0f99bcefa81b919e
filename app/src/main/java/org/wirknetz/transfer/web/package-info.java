/// Pages of import and export.
@NullMarked
package org.wirknetz.transfer.web;

import org.jspecify.annotations.NullMarked;
