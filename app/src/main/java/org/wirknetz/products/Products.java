package org.wirknetz.products;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// Joint products of the network in scope: begin one, describe it, move it to another stage, take it away.
@Component
@Transactional
public class Products {

    private final JdbcClient db;

    Products(JdbcClient db) {
        this.db = db;
    }

    /// @param owner the organisation that answers for it
    /// @throws Refused when another product has the name already
    public ProductId begin(ProductEntry entry, UUID owner, LocalDate on) {
        var id = ProductId.fresh();
        try {
            db.sql("""
                            insert into products.product (network, id, name, kind, purpose, rights, outcome)
                            values (platform.network(), :id, :name, :kind, :purpose, :rights, :outcome)
                            """)
                    .param("id", id.value())
                    .param("name", entry.name())
                    .param("kind", entry.kind().name())
                    .param("purpose", entry.purpose())
                    .param("rights", entry.rights())
                    .param("outcome", entry.outcome())
                    .update();
        } catch (DuplicateKeyException twice) {
            throw new Refused("products.name-taken", entry.name());
        }
        note(id, Stage.IDEA, on, null);
        int joined = db.sql("""
                        insert into products.partner (network, product, organisation, owner, joined_on)
                        select platform.network(), :product, o.id, true, :on
                          from directory.organisation_card o where o.network = platform.network() and o.id = :owner
                        """)
                .param("product", id.value())
                .param("owner", owner)
                .param("on", on)
                .update();
        if (joined == 0) throw new NotFound();
        return id;
    }

    /// @param version the one that was shown
    public void revise(ProductId id, int version, ProductEntry entry) {
        int rows;
        try {
            rows = db.sql("""
                            update products.product
                               set name = :name, kind = :kind, purpose = :purpose, rights = :rights, outcome = :outcome,
                                   version = version + 1
                             where id = :id and version = :version
                            """)
                    .param("id", id.value())
                    .param("version", version)
                    .param("name", entry.name())
                    .param("kind", entry.kind().name())
                    .param("purpose", entry.purpose())
                    .param("rights", entry.rights())
                    .param("outcome", entry.outcome())
                    .update();
        } catch (DuplicateKeyException twice) {
            throw new Refused("products.name-taken", entry.name());
        }
        if (rows == 1) return;
        require(id);
        throw new OptimisticLockingFailureException("product " + id.value());
    }

    /// @param on the day it reached the stage; not before the last change
    /// @param reason what shows it; may be empty
    /// @throws Refused when it stands there already, or the day lies before the last change
    public void move(ProductId id, Stage stage, LocalDate on, @Nullable String reason) {
        if (db.sql("select id from products.product where id = ? for update")
                .param(id.value())
                .query(UUID.class)
                .optional()
                .isEmpty()) throw new NotFound();
        var now = db.sql("select products.stage_of(?)")
                .param(id.value())
                .query(Stage.class)
                .single();
        if (now == stage) throw new Refused("products.stage.same");
        boolean earlier = db.sql(
                        "select exists (select from products.stage_change where product = ? and entered_on > ?)")
                .params(id.value(), on)
                .query(Boolean.class)
                .single();
        if (earlier) throw new Refused("products.stage.before");
        note(id, stage, on, Texts.clean(reason, 1000));
    }

    private void note(ProductId id, Stage stage, LocalDate on, @Nullable String reason) {
        db.sql("""
                        insert into products.stage_change (network, product, stage, entered_on, reason)
                        values (platform.network(), :product, :stage, :on, :reason)
                        """)
                .param("product", id.value())
                .param("stage", stage.name())
                .param("on", on)
                .param("reason", reason)
                .update();
    }

    /// It was entered by mistake. What was tried and given up is moved to its end instead.
    public void remove(ProductId id) {
        require(id);
        for (var table : new String[] {"estimate", "sheet", "portion", "partner", "stage_change"}) {
            db.sql("delete from products." + table + " where product = ?")
                    .param(id.value())
                    .update();
        }
        db.sql("delete from products.product where id = ?").param(id.value()).update();
    }

    private void require(ProductId id) {
        boolean known = db.sql("select exists (select from products.product where id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
        if (!known) throw new NotFound();
    }
}
