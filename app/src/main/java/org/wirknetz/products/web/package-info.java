/// Pages of joint products: the list, one product, its partners and its figures.
@NullMarked
package org.wirknetz.products.web;

import org.jspecify.annotations.NullMarked;
