package org.wirknetz.products.web;

import org.springframework.stereotype.Component;
import org.wirknetz.access.PageDoor;
import org.wirknetz.products.ProductPermissions;

/// The page of joint products in the room Zusammenarbeit.
@Component
class ProductDoors extends PageDoor {

    ProductDoors(ProductPermissions may) {
        super("cooperation", 38, 60, "products.title", "/products", may::see);
    }
}
