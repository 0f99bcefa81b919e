package org.wirknetz.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/// Passkeys in our own table: the framework's repository knows no schema but the default one.
class PasskeyStore implements UserCredentialRepository {

    private final JdbcClient db;

    PasskeyStore(JdbcClient db) {
        this.db = db;
    }

    private static final String PASSKEY = """
            select passkey.*, holder.handle
              from access.passkey
              join access.passkey_holder holder on holder.account = passkey.account
            """;

    @Override
    public void delete(Bytes credential) {
        db.sql("delete from access.passkey where credential = ?")
                .param(credential.getBytes())
                .update();
    }

    /// Said again for a known credential, it notes the use and the counter.
    @Override
    public void save(CredentialRecord record) {
        var account = db.sql("select account from access.passkey_holder where handle = ?")
                .param(record.getUserEntityUserId().getBytes())
                .query(UUID.class)
                .single();
        db.sql("""
                        insert into access.passkey (account, credential, public_key, signature_count, verified, transports,
                                                    backup_eligible, backup_state, attestation_object,
                                                    attestation_client_data, label, last_used_at)
                        values (:account, :credential, :key, :count, :verified, :transports, :eligible, :state, :object,
                                :data, :label, null)
                        on conflict (credential) do update set
                            signature_count = excluded.signature_count, verified = excluded.verified,
                            backup_state = excluded.backup_state, last_used_at = :used
                        """)
                .param("account", account)
                .param("credential", record.getCredentialId().getBytes())
                .param("key", record.getPublicKey().getBytes())
                .param("count", record.getSignatureCount())
                .param("verified", record.isUvInitialized())
                .param(
                        "transports",
                        record.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .collect(Collectors.joining(",")))
                .param("eligible", record.isBackupEligible())
                .param("state", record.isBackupState())
                .param("object", bytes(record.getAttestationObject()))
                .param("data", bytes(record.getAttestationClientDataJSON()))
                .param("label", record.getLabel())
                .param("used", Timestamp.from(record.getLastUsed()))
                .update();
    }

    private static byte @Nullable [] bytes(@Nullable Bytes value) {
        return value == null ? null : value.getBytes();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        return db.sql(PASSKEY + " where passkey.credential = ?")
                .param(credential.getBytes())
                .query(PasskeyStore::read)
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes holder) {
        return db.sql(PASSKEY + " where holder.handle = ?")
                .param(holder.getBytes())
                .query(PasskeyStore::read)
                .list();
    }

    private static CredentialRecord read(ResultSet row, int number) throws SQLException {
        var created = row.getTimestamp("created_at").toInstant();
        var used = row.getTimestamp("last_used_at");
        var object = row.getBytes("attestation_object");
        var data = row.getBytes("attestation_client_data");
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential")))
                .userEntityUserId(new Bytes(row.getBytes("handle")))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(row.getBoolean("verified"))
                .transports(Arrays.stream(row.getString("transports").split(","))
                        .filter(it -> !it.isEmpty())
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backup_state"))
                .attestationObject(object == null ? null : new Bytes(object))
                .attestationClientDataJSON(data == null ? null : new Bytes(data))
                .created(created)
                .lastUsed(used == null ? created : used.toInstant())
                .label(row.getString("label"))
                .build();
    }
}
