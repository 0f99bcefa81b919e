package org.wirknetz.products.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.tables.Cell;
import org.wirknetz.platform.tables.TableWriter;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Filter;
import org.wirknetz.platform.web.Problem;
import org.wirknetz.platform.web.Redirects;
import org.wirknetz.platform.web.Spreadsheet;
import org.wirknetz.products.ProductPermissions;
import org.wirknetz.products.Products;
import org.wirknetz.products.Stage;

/// The list of joint products, and the beginning of one.
@Controller
class ProductsController {

    private final JdbcClient db;
    private final Products products;
    private final ProductPermissions may;
    private final ProductDoor door;
    private final Desk desk;
    private final Redirects redirects;

    ProductsController(
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

    @GetMapping("/w/{network}/products")
    ModelAndView list(Visitor visitor, @RequestParam Map<String, String> given) {
        Forbidden.unless(may.see(visitor));
        var list = ProductList.of(db, visitor.base() + "/products", given);
        return desk.page(
                "products/products",
                desk.say("products.title"),
                List.of(Desk.here(desk.say("products.title"))),
                Map.of(
                        "list",
                        list,
                        "filters",
                        List.of(stages(list)),
                        "sorting",
                        list.asked().sorting(),
                        "mayBegin",
                        may.begin(visitor)));
    }

    private Filter stages(ProductList list) {
        var choices = new LinkedHashMap<String, String>();
        choices.put("", desk.say("products.stage.running"));
        for (var stage : Stage.values())
            choices.put(stage.name(), desk.say("products.stage." + stage) + " (" + list.in(stage.name()) + ")");
        choices.put("all", desk.say("products.stage.all"));
        return list.asked().filter("stage", "", choices).after(desk.say("products.filter.stage"));
    }

    /// Exactly what the list shows.
    @GetMapping("/w/{network}/products/export")
    ResponseEntity<byte[]> export(Visitor visitor, @RequestParam Map<String, String> given) {
        Forbidden.unless(may.see(visitor));
        var list = ProductList.of(db, visitor.base() + "/products", given);
        return Spreadsheet.of(visitor.slug() + "-products", given.get("format"), table -> write(table, list));
    }

    private void write(TableWriter table, ProductList list) {
        table.table(
                "products",
                Stream.of("name", "kind", "stage", "since", "owners", "partners")
                        .map(it -> desk.say("products.column." + it))
                        .toList());
        for (var row : list.rows()) {
            table.row(List.of(
                    Cell.of(row.name()),
                    Cell.of(desk.say("products.kind." + row.kind())),
                    Cell.of(desk.say("products.stage." + row.stage())),
                    Spreadsheet.day(row.since()),
                    Cell.of(row.owners()),
                    new Cell.Amount(BigDecimal.valueOf(row.partners()))));
        }
    }

    @GetMapping("/w/{network}/products/new")
    ModelAndView blank(Visitor visitor) {
        Forbidden.unless(may.begin(visitor));
        return form(visitor, ProductForm.BLANK, List.of());
    }

    @PostMapping("/w/{network}/products")
    Object begin(Visitor visitor, @RequestParam Map<String, String> given, HttpServletRequest request) {
        Forbidden.unless(may.begin(visitor));
        var typed = ProductForm.of(given);
        var owner = typed.owner();
        var problems = typed.problems(desk, true);
        if (!problems.isEmpty() || owner == null) return desk.again(form(visitor, typed, problems));
        Forbidden.unless(may.begin(visitor, owner));
        try {
            var id = products.begin(typed.entry(), owner, desk.today());
            return redirects.done(request, visitor.base() + "/products/" + id.value(), "products.begun", typed.name());
        } catch (Refused refused) {
            return desk.again(form(
                    visitor, typed, List.of(new Problem("name", desk.say(refused.key(), refused.values())))));
        }
    }

    private ModelAndView form(Visitor visitor, ProductForm typed, List<Problem> problems) {
        var title = desk.say("products.new");
        var owners = door.owners(visitor);
        var chosen = typed.owner();
        return desk.page(
                "products/product-form",
                title,
                List.of(door.products(visitor), Desk.here(title)),
                Map.of(
                        "form",
                        typed,
                        "problems",
                        problems,
                        "action",
                        visitor.base() + "/products",
                        "back",
                        visitor.base() + "/products",
                        "owners",
                        ProductForm.choose(
                                owners,
                                chosen == null
                                        ? owners.size() == 1
                                                ? UUID.fromString(
                                                        owners.getFirst().value())
                                                : null
                                        : chosen)));
    }
}
