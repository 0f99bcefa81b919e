/// Pages of newsletters, lists, circulars and of what one gets oneself; and the public ones to subscribe,
/// leave and read.
@NullMarked
package org.wirknetz.newsletter.web;

import org.jspecify.annotations.NullMarked;
