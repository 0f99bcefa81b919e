package org.wirknetz.access;

import java.time.Instant;
import java.util.List;
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
import org.wirknetz.platform.NotFound;
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

    /// What the own account page and the operator see of an account.
    public record Card(
            UUID id,
            String email,
            String name,
            String locale,
            boolean operator,
            boolean disabled,
            boolean hasPassword,
            Instant createdAt) {
        public AccountId account() {
            return new AccountId(id);
        }

        public Locale language() {
            return Locale.of(locale);
        }
    }

    private static final String CARD = """
            select id, email, name, locale, operator, disabled, password is not null as has_password, created_at
              from access.account
            """;

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

    public Card require(AccountId account) {
        return db.sql(CARD + " where id = ?")
                .param(account.value())
                .query(Card.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /// Also those out of service.
    public List<Card> all() {
        return db.sql(CARD + " order by name, email limit 1000")
                .query(Card.class)
                .list();
    }

    public void rename(AccountId account, String name, Locale locale) {
        changed(db.sql("update access.account set name = ?, locale = ?, version = version + 1 where id = ?")
                .params(name.strip(), locale.getLanguage(), account.value())
                .update());
    }

    /// The caller has checked the rules and ends the other sessions.
    public void choosePassword(AccountId account, String password) {
        changed(db.sql("update access.account set password = ?, version = version + 1 where id = ?")
                .params(passwords.encode(password), account.value())
                .update());
    }

    /// Whether this is the account's password. Takes as long for an account without one.
    public boolean knows(AccountId account, String typed) {
        var hash = db.sql("select password from access.account where id = ? and not disabled")
                .param(account.value())
                .query(String.class)
                .optional();
        return hash.isPresent() && passwords.matches(typed, hash.get());
    }

    /// Out of service: every session, token and link of the account ends with it. Seats stay, so that it can
    /// come back.
    public void disable(AccountId account) {
        changed(db.sql("update access.account set disabled = true, version = version + 1 where id = ?")
                .param(account.value())
                .update());
        db.sql("select access.shut_out(?)")
                .param(account.value())
                .query((row, n) -> true)
                .list();
    }

    public void enable(AccountId account) {
        changed(db.sql("update access.account set disabled = false, version = version + 1 where id = ?")
                .param(account.value())
                .update());
    }

    public boolean operatorExists() {
        return db.sql("select exists (select from access.account where operator and not disabled)")
                .query(Boolean.class)
                .single();
    }

    private static void changed(int rows) {
        if (rows == 0) throw new NotFound();
    }
}
