package org.wirknetz.newsletter;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.access.Secret;
import org.wirknetz.platform.NotFound;

/// "Why do I get this?", by the secret way in a mail and without an account (German: *Warum bekomme ich
/// das?*).
///
/// To be called in the scope of the network without a person.
@Component
@Transactional
public class WaysIn {

    private final JdbcClient db;
    private final Subscriptions subscriptions;
    private final Circulars circulars;

    WaysIn(JdbcClient db, Subscriptions subscriptions, Circulars circulars) {
        this.db = db;
        this.subscriptions = subscriptions;
        this.circulars = circulars;
    }

    /// The mail that holds the way.
    ///
    /// @param subject of the issue or the circular
    /// @param list name of the list an issue went to
    /// @param organisation for which a circular came
    public record Mail(
            UUID id,
            byte[] addressHash,
            String subject,
            @Nullable UUID subscription,
            @Nullable UUID circular,
            @Nullable UUID target,
            @Nullable String list,
            @Nullable String organisation,
            boolean acknowledged,
            boolean left) {

        public boolean isCircular() {
            return circular != null;
        }
    }

    /// @throws NotFound when nobody was given this way, or its mail is years old
    @Transactional(readOnly = true)
    public Mail require(String secret) {
        return find(secret).orElseThrow(NotFound::new);
    }

    private Optional<Mail> find(String secret) {
        if (secret.length() > 100) return Optional.empty();
        return db.sql("""
                        select d.id, d.address_hash, coalesce(i.subject, c.subject) as subject, d.subscription, d.circular, d.target,
                               l.name as list, o.name as organisation, t.acknowledged_at is not null as acknowledged,
                               s.withdrawn_at is not null
                               or d.circular is not null and exists (
                                   select from newsletter.suppressed x
                                    where x.network = d.network and x.list is null and x.address_hash = d.address_hash) as left
                          from newsletter.dispatch d
                          left join newsletter.issue i on i.network = d.network and i.id = d.issue
                          left join newsletter.list l on l.network = i.network and l.id = i.list
                          left join newsletter.subscription s on s.network = d.network and s.id = d.subscription
                          left join newsletter.circular c on c.network = d.network and c.id = d.circular
                          left join newsletter.target t on t.network = d.network and t.id = d.target
                          left join directory.organisation_card o on o.network = t.network and o.id = t.organisation
                         where d.secret = ?
                        """).param(new Secret(secret).hash()).query(Mail.class).optional();
    }

    /// Ends what brought this mail: the subscription, or all circulars. Said twice, it changes nothing.
    public void leave(String secret, Subscriptions.Way way) {
        var mail = require(secret);
        if (mail.isCircular()) subscriptions.objectToCirculars(mail.addressHash());
        else if (mail.subscription() != null) subscriptions.leave(mail.subscription(), way);
    }

    /// Ends one subscription of the same address.
    ///
    /// @throws NotFound when it is not of this address
    public void leave(String secret, UUID subscription) {
        var mail = require(secret);
        boolean own = subscriptions.of(mail.addressHash()).stream().anyMatch(it -> subscription.equals(it.id()));
        if (!own) throw new NotFound();
        subscriptions.leave(subscription, Subscriptions.Way.PAGE);
    }

    public void acknowledge(String secret) {
        var target = require(secret).target();
        if (target == null) throw new NotFound();
        circulars.acknowledge(target);
    }
}
