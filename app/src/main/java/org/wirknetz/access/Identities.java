package org.wirknetz.access;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.AccountId;

/// Which account belongs to whom at the provider of identities. The first time the address decides, if the provider has
/// verified it; ever after the subject alone, so that an address passed on opens nobody else's account.
@Component
@Transactional
public class Identities {

    private final JdbcClient db;
    private final Accounts accounts;

    Identities(JdbcClient db, Accounts accounts) {
        this.db = db;
        this.accounts = accounts;
    }

    public sealed interface Found permits Known, Linked, Stranger, Unverified, SomebodyElse {}

    public record Known(AccountId account) implements Found {}

    /// Known from now on.
    public record Linked(AccountId account) implements Found {}

    /// Nobody with that address has an account here; none is made.
    public record Stranger(String email) implements Found {}

    /// The provider does not vouch for the address.
    public record Unverified() implements Found {}

    /// The account of that address belongs to another subject.
    public record SomebodyElse(AccountId account) implements Found {}

    public Found find(Provider.Identity identity) {
        var known = db.sql("""
                        select identity.account, account.disabled from access.identity
                          join access.account on account.id = identity.account
                         where identity.issuer = ? and identity.subject = ?
                        """)
                .params(identity.issuer(), identity.subject())
                .query(Held.class)
                .optional();
        // An account out of service stays shut, whatever else bears its address.
        if (known.isPresent())
            return known.get().disabled()
                    ? new Stranger(identity.email())
                    : new Known(new AccountId(known.get().account()));
        if (identity.email().isEmpty()) return new Unverified();
        var account = accounts.byEmail(identity.email());
        if (account.isEmpty()) return new Stranger(identity.email());
        return link(identity, account.get()) ? new Linked(account.get()) : new SomebodyElse(account.get());
    }

    private record Held(UUID account, boolean disabled) {}

    private boolean link(Provider.Identity identity, AccountId account) {
        return db.sql("""
                        insert into access.identity (issuer, subject, account) values (?, ?, ?) on conflict do nothing
                        """)
                        .params(identity.issuer(), identity.subject(), account.value())
                        .update()
                == 1;
    }

    public boolean isLinked(AccountId account) {
        return db.sql("select exists (select from access.identity where account = ?)")
                .param(account.value())
                .query(Boolean.class)
                .single();
    }

    /// Whoever signs in that way next is linked by the address again.
    public void unlink(AccountId account) {
        db.sql("delete from access.identity where account = ?")
                .param(account.value())
                .update();
    }
}
