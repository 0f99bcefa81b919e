package org.wirknetz.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.demo.Rows.Cells;

/// The joint products of one demo network: each at another point of its way, one that carries itself only perhaps, one
/// that is more together than alone, one given up.
record ProductRows(Rows rows, DirectoryIds ids) {

    void write() {
        var products = file("products");
        var steps = file("product-steps");
        rows.into(
                "products.product",
                products,
                it -> new Cells()
                        .with("id", product(it.text("key")))
                        .with("name", it.text("name"))
                        .with("kind", it.text("kind"))
                        .with("purpose", it.textOrNull("purpose"))
                        .with("rights", it.textOrNull("rights"))
                        .with("outcome", it.textOrNull("outcome"))
                        .with("version", 1)
                        .with("created_at", LocalDate.EPOCH));
        rows.into(
                "products.stage_change",
                steps,
                it -> new Cells()
                        .with("id", ids.row("step/" + it.text("product") + "/" + it.text("on")))
                        .with("product", product(it.text("product")))
                        .with("stage", it.text("stage"))
                        .with("entered_on", it.day("on"))
                        .with("reason", it.textOrNull("reason"))
                        .with("created_at", it.day("on")));
        partners();
        rows.into(
                "products.sheet",
                products.stream().filter(it -> !it.empty("price")).toList(),
                it -> new Cells()
                        .with("id", ids.row("sheet/" + it.text("key")))
                        .with("product", product(it.text("key")))
                        .with("unit", it.text("unit"))
                        .with("price", amount(it, "price"))
                        .with("variable_cost", amount(it, "variable"))
                        .with("fixed_cost", amount(it, "fixed"))
                        .with("demand_low", it.whole("low"))
                        .with("demand_high", it.whole("high"))
                        .with("demand_source", it.text("source"))
                        .with("version", 1));
        rows.into(
                "products.estimate",
                file("product-estimates"),
                it -> new Cells()
                        .with("id", ids.row("estimate/" + it.text("product") + "/" + it.text("organisation")))
                        .with("product", product(it.text("product")))
                        .with(
                                "organisation",
                                it.empty("organisation") ? null : ids.organisation(it.text("organisation")))
                        .with("low", amount(it, "low"))
                        .with("high", amount(it, "high"))
                        .with("source", it.text("source"))
                        .with("estimated_on", it.day("on")));
    }

    private void partners() {
        var partners = file("product-partners");
        rows.into(
                "products.partner",
                partners,
                it -> new Cells()
                        .with("id", partner(it))
                        .with("product", product(it.text("product")))
                        .with("organisation", ids.organisation(it.text("organisation")))
                        .with("owner", it.yes("owner"))
                        .with("brings", it.textOrNull("brings"))
                        .with("joined_on", it.day("joined"))
                        .with("left_on", it.empty("left") ? null : it.day("left")));
        rows.into(
                "products.portion",
                partners.stream().filter(it -> !it.empty("cost")).toList(),
                it -> new Cells()
                        .with("id", ids.row("portion/" + it.text("product") + "/" + it.text("organisation")))
                        .with("product", product(it.text("product")))
                        .with("partner", partner(it))
                        .with("cost_share", amount(it, "cost"))
                        .with("revenue_share", amount(it, "revenue")));
    }

    private List<Row> file(String name) {
        return DataFile.rows(rows.network().slug() + "/" + name + ".csv");
    }

    private UUID product(String key) {
        return ids.row("product/" + key);
    }

    private UUID partner(Row row) {
        return ids.row("takes-part/" + row.text("product") + "/" + row.text("organisation"));
    }

    private static @Nullable BigDecimal amount(Row row, String column) {
        return row.empty(column) ? null : new BigDecimal(row.text(column));
    }
}
