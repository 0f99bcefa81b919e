package org.wirknetz.access;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.AccountId;
import org.wirknetz.platform.Refused;

/// Accounts (German: *Konten*): who can sign in at all.
@Component
@Transactional
public class Accounts {

    private final JdbcClient db;
    private final PasswordEncoder passwords;

    Accounts(JdbcClient db, PasswordEncoder passwords) {
        this.db = db;
        this.passwords = passwords;
    }

    /// @param password null for an account that signs in by link or passkey only
    /// @throws Refused `access.account.email-taken`
    public AccountId open(String email, String name, @Nullable String password, Locale locale, boolean operator) {
        var id = new AccountId(UUID.randomUUID());
        try {
            db.sql("""
                            insert into access.account (id, email, name, password, locale, operator)
                            values (:id, :email, :name, :password, :locale, :operator)
                            """)
                    .param("id", id.value())
                    .param("email", email.strip().toLowerCase(Locale.ROOT))
                    .param("name", name.strip())
                    .param("password", password == null ? null : passwords.encode(password))
                    .param("locale", locale.getLanguage())
                    .param("operator", operator)
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Refused("access.account.email-taken", email);
        }
        return id;
    }

    public Optional<AccountId> byEmail(String email) {
        return db.sql("select id from access.account where lower(email) = lower(?) and not disabled")
                .param(email.strip())
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }
}
