package org.wirknetz.agreements;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Each state of the text that somebody could sign, and how many have.
@Component
class Wordings {

    private final JdbcClient db;

    Wordings(JdbcClient db) {
        this.db = db;
    }

    record Latest(UUID id, int number, String sealed, String sha256) {}

    Optional<Latest> latest(AgreementId id) {
        return db.sql(
                        "select id, number, sealed, sha256 from agreements.wording where agreement = ? order by number desc limit 1")
                .param(id.value())
                .query(Latest.class)
                .optional();
    }

    /// How many have signed the text as it stands.
    int signed(AgreementId id) {
        return db.sql("""
                        select count(*) from agreements.signature
                         where wording = (select w.id from agreements.wording w where w.agreement = ? order by w.number desc limit 1)
                        """).param(id.value()).query(Integer.class).single();
    }

    boolean everSigned(AgreementId id) {
        return db.sql("select exists (select from agreements.signature where agreement = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    void write(AgreementId id, int number, String body, SealedText sealed, Instant now) {
        db.sql("""
                        insert into agreements.wording (network, agreement, number, body, sealed, sha256, written_by, written_at)
                        values (platform.network(), :agreement, :number, :body, :sealed, :sha256, :account, :now)
                        """)
                .param("agreement", id.value())
                .param("number", number)
                .param("body", body)
                .param("sealed", sealed.text())
                .param("sha256", sealed.sha256())
                .param("account", AgreementStore.account())
                .param("now", java.sql.Timestamp.from(now))
                .update();
    }
}
