package org.wirknetz.api;

import static org.wirknetz.api.Field.of;
import static org.wirknetz.api.Field.oneOf;
import static org.wirknetz.api.Field.text;

import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.api.Field.Type;
import org.wirknetz.products.ProductPermissions;

/// Joint products; money is kept by the database from those who take no part.
@Component
class ProductResources implements RoomResources {

    private static final String[] STAGES = {"IDEA", "CONCEPT", "PILOT", "MARKET", "ENDED"};

    private final ProductPermissions products;

    ProductResources(ProductPermissions products) {
        this.products = products;
    }

    @Override
    public List<Resource> resources() {
        return List.of(
                new Resource(
                        "products",
                        "products.product",
                        "(select product.*, products.stage_of(product.id) as stage from products.product product)",
                        List.of(
                                text("name", 200).needed(),
                                oneOf("kind", "PRODUCT", "SERVICE").needed(),
                                oneOf("stage", STAGES).readOnly(),
                                text("purpose", 4_000),
                                text("rights", 4_000),
                                text("outcome", 200),
                                of("version", Type.INTEGER).readOnly()),
                        products::see,
                        Visitor::isOffice),
                new Resource(
                        "product-stages",
                        "products.stage_change",
                        "products.stage_change",
                        List.of(
                                of("product", Type.UUID).needed(),
                                oneOf("stage", STAGES).needed(),
                                of("enteredOn", Type.DATE).needed(),
                                text("reason", 1_000)),
                        products::see,
                        Visitor::isOffice),
                new Resource(
                        "product-partners",
                        "products.partner",
                        "products.partner",
                        List.of(
                                of("product", Type.UUID).needed(),
                                of("organisation", Type.UUID).needed(),
                                of("owner", Type.BOOLEAN),
                                text("brings", 1_000),
                                of("joinedOn", Type.DATE).needed(),
                                of("leftOn", Type.DATE)),
                        products::see,
                        Visitor::isOffice),
                new Resource(
                        "product-shares",
                        "products.portion",
                        "products.portion",
                        List.of(
                                of("product", Type.UUID).needed(),
                                of("partner", Type.UUID).needed(),
                                of("costShare", Type.NUMBER),
                                of("revenueShare", Type.NUMBER)),
                        products::see,
                        Visitor::isOffice),
                new Resource(
                        "product-sheets",
                        "products.sheet",
                        "products.sheet",
                        List.of(
                                of("product", Type.UUID).needed(),
                                text("unit", 60),
                                of("price", Type.NUMBER),
                                of("variableCost", Type.NUMBER),
                                of("fixedCost", Type.NUMBER),
                                of("demandLow", Type.INTEGER),
                                of("demandHigh", Type.INTEGER),
                                text("demandSource", 300),
                                of("version", Type.INTEGER).readOnly()),
                        products::see,
                        Visitor::isOffice),
                new Resource(
                        "product-estimates",
                        "products.estimate",
                        "products.estimate",
                        List.of(
                                of("product", Type.UUID).needed(),
                                of("organisation", Type.UUID),
                                of("low", Type.NUMBER).needed(),
                                of("high", Type.NUMBER).needed(),
                                text("source", 300).needed(),
                                of("estimatedOn", Type.DATE).needed()),
                        products::see,
                        Visitor::isOffice));
    }
}
