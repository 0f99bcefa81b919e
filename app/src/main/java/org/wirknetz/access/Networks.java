package org.wirknetz.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.AccountId;
import org.wirknetz.platform.NetworkId;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;

/// Networks (German: *Netzwerke*): each one a tenant, founded from a template.
@Component
@Transactional
public class Networks {

    private final JdbcClient db;

    Networks(JdbcClient db) {
        this.db = db;
    }

    /// @param id given, so that demo and imported networks keep their identity
    /// @throws Refused `access.network.slug-taken`
    public NetworkId found(NetworkId id, String slug, String name, String template, boolean demo) {
        try {
            db.sql("insert into access.network (id, slug, name, template, demo) values (?, ?, ?, ?, ?)")
                    .params(id.value(), slug, name, template, demo)
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Refused("access.network.slug-taken", slug);
        }
        return id;
    }

    /// What the operator sees of a network: that it is there, not what is in it.
    public record Card(UUID id, String slug, String name, String template, boolean demo, Instant createdAt) {}

    public List<Card> all() {
        return db.sql("select id, slug, name, template, demo, created_at from access.network order by name")
                .query(Card.class)
                .list();
    }

    public Optional<NetworkId> bySlug(String slug) {
        return db.sql("select id from access.network where slug = ?")
                .param(slug)
                .query(UUID.class)
                .optional()
                .map(NetworkId::new);
    }

    /// Gives somebody a seat in the network of the current [Scope]. Said twice, it changes nothing.
    ///
    /// @param organisation needed for PARTNER_ADMIN and PARTNER_STAFF, else null
    public void seat(AccountId account, Role role, @Nullable UUID organisation) {
        db.sql("""
                        insert into access.seat (network, account, role, organisation)
                        values (:network, :account, :role, :organisation)
                        on conflict do nothing
                        """)
                .param("network", Scope.current().requireNetwork().value())
                .param("account", account.value())
                .param("role", role.name())
                .param("organisation", organisation)
                .update();
    }
}
