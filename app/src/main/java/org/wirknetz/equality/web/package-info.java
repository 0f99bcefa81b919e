/// Pages of equality monitoring: what was published, as a page, file and paper; the audit of its
/// protection; the ways in.
@NullMarked
package org.wirknetz.equality.web;

import org.jspecify.annotations.NullMarked;
