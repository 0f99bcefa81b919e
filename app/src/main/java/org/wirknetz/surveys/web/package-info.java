/// Pages of pulse surveys.
@NullMarked
package org.wirknetz.surveys.web;

import org.jspecify.annotations.NullMarked;
