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
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Redirects;
import org.wirknetz.products.Figures;
import org.wirknetz.products.ProductId;
import org.wirknetz.products.ProductPermissions;
import org.wirknetz.products.Sheet;

/// The sheet of a product, and the estimates of its outcome.
@Controller
class ProductFiguresController {

    private final JdbcClient db;
    private final Figures figures;
    private final ProductPermissions may;
    private final ProductDoor door;
    private final Desk desk;
    private final Redirects redirects;

    ProductFiguresController(
            JdbcClient db, Figures figures, ProductPermissions may, ProductDoor door, Desk desk, Redirects redirects) {
        this.db = db;
        this.figures = figures;
        this.may = may;
        this.door = door;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/products/{id}/sheet")
    ModelAndView edit(Visitor visitor, @PathVariable UUID id) {
        var circle = door.circle(id);
        Forbidden.unless(may.change(visitor, circle.owners()));
        return form(visitor, id, circle.name(), SheetForm.of(ProductPage.of(db, id), desk.locale()), "");
    }

    @PostMapping("/w/{network}/products/{id}/sheet")
    Object calculate(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam Map<String, String> given,
            HttpServletRequest request) {
        var circle = door.circle(id);
        Forbidden.unless(may.change(visitor, circle.owners()));
        var typed = SheetForm.of(given);
        try {
            figures.calculate(new ProductId(id), typed.version(), sheet(typed));
        } catch (Refused refused) {
            return desk.again(form(visitor, id, circle.name(), typed, desk.say(refused.key(), refused.values())));
        }
        return redirects.done(request, visitor.base() + "/products/" + id + "#money", "products.saved", circle.name());
    }

    private Sheet sheet(SheetForm typed) {
        return new Sheet(
                typed.unit(),
                door.amount(typed.price()),
                door.amount(typed.variableCost()),
                door.amount(typed.fixedCost()),
                door.count(typed.demandLow()),
                door.count(typed.demandHigh()),
                typed.demandSource());
    }

    private ModelAndView form(Visitor visitor, UUID id, String name, SheetForm typed, String problem) {
        return desk.page(
                "products/sheet-form",
                desk.say("products.sheet.of", name),
                List.of(
                        door.products(visitor),
                        ProductDoor.product(visitor, id, name),
                        Desk.here(desk.say("products.sheet"))),
                Map.of("form", typed, "problem", problem, "product", id));
    }

    /// @param organisation who could have done it alone; empty for the outcome together
    @PostMapping("/w/{network}/products/{id}/estimates")
    String estimate(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String low,
            @RequestParam(defaultValue = "") String high,
            @RequestParam(defaultValue = "") String source,
            HttpServletRequest request) {
        var circle = door.circle(id);
        var whose = organisation.isBlank() ? null : ProductForm.id(organisation);
        if (!organisation.isBlank() && whose == null) throw new NotFound();
        Forbidden.unless(may.change(visitor, circle.owners())
                || whose != null && circle.all().contains(whose) && may.estimate(visitor, circle.owners(), whose));
        var from = door.amount(low);
        var to = door.amount(high.isBlank() ? low : high);
        if (from == null || to == null) throw new Refused("products.estimate.missing");
        figures.estimate(new ProductId(id), seen, whose, from, to, source, desk.today());
        return redirects.done(
                request, visitor.base() + "/products/" + id + "#together", "products.saved", circle.name());
    }

    @PostMapping("/w/{network}/products/{id}/estimates/{estimate}/removal")
    String forget(Visitor visitor, @PathVariable UUID id, @PathVariable UUID estimate, HttpServletRequest request) {
        var circle = door.circle(id);
        var known = ProductPage.of(db, id).estimates().stream()
                .filter(it -> it.id().equals(estimate))
                .findFirst()
                .orElseThrow(NotFound::new);
        var whose = known.organisation();
        Forbidden.unless(
                whose == null ? may.change(visitor, circle.owners()) : may.estimate(visitor, circle.owners(), whose));
        figures.forget(new ProductId(id), estimate);
        return redirects.done(
                request, visitor.base() + "/products/" + id + "#together", "products.saved", circle.name());
    }
}
