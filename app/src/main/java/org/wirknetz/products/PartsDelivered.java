package org.wirknetz.products;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.directory.WorkDone;

/// When a product reaches its trial, what a partner was to bring has been brought: for the one who answers for the
/// product.
/// Where several answer for it together, it was for all, and nothing is suggested.
@Component
class PartsDelivered implements WorkDone {

    private final JdbcClient db;

    PartsDelivered(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Deed> since(LocalDate day, Set<UUID> organisations) {
        return db.sql("""
                        select 'products.part' as source, p.id as record, p.organisation as giver, owner.organisation as receiver,
                               left(product.name || ': ' || p.brings, 200) as what, tried.entered_on as "on"
                          from products.partner p
                          join products.product product on product.network = p.network and product.id = p.product
                          join products.partner owner on owner.network = p.network and owner.product = p.product and owner.owner
                                                     and owner.left_on is null and owner.organisation <> p.organisation
                         cross join lateral (select min(s.entered_on) as entered_on from products.stage_change s
                                              where s.network = p.network and s.product = p.product and s.stage in ('PILOT', 'MARKET')
                                                and s.entered_on >= p.joined_on) tried
                         where p.network = platform.network() and p.left_on is null and not p.owner and p.brings is not null
                           and tried.entered_on >= :day
                           and not exists (select from products.partner more
                                            where more.network = p.network and more.product = p.product and more.owner
                                              and more.left_on is null and more.id <> owner.id)
                           and (cardinality(cast(:organisations as uuid[])) = 0
                                or p.organisation = any (cast(:organisations as uuid[]))
                                or owner.organisation = any (cast(:organisations as uuid[])))
                         order by tried.entered_on desc, p.id limit 100
                        """)
                .param("day", day)
                .param(
                        "organisations",
                        organisations.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .query(Deed.class)
                .list();
    }
}
