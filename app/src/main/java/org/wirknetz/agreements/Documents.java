package org.wirknetz.agreements;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.Document;
import org.wirknetz.platform.KeptDocument;
import org.wirknetz.platform.NotFound;

/// Files of agreements, kept in the database beside what they prove.
@Component
@Transactional
public class Documents {

    private static final int PART = 1 << 20;

    private final JdbcClient db;
    private final Clock clock;

    Documents(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    UUID keep(AgreementId agreement, String kind, Document document) {
        return keep(agreement, kind, 1, document);
    }

    /// @param number of the version, where there are several under one name
    UUID keep(AgreementId agreement, String kind, int number, Document document) {
        var id = UUID.randomUUID();
        db.sql("""
                        insert into agreements.document (network, id, agreement, kind, number, name, media_type, size, sha256, uploaded_by,
                               uploaded_at)
                        values (platform.network(), :id, :agreement, :kind, :number, :name, :type, :size, :sha256, :account, :now)
                        """)
                .param("id", id)
                .param("agreement", agreement.value())
                .param("kind", kind)
                .param("number", number)
                .param("name", document.name())
                .param("type", document.mediaType())
                .param("size", document.bytes().length)
                .param("sha256", document.sha256())
                .param("account", AgreementStore.account())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        for (int at = 0; at < document.bytes().length; at += PART) {
            db.sql("""
                            insert into agreements.document_part (network, agreement, document, position, content)
                            values (platform.network(), ?, ?, ?, ?)
                            """)
                    .params(
                            agreement.value(),
                            id,
                            at / PART,
                            Arrays.copyOfRange(document.bytes(), at, Math.min(document.bytes().length, at + PART)))
                    .update();
        }
        return id;
    }

    private record Head(String name, String mediaType, long size) {}

    /// @throws NotFound also where it belongs to another agreement
    @Transactional(readOnly = true)
    public KeptDocument read(AgreementId agreement, UUID document) {
        var head = db.sql("select name, media_type, size from agreements.document where id = ? and agreement = ?")
                .params(document, agreement.value())
                .query(Head.class)
                .optional()
                .orElseThrow(NotFound::new);
        return new KeptDocument(head.name(), head.mediaType(), head.size(), place -> part(document, place));
    }

    private Optional<byte[]> part(UUID document, int place) {
        return db.sql("select content from agreements.document_part where document = ? and position = ?")
                .params(document, place)
                .query((row, n) -> row.getBytes("content"))
                .optional();
    }
}
