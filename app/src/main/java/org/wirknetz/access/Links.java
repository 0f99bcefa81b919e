package org.wirknetz.access;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.AccountId;

/// Links that open the door once: by mail (15 minutes), or from the console to set an account up (two days).
@Component
@Transactional
public class Links {

    public enum Kind {
        SIGN_IN("15 minutes"),
        SET_UP("2 days");

        private final String lifetime;

        Kind(String lifetime) {
            this.lifetime = lifetime;
        }
    }

    private final JdbcClient db;
    private final SecureRandom random = new SecureRandom();

    Links(JdbcClient db) {
        this.db = db;
    }

    /// @return the secret part of the address; it is not kept and cannot be asked for again
    public String issue(Kind kind, AccountId account) {
        var secret = Secret.random(random);
        db.sql("insert into access.link (kind, account, secret, expires_at) values (?, ?, ?, now() + ?::interval)")
                .params(kind.name(), account.value(), secret.hash(), kind.lifetime)
                .update();
        return secret.text();
    }

    /// Whose link it is, without using it up: mail scanners look at every address.
    public Optional<AccountId> peek(Kind kind, String secret) {
        return db.sql("""
                        select link.account from access.link
                          join access.account on account.id = link.account and not account.disabled
                         where link.kind = ? and link.secret = ? and link.used_at is null and link.expires_at > now()
                        """)
                .params(kind.name(), new Secret(secret).hash())
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    /// Uses the link up, and with it every other one of its kind for the same account. Of two at once one wins.
    public Optional<AccountId> redeem(Kind kind, String secret) {
        var account = db.sql("""
                        update access.link set used_at = now()
                          from access.account
                         where account.id = link.account and not account.disabled
                           and link.kind = ? and link.secret = ? and link.used_at is null and link.expires_at > now()
                        returning link.account
                        """)
                .params(kind.name(), new Secret(secret).hash())
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
        account.ifPresent(it -> db.sql(
                        "update access.link set used_at = now() where account = ? and kind = ? and used_at is null")
                .params(it.value(), kind.name())
                .update());
        return account;
    }

    int tidy() {
        return db.sql("delete from access.link where expires_at < now() - interval '1 day'")
                .update();
    }
}
