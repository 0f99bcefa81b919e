package org.wirknetz.products.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Redirects;
import org.wirknetz.products.Partnerships;
import org.wirknetz.products.Portion;
import org.wirknetz.products.ProductId;
import org.wirknetz.products.ProductPermissions;

/// Who takes part in a product, with what, and what they take of cost and revenue.
@Controller
class ProductPartnersController {

    private final JdbcClient db;
    private final Partnerships partnerships;
    private final ProductPermissions may;
    private final ProductDoor door;
    private final Desk desk;
    private final Redirects redirects;

    ProductPartnersController(
            JdbcClient db,
            Partnerships partnerships,
            ProductPermissions may,
            ProductDoor door,
            Desk desk,
            Redirects redirects) {
        this.db = db;
        this.partnerships = partnerships;
        this.may = may;
        this.door = door;
        this.desk = desk;
        this.redirects = redirects;
    }

    @PostMapping("/w/{network}/products/{id}/partners")
    String join(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam UUID organisation,
            @RequestParam(defaultValue = "") String brings,
            @RequestParam(defaultValue = "false") boolean owner,
            HttpServletRequest request) {
        var circle = door.circle(id);
        Forbidden.unless(may.change(visitor, circle.owners()));
        partnerships.join(new ProductId(id), organisation, owner, brings, desk.today());
        return redirects.done(request, page(visitor, id) + "#partners", "products.saved", circle.name());
    }

    @GetMapping("/w/{network}/products/{id}/partners/{partner}")
    ModelAndView edit(Visitor visitor, @PathVariable UUID id, @PathVariable UUID partner) {
        var circle = door.circle(id);
        Forbidden.unless(may.change(visitor, circle.owners()));
        var shown = ProductPage.of(db, id).present().stream()
                .filter(it -> it.id().equals(partner))
                .findFirst()
                .orElseThrow(NotFound::new);
        return desk.page(
                "products/partner-form",
                desk.say("products.partner.of", shown.name(), circle.name()),
                List.of(
                        door.products(visitor),
                        ProductDoor.product(visitor, id, circle.name()),
                        Desk.here(shown.name())),
                Map.of("partner", shown, "product", id));
    }

    @PostMapping("/w/{network}/products/{id}/partners/{partner}")
    String agree(
            Visitor visitor,
            @PathVariable UUID id,
            @PathVariable UUID partner,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String brings,
            @RequestParam(defaultValue = "false") boolean owner,
            @RequestParam(defaultValue = "") String cost,
            @RequestParam(defaultValue = "") String revenue,
            HttpServletRequest request) {
        var circle = door.circle(id);
        Forbidden.unless(may.change(visitor, circle.owners()));
        partnerships.agree(
                new ProductId(id),
                partner,
                version,
                owner,
                brings,
                new Portion(door.amount(cost), door.amount(revenue)));
        return redirects.done(request, page(visitor, id) + "#partners", "products.saved", circle.name());
    }

    @PostMapping("/w/{network}/products/{id}/partners/{partner}/end")
    String leave(Visitor visitor, @PathVariable UUID id, @PathVariable UUID partner, HttpServletRequest request) {
        var circle = door.circle(id);
        Forbidden.unless(may.change(visitor, circle.owners()));
        partnerships.leave(new ProductId(id), partner, desk.today());
        return redirects.done(request, page(visitor, id) + "#partners", "products.saved", circle.name());
    }

    private static String page(Visitor visitor, UUID id) {
        return visitor.base() + "/products/" + id;
    }
}
