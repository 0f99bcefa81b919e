package org.wirknetz.products;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// The money of a product: its sheet, and the estimates of what it brings together and what each could have done alone.
@Component
@Transactional
public class Figures {

    private final JdbcClient db;

    Figures(JdbcClient db) {
        this.db = db;
    }

    /// @param version the one that was shown; 0 where there was no sheet yet
    public void calculate(ProductId product, int version, Sheet sheet) {
        require(product);
        int rows = db.sql("""
                        insert into products.sheet (network, product, unit, price, variable_cost, fixed_cost,
                                                    demand_low, demand_high, demand_source)
                        select platform.network(), :product, :unit, :price, :variable, :fixed, :low, :high, :source
                         where :version = 0
                        on conflict (network, product) do nothing
                        """)
                .param("version", version)
                .params(columns(product, sheet))
                .update();
        if (rows == 1) return;
        rows = db.sql("""
                        update products.sheet
                           set unit = :unit, price = :price, variable_cost = :variable, fixed_cost = :fixed,
                               demand_low = :low, demand_high = :high, demand_source = :source, version = version + 1
                         where product = :product and version = :version
                        """)
                .param("version", version)
                .params(columns(product, sheet))
                .update();
        if (rows == 0) throw new OptimisticLockingFailureException("sheet of " + product.value());
    }

    private static java.util.Map<String, @Nullable Object> columns(ProductId product, Sheet sheet) {
        var values = new java.util.HashMap<String, @Nullable Object>();
        values.put("product", product.value());
        values.put("unit", sheet.unit());
        values.put("price", sheet.price());
        values.put("variable", sheet.variableCost());
        values.put("fixed", sheet.fixedCost());
        values.put("low", sheet.demandLow());
        values.put("high", sheet.demandHigh());
        values.put("source", sheet.demandSource());
        return values;
    }

    /// Says or corrects one estimate.
    ///
    /// @param seen the [#seen(ProductId)] of when the form was shown
    /// @param organisation who could have done it alone; null for the outcome together
    /// @throws Refused when the range is turned round, nobody stands by it, or the organisation takes no part
    public void estimate(
            ProductId product,
            String seen,
            @Nullable UUID organisation,
            BigDecimal low,
            BigDecimal high,
            @Nullable String source,
            LocalDate on) {
        require(product);
        var from = Sheet.money(low);
        var to = Sheet.money(high);
        if (from == null || to == null || from.compareTo(to) > 0) throw new Refused("products.range-turned");
        var said = Texts.clean(source, 300);
        if (said == null) throw new Refused("products.estimate.source-missing");
        if (organisation != null && !takesPart(product, organisation)) throw new Refused("products.estimate.stranger");
        db.sql("select id from products.product where id = ? for update")
                .param(product.value())
                .query(UUID.class)
                .list();
        if (!seen(product).equals(seen)) throw new OptimisticLockingFailureException("estimates of " + product.value());
        db.sql("""
                        insert into products.estimate (network, product, organisation, low, high, source, estimated_on)
                        values (platform.network(), :product, :organisation, :low, :high, :source, :on)
                        on conflict (network, product, organisation) do update
                           set low = excluded.low, high = excluded.high, source = excluded.source,
                               estimated_on = excluded.estimated_on
                        """)
                .param("product", product.value())
                .param("organisation", organisation)
                .param("low", from)
                .param("high", to)
                .param("source", said)
                .param("on", on)
                .update();
    }

    /// What all estimates of a product say together, as a mark that changes with each of them.
    @Transactional(readOnly = true)
    public String seen(ProductId product) {
        return db.sql("select products.estimates_seen(?)")
                .param(product.value())
                .query(String.class)
                .single();
    }

    /// Takes an estimate back.
    public void forget(ProductId product, UUID estimate) {
        int rows = db.sql("delete from products.estimate where id = ? and product = ?")
                .params(estimate, product.value())
                .update();
        if (rows == 0) throw new NotFound();
    }

    private boolean takesPart(ProductId product, UUID organisation) {
        return db.sql("""
                        select exists (select from products.partner
                                        where product = ? and organisation = ? and left_on is null)
                        """)
                .params(product.value(), organisation)
                .query(Boolean.class)
                .single();
    }

    private void require(ProductId product) {
        if (db.sql("select id from products.product where id = ?")
                .param(product.value())
                .query(UUID.class)
                .optional()
                .isEmpty()) throw new NotFound();
    }
}
