package org.wirknetz.access;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.platform.AccountId;
import org.wirknetz.platform.NetworkId;
import org.wirknetz.platform.Scope;

/// Personal access tokens for the API (German: *Zugriffsschlüssel*): for one network, to read or to read and
/// write, for
/// a
/// year at most. A token can never do more than its owner's seats.
///
/// Each verb is one statement; without a transaction around it, each may run in the scope it needs.
@Component
public class Tokens {

    static final String PREFIX = "wnk_";

    public enum TokenScope {
        READ,
        WRITE
    }

    private final JdbcClient db;
    private final SecureRandom random = new SecureRandom();

    Tokens(JdbcClient db) {
        this.db = db;
    }

    /// For the account and network of the current [Scope].
    ///
    /// @param days until it expires, 1 to 365
    /// @return the token, shown this once
    public String issue(String name, TokenScope scope, int days) {
        if (days < 1 || days > 365) throw new IllegalArgumentException("A token lasts 1 to 365 days.");
        var secret = Secret.random(random);
        db.sql("""
                        insert into access.token (network, account, name, scope, secret, expires_at)
                        values (?, ?, ?, ?, ?, now() + ? * interval '1 day')
                        """)
                .params(
                        Scope.current().requireNetwork().value(),
                        Scope.current().requireAccount().value(),
                        name.strip(),
                        scope.name(),
                        new Secret(PREFIX + secret.text()).hash(),
                        days)
                .update();
        return PREFIX + secret.text();
    }

    public record Card(
            UUID network,
            String networkName,
            UUID id,
            String name,
            String scope,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant usedAt) {}

    /// The living tokens of an account in every network.
    public List<Card> of(AccountId account) {
        return Scope.of(account)
                .call(() -> db.sql("""
                        select token.network, network.name as network_name, token.id, token.name, token.scope,
                               token.created_at, token.expires_at, access.token_used(token.id) as used_at
                          from access.token
                          join access.network on network.id = token.network
                         where token.account = ? and token.revoked_at is null and token.expires_at > now()
                         order by network.name, token.created_at
                        """).param(account.value()).query(Card.class).list());
    }

    public void revoke(AccountId account, NetworkId network, UUID token) {
        Scope.of(network, account)
                .run(() -> db.sql("update access.token set revoked_at = now()"
                                + " where network = ? and id = ? and account = ? and revoked_at is null")
                        .params(network.value(), token, account.value())
                        .update());
    }

    /// In the network of the current scope, when somebody leaves it.
    void revokeAll(AccountId account) {
        db.sql("update access.token set revoked_at = now() where network = platform.network() and account = ?"
                        + " and revoked_at is null")
                .param(account.value())
                .update();
    }

    record Holder(UUID id, UUID network, UUID account, String scope) {}

    Optional<Holder> holder(String token) {
        if (!token.startsWith(PREFIX) || token.length() > 100) return Optional.empty();
        return db.sql("select id, network, account, scope from access.token_holder(?)")
                .param(new Secret(token).hash())
                .query(Holder.class)
                .optional();
    }
}
