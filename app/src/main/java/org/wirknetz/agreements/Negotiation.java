package org.wirknetz.agreements;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.platform.Refused;

/// What parties say about a text before it is concluded (German: *Verhandlung*).
@Component
@Transactional
public class Negotiation {

    private static final int LONGEST = 4000;

    private final JdbcClient db;
    private final AgreementStore store;
    private final Wordings wordings;
    private final Clock clock;

    Negotiation(JdbcClient db, AgreementStore store, Wordings wordings, Clock clock) {
        this.db = db;
        this.store = store;
        this.wordings = wordings;
        this.clock = clock;
    }

    /// The first word said makes a draft a negotiation; it changes no text and drops no signature.
    ///
    /// @param speaker the party that speaks; null for the office
    /// @param concession whether the speaker gives way with it
    /// @throws Refused once the agreement is no longer open, or when the speaker is no party
    public UUID say(AgreementId id, @Nullable OrganisationId speaker, String body, boolean concession) {
        var text = body.replace("\r\n", "\n").strip();
        if (text.isEmpty()) throw new Refused("agreements.comment.missing");
        if (text.length() > LONGEST) throw new Refused("agreements.too-long", LONGEST);
        var known = store.lock(id);
        var today = LocalDate.now(clock);
        known.requireOpen(today);
        if (speaker != null && !known.names(speaker)) throw new Refused("agreements.sign.not-a-party");
        if (speaker == null && concession) throw new Refused("agreements.comment.office-concedes");
        var comment = UUID.randomUUID();
        db.sql("""
                        insert into agreements.comment (network, id, agreement, version, body, concession, organisation, account, written_at)
                        values (platform.network(), :id, :agreement, :version, :body, :concession, cast(:speaker as uuid),
                                cast(:account as uuid), :now)
                        """)
                .param("id", comment)
                .param("agreement", id.value())
                .param(
                        "version",
                        wordings.latest(id).map(Wordings.Latest::number).orElse(1))
                .param("body", text)
                .param("concession", concession)
                .param("speaker", speaker == null ? null : speaker.value())
                .param("account", AgreementStore.account())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        // Without a new version number: whoever has the form open may still save it.
        if (known.negotiatedOn() == null) {
            db.sql("update agreements.agreement set negotiated_on = ? where id = ?")
                    .params(today, id.value())
                    .update();
        }
        return comment;
    }
}
