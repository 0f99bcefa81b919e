/// Pages of give and take, needs and offers.
@NullMarked
package org.wirknetz.exchange.web;

import org.jspecify.annotations.NullMarked;
