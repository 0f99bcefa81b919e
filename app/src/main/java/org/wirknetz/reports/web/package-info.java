/// Pages of half-year reports, and the papers they are taken along on.
@NullMarked
package org.wirknetz.reports.web;

import org.jspecify.annotations.NullMarked;
