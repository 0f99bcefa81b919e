package org.wirknetz.meetings;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.access.Secret;
import org.wirknetz.platform.NetworkId;

/// Secret addresses by which the invited answer without an account. Looking one up changes nothing.
@Component
@Transactional(readOnly = true)
public class AnswerLinks {

    private final JdbcClient db;
    private final Clock clock;

    AnswerLinks(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// In which network a secret means something; nothing once it has run out.
    public Optional<NetworkId> network(String secret) {
        return db.sql("select meetings.link_network(?)")
                .param(new Secret(secret).hash())
                .query(UUID.class)
                .optional()
                .map(NetworkId::new);
    }

    /// Whose it is, asked in that network.
    public Optional<InvitationId> invitation(String secret) {
        return db.sql("select invitation from meetings.answer_link where secret = ? and expires_at > ?")
                .params(new Secret(secret).hash(), Timestamp.from(clock.instant()))
                .query(UUID.class)
                .optional()
                .map(InvitationId::new);
    }
}
