package org.wirknetz.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.platform.AccountId;
import org.wirknetz.platform.NetworkId;
import org.wirknetz.platform.Scope;
import org.wirknetz.platform.web.NetworkSign;

/// Looks up, afresh for every request, who is asking: a right taken away is gone with the next click, on every node.
@Component
class Visitors {

    private final JdbcClient db;

    Visitors(JdbcClient db) {
        this.db = db;
    }

    record Account(UUID id, String name, String locale, boolean operator, String owedFactor) {}

    record Place(
            UUID network,
            String slug,
            String name,
            boolean demo,
            String role,
            @Nullable UUID organisation) {
        NetworkSign sign() {
            return new NetworkSign(slug, name, demo);
        }
    }

    Optional<Account> account(UUID account) {
        return db.sql("select id, name, locale, operator, access.owed_factor(id) as owed_factor from access.account"
                        + " where id = ? and not disabled")
                .param(account)
                .query(Account.class)
                .optional();
    }

    /// All seats of an account, in every network: row-level security shows a person their own.
    List<Place> places(UUID account) {
        return Scope.of(new AccountId(account))
                .call(() -> db.sql("""
                        select network.id as network, network.slug, network.name, network.demo, seat.role, seat.organisation
                          from access.seat
                          join access.network on network.id = seat.network
                         where seat.account = ?
                         order by network.name, seat.role
                        """).param(account).query(Place.class).list());
    }

    record Network(UUID id, String slug, String name, boolean demo) {
        NetworkId networkId() {
            return new NetworkId(id);
        }
    }

    Optional<Network> network(String slug) {
        return db.sql("select id, slug, name, demo from access.network where slug = ?")
                .param(slug)
                .query(Network.class)
                .optional();
    }
}
