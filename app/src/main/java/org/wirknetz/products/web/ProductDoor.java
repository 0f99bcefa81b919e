package org.wirknetz.products.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.tables.DecimalStyle;
import org.wirknetz.platform.tables.Decimals;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Desk;

/// What the controllers of products share: who takes part in one, whom one may choose, how figures are read.
@Component
class ProductDoor {

    private final JdbcClient db;
    private final Desk desk;

    ProductDoor(JdbcClient db, Desk desk) {
        this.db = db;
        this.desk = desk;
    }

    /// @param all who takes part today
    /// @param owners those of them who answer for it
    record Circle(String name, Set<UUID> all, Set<UUID> owners) {}

    /// @throws NotFound when there is no such product, or this visitor must not know of it
    Circle circle(UUID product) {
        var name = db.sql("select name from products.product where id = ?")
                .param(product)
                .query(String.class)
                .optional()
                .orElseThrow(NotFound::new);
        var rows = db.sql("select organisation, owner from products.partner where product = ? and left_on is null")
                .param(product)
                .query((row, number) -> Map.entry(row.getObject("organisation", UUID.class), row.getBoolean("owner")))
                .list();
        return new Circle(
                name,
                rows.stream().map(Map.Entry::getKey).collect(Collectors.toSet()),
                rows.stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).collect(Collectors.toSet()));
    }

    /// Organisations a visitor may let answer for a product: the office all members, partners their own.
    List<Choice> owners(Visitor visitor) {
        return organisations(null).stream()
                .filter(it -> visitor.isOffice() || visitor.worksFor(UUID.fromString(it.value())))
                .toList();
    }

    /// Members of today who do not take part yet, by name.
    List<Choice> organisations(@Nullable UUID notIn) {
        return db.sql("""
                        select o.id::text as id, o.name from directory.organisation_card o
                         where o.network = platform.network()
                           and exists (select from directory.membership_card m
                                        where m.network = o.network and m.organisation = o.id
                                          and m.status in ('ACTIVE', 'DORMANT')
                                          and (m.valid_from is null or m.valid_from <= :today)
                                          and (m.valid_to is null or m.valid_to > :today))
                           and not exists (select from products.partner p
                                            where p.network = o.network and p.product = :product and p.organisation = o.id
                                              and p.left_on is null)
                         order by platform.fold(o.name), o.id
                        """)
                .param("today", desk.today())
                .param("product", notIn, java.sql.Types.OTHER)
                .query((row, number) -> new Choice(row.getString("id"), row.getString("name"), false))
                .list();
    }

    Crumb products(Visitor visitor) {
        return new Crumb(desk.say("products.title"), visitor.base() + "/products");
    }

    static Crumb product(Visitor visitor, UUID id, String name) {
        return new Crumb(name, visitor.base() + "/products/" + id);
    }

    /// A number as people here write it; nothing typed is nothing known.
    @Nullable
    BigDecimal amount(@Nullable String typed) {
        if (typed == null || typed.isBlank()) return null;
        try {
            return Decimals.parse(
                    typed, desk.locale().getLanguage().equals("de") ? DecimalStyle.GERMAN : DecimalStyle.ENGLISH);
        } catch (NumberFormatException noNumber) {
            throw new Refused("products.no-number", typed);
        }
    }

    @Nullable
    Integer count(@Nullable String typed) {
        var amount = amount(typed);
        if (amount == null) return null;
        try {
            return amount.intValueExact();
        } catch (ArithmeticException noCount) {
            throw new Refused("products.no-count", java.util.Objects.requireNonNull(typed));
        }
    }
}
