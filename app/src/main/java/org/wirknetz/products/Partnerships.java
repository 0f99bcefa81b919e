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

/// Who takes part in a product, what they bring, and what they take of cost and revenue.
@Component
@Transactional
public class Partnerships {

    private final JdbcClient db;

    Partnerships(JdbcClient db) {
        this.db = db;
    }

    /// @param owner answers for the product, together with the other owners
    /// @param brings in words: rooms, trainers, material …
    /// @throws Refused when the organisation takes part already
    public void join(ProductId product, UUID organisation, boolean owner, @Nullable String brings, LocalDate on) {
        int rows;
        try {
            rows = db.sql("""
                            insert into products.partner (network, product, organisation, owner, brings, joined_on)
                            select platform.network(), p.id, o.id, :owner, :brings, :on
                              from products.product p, directory.organisation_card o
                             where p.id = :product and o.network = platform.network() and o.id = :organisation
                            """)
                    .param("product", product.value())
                    .param("organisation", organisation)
                    .param("owner", owner)
                    .param("brings", Texts.clean(brings, 1000))
                    .param("on", on)
                    .update();
        } catch (DuplicateKeyException twice) {
            throw new Refused("products.partner.known");
        }
        if (rows == 0) throw new NotFound();
    }

    /// @param version the one that was shown
    /// @throws Refused when it would leave the product without an owner, or the parts would be more than the whole
    /// @throws OptimisticLockingFailureException when somebody else was quicker
    public void agree(
            ProductId product, UUID partner, int version, boolean owner, @Nullable String brings, Portion portion) {
        lock(product);
        requirePresent(product, partner);
        int rows = db.sql("""
                        update products.partner set owner = :owner, brings = :brings, version = version + 1
                         where id = :partner and product = :product and version = :version
                        """)
                .param("version", version)
                .param("partner", partner)
                .param("product", product.value())
                .param("owner", owner)
                .param("brings", Texts.clean(brings, 1000))
                .update();
        if (rows == 0) throw new OptimisticLockingFailureException("partner " + partner);
        requireNoMoreThanWhole(product, partner, portion);
        db.sql("""
                        insert into products.portion (network, product, partner, cost_share, revenue_share)
                        values (platform.network(), :product, :partner, :cost, :revenue)
                        on conflict (network, partner) do update
                           set cost_share = excluded.cost_share, revenue_share = excluded.revenue_share
                        """)
                .param("product", product.value())
                .param("partner", partner)
                .param("cost", portion.cost())
                .param("revenue", portion.revenue())
                .update();
        requireOwner(product);
    }

    /// @param on the first day it no longer takes part
    /// @throws Refused when it would leave the product without an owner, or lies before it joined
    public void leave(ProductId product, UUID partner, LocalDate on) {
        lock(product);
        int rows = db.sql("""
                        update products.partner set left_on = :on
                         where id = :partner and product = :product and left_on is null and joined_on < :on
                        """)
                .param("partner", partner)
                .param("product", product.value())
                .param("on", on)
                .update();
        if (rows == 0) {
            boolean known = db.sql("select exists (select from products.partner where id = ? and product = ?)")
                    .params(partner, product.value())
                    .query(Boolean.class)
                    .single();
            if (!known) throw new NotFound();
            throw new Refused("products.partner.leaves-too-early");
        }
        requireOwner(product);
    }

    /// Two people changing shares at once must not both believe the whole is theirs.
    private void lock(ProductId product) {
        if (db.sql("select id from products.product where id = ? for update")
                .param(product.value())
                .query(UUID.class)
                .optional()
                .isEmpty()) throw new NotFound();
    }

    private void requirePresent(ProductId product, UUID partner) {
        if (db.sql("select id from products.partner where id = ? and product = ? and left_on is null")
                .params(partner, product.value())
                .query(UUID.class)
                .optional()
                .isEmpty()) throw new NotFound();
    }

    private void requireOwner(ProductId product) {
        boolean owned = db.sql(
                        "select exists (select from products.partner where product = ? and owner and left_on is null)")
                .param(product.value())
                .query(Boolean.class)
                .single();
        if (!owned) throw new Refused("products.partner.no-owner");
    }

    /// Asked before it is written: the database keeps the rule, too, but has no sentence for it.
    private void requireNoMoreThanWhole(ProductId product, UUID partner, Portion portion) {
        boolean more = db.sql("""
                        select coalesce(sum(o.cost_share), 0) + coalesce(cast(:cost as numeric), 0) > 100
                               or coalesce(sum(o.revenue_share), 0) + coalesce(cast(:revenue as numeric), 0) > 100
                          from products.portion o
                          join products.partner p on p.network = o.network and p.id = o.partner
                         where o.product = :product and p.left_on is null and p.id <> :partner
                        """)
                .param("product", product.value())
                .param("partner", partner)
                .param("cost", portion.cost())
                .param("revenue", portion.revenue())
                .query(Boolean.class)
                .single();
        if (more) throw new Refused("products.share.more-than-whole");
    }
}
