package org.wirknetz.products;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.access.PermissionSentences;
import org.wirknetz.access.Role;
import org.wirknetz.access.Sentence;
import org.wirknetz.access.TakingBack;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Changes;

/// Who may see and do what with joint products.
@Component
public class ProductPermissions implements PermissionSentences, TakingBack {

    private final JdbcClient db;

    ProductPermissions(JdbcClient db) {
        this.db = db;
    }

    /// What there is and who takes part: everybody inside.
    public boolean see(Visitor visitor) {
        return visitor.isInside();
    }

    /// The office, and partners for their own organisation.
    public boolean begin(Visitor visitor) {
        return visitor.isOffice()
                || visitor.seats().stream()
                        .anyMatch(seat -> seat.role() == Role.PARTNER_ADMIN || seat.role() == Role.PARTNER_STAFF);
    }

    public boolean begin(Visitor visitor, UUID owner) {
        return visitor.isOffice() || visitor.worksFor(owner);
    }

    /// Prices, costs, shares and estimates: the office and those who take part. The database holds to the same.
    public boolean seeMoney(Visitor visitor, Collection<UUID> partners) {
        return visitor.isOffice() || partners.stream().anyMatch(visitor::worksFor);
    }

    /// The office and the owners' people.
    public boolean change(Visitor visitor, Collection<UUID> owners) {
        return visitor.isOffice() || owners.stream().anyMatch(visitor::worksFor);
    }

    /// Whoever takes part estimates for the own organisation; owners and the office for all.
    public boolean estimate(Visitor visitor, Collection<UUID> owners, UUID organisation) {
        return change(visitor, owners) || visitor.worksFor(organisation);
    }

    @Override
    public List<Sentence> sentences() {
        var partners = Set.of(Role.OFFICE, Role.PARTNER_ADMIN, Role.PARTNER_STAFF);
        return List.of(
                Sentence.of("products.may.see", Role.OFFICE, Role.PARTNER_ADMIN, Role.PARTNER_STAFF, Role.GROUP_MEMBER),
                new Sentence("products.may.begin", partners, "access.only.own-organisation"),
                new Sentence("products.may.see-money", partners, "products.only.taking-part"),
                new Sentence("products.may.change", partners, "products.only.owners"),
                new Sentence("products.may.estimate", partners, "access.only.own-organisation"));
    }

    @Override
    public String schema() {
        return "products";
    }

    /// Owners' people what they did, and an estimate those whose organisation it speaks for. Who owned a product that
    /// is
    /// removed takes the removal back.
    @Override
    public boolean mayTakeBack(Visitor visitor, Changes.Touched row) {
        if (visitor.isOffice()) return true;
        var product = row.table().equals("products.product")
                ? row.record()
                : Objects.requireNonNull(row.references().get("product"));
        var owners = owners(product);
        if (change(visitor, owners)) return true;
        return row.table().equals("products.estimate") && ownEstimate(visitor, owners, row)
                || row.removed() && answeredForRemoved(product);
    }

    private boolean ownEstimate(Visitor visitor, List<UUID> owners, Changes.Touched row) {
        @Nullable UUID organisation = row.references().get("organisation");
        return organisation != null && estimate(visitor, owners, organisation);
    }

    private List<UUID> owners(UUID product) {
        return db.sql("select organisation from products.partner where product = ? and owner and left_on is null")
                .param(product)
                .query(UUID.class)
                .list();
    }

    private boolean answeredForRemoved(UUID product) {
        return db.sql("select products.answered_for_removed(?)")
                .param(product)
                .query(Boolean.class)
                .single();
    }
}
