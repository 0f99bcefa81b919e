package org.wirknetz.products;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.directory.OrganisationsMerged;

/// When two cards of one organisation become one, its part in products goes with it, in the same transaction and taken
/// back with it. Where both took part in one product, or both were estimated, the kept one's word stays.
@Component
class MoveProductsOnMerge {

    private final JdbcClient db;

    MoveProductsOnMerge(JdbcClient db) {
        this.db = db;
    }

    @EventListener
    void on(OrganisationsMerged merged) {
        for (var step : new String[] {
            """
            update products.partner kept set owner = true
             where kept.organisation = :kept and kept.left_on is null and not kept.owner
               and exists (select from products.partner other
                            where other.product = kept.product and other.organisation = :dropped
                              and other.left_on is null and other.owner)
            """,
            """
            delete from products.portion
             where partner in (select other.id from products.partner other
                                 join products.partner kept on kept.product = other.product and kept.organisation = :kept
                                where other.organisation = :dropped and other.left_on is null and kept.left_on is null)
            """,
            """
            delete from products.partner other
             where other.organisation = :dropped and other.left_on is null
               and exists (select from products.partner kept
                            where kept.product = other.product and kept.organisation = :kept and kept.left_on is null)
            """,
            "update products.partner set organisation = :kept where organisation = :dropped",
            """
            delete from products.estimate other
             where other.organisation = :dropped
               and exists (select from products.estimate kept
                            where kept.product = other.product and kept.organisation = :kept)
            """,
            "update products.estimate set organisation = :kept where organisation = :dropped"
        }) {
            db.sql(step)
                    .param("kept", merged.kept().value())
                    .param("dropped", merged.dropped().value())
                    .update();
        }
    }
}
