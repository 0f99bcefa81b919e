/// Joint products and services (German: *gemeinsame Produkte und Dienstleistungen*): from idea to market, who brings
/// what,
/// whether they carry themselves, and whether together is more than the sum of each alone.
///
/// It keeps no books and sends no bills: the figures are plans, each with its source.
@ApplicationModule(
        displayName = "Joint products",
        allowedDependencies = {"platform", "access", "directory"})
@NullMarked
package org.wirknetz.products;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
