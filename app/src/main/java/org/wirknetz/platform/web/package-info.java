/// The frame around every page: layout, fragments, errors, what a template may ask.
@NullMarked
package org.wirknetz.platform.web;

import org.jspecify.annotations.NullMarked;
