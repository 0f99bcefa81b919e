package org.wirknetz.products.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Problem;
import org.wirknetz.platform.web.Redirects;
import org.wirknetz.products.ProductId;
import org.wirknetz.products.ProductPermissions;
import org.wirknetz.products.Products;
import org.wirknetz.products.Stage;

/// One product: show, correct, move to another stage, take away.
@Controller
class ProductController {

    private final JdbcClient db;
    private final Products products;
    private final ProductPermissions may;
    private final ProductDoor door;
    private final Desk desk;
    private final Redirects redirects;

    ProductController(
            JdbcClient db,
            Products products,
            ProductPermissions may,
            ProductDoor door,
            Desk desk,
            Redirects redirects) {
        this.db = db;
        this.products = products;
        this.may = may;
        this.door = door;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/products/{id}")
    ModelAndView show(Visitor visitor, @PathVariable UUID id) {
        Forbidden.unless(may.see(visitor));
        var page = ProductPage.of(db, id);
        var circle = door.circle(id);
        boolean changes = may.change(visitor, circle.owners());
        return desk.page(
                "products/product",
                page.card().name(),
                List.of(door.products(visitor), Desk.here(page.card().name())),
                Map.of(
                        "page",
                        page,
                        "changes",
                        changes,
                        "money",
                        may.seeMoney(visitor, circle.all()),
                        "estimating",
                        estimating(visitor, page, circle),
                        "stages",
                        stages(page),
                        "joining",
                        changes ? door.organisations(id) : List.of()));
    }

    /// For whom this visitor may say what they could have done alone, and the outcome together (empty value).
    private List<Choice> estimating(Visitor visitor, ProductPage page, ProductDoor.Circle circle) {
        var choices = new ArrayList<Choice>();
        if (may.change(visitor, circle.owners())) choices.add(new Choice("", desk.say("products.together"), true));
        for (var partner : page.present()) {
            if (may.estimate(visitor, circle.owners(), partner.organisation()))
                choices.add(new Choice(
                        partner.organisation().toString(), desk.say("products.alone-of", partner.name()), false));
        }
        return choices;
    }

    private List<Choice> stages(ProductPage page) {
        var next = page.next().map(Stage::name).orElse("");
        return Arrays.stream(Stage.values())
                .filter(it -> !it.name().equals(page.card().stage()))
                .map(it -> new Choice(
                        it.name(), desk.say("products.stage." + it), it.name().equals(next)))
                .toList();
    }

    @GetMapping("/w/{network}/products/{id}/edit")
    ModelAndView edit(Visitor visitor, @PathVariable UUID id) {
        Forbidden.unless(may.change(visitor, door.circle(id).owners()));
        return form(visitor, id, ProductForm.of(ProductPage.of(db, id).card()), List.of());
    }

    @PostMapping("/w/{network}/products/{id}")
    Object revise(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam Map<String, String> given,
            HttpServletRequest request) {
        Forbidden.unless(may.change(visitor, door.circle(id).owners()));
        var typed = ProductForm.of(given);
        var problems = typed.problems(desk, false);
        if (!problems.isEmpty()) return desk.again(form(visitor, id, typed, problems));
        try {
            products.revise(new ProductId(id), typed.version(), typed.entry());
        } catch (Refused refused) {
            return desk.again(form(
                    visitor, id, typed, List.of(new Problem("name", desk.say(refused.key(), refused.values())))));
        }
        return redirects.done(request, visitor.base() + "/products/" + id, "products.saved", typed.name());
    }

    private ModelAndView form(Visitor visitor, UUID id, ProductForm typed, List<Problem> problems) {
        var name = door.circle(id).name();
        var path = visitor.base() + "/products/" + id;
        return desk.page(
                "products/product-form",
                desk.say("products.edit-of", name),
                List.of(
                        door.products(visitor),
                        ProductDoor.product(visitor, id, name),
                        Desk.here(desk.say("products.edit"))),
                Map.of("form", typed, "problems", problems, "action", path, "back", path, "owners", List.of()));
    }

    @PostMapping("/w/{network}/products/{id}/stage")
    String move(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam String stage,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        var circle = door.circle(id);
        Forbidden.unless(may.change(visitor, circle.owners()));
        var goal = Arrays.stream(Stage.values())
                .filter(it -> it.name().equals(stage))
                .findFirst()
                .orElseThrow(NotFound::new);
        products.move(new ProductId(id), goal, day(on), reason);
        return redirects.done(
                request,
                visitor.base() + "/products/" + id,
                "products.moved",
                circle.name(),
                desk.say("products.stage." + goal));
    }

    @PostMapping("/w/{network}/products/{id}/removal")
    String remove(Visitor visitor, @PathVariable UUID id, HttpServletRequest request) {
        var circle = door.circle(id);
        Forbidden.unless(may.change(visitor, circle.owners()));
        products.remove(new ProductId(id));
        return redirects.done(request, visitor.base() + "/products", "products.removed", circle.name());
    }

    private LocalDate day(String typed) {
        if (typed.isBlank()) return desk.today();
        try {
            var day = LocalDate.parse(typed.strip());
            if (day.isAfter(desk.today())) throw new Refused("products.day-to-come");
            if (day.getYear() < 1900) throw new Refused("products.no-day", typed);
            return day;
        } catch (DateTimeParseException noDay) {
            throw new Refused("products.no-day", typed);
        }
    }
}
