package org.wirknetz.access;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;

/// Accounts as an authenticator knows them: by a random handle. Its screen shows the e-mail address.
class PasskeyHolders implements PublicKeyCredentialUserEntityRepository {

    private final JdbcClient db;
    private final SecureRandom random = new SecureRandom();

    PasskeyHolders(JdbcClient db) {
        this.db = db;
    }

    private record Row(byte[] handle, String email, String name) {
        PublicKeyCredentialUserEntity entity() {
            return ImmutablePublicKeyCredentialUserEntity.builder()
                    .id(new Bytes(handle))
                    .name(email)
                    .displayName(name)
                    .build();
        }
    }

    private static final String HOLDER = """
            select holder.handle, account.email, account.name
              from access.passkey_holder holder
              join access.account on account.id = holder.account
            """;

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
        return db.sql(HOLDER + " where holder.handle = ?")
                .param(id.getBytes())
                .query(Row.class)
                .optional()
                .map(Row::entity)
                .orElse(null);
    }

    /// @param name the account's id as [SignedInAccount#getName] says it, or the address the handle was given with
    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String name) {
        var account = account(name);
        if (account.isEmpty()) return null;
        var handle = new byte[32];
        random.nextBytes(handle);
        db.sql("insert into access.passkey_holder (account, handle) values (?, ?) on conflict (account) do nothing")
                .params(account.get(), handle)
                .update();
        return db.sql(HOLDER + " where holder.account = ?")
                .param(account.get())
                .query(Row.class)
                .single()
                .entity();
    }

    private Optional<UUID> account(String name) {
        return db.sql("select id from access.account where id::text = ? or lower(email) = lower(?)")
                .params(name, name)
                .query(UUID.class)
                .optional();
    }

    /// Nothing to do: a holder is made when it is first asked for.
    @Override
    public void save(PublicKeyCredentialUserEntity holder) {}

    @Override
    public void delete(Bytes id) {
        db.sql("delete from access.passkey_holder where handle = ?")
                .param(id.getBytes())
                .update();
    }
}
