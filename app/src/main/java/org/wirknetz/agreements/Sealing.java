package org.wirknetz.agreements;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.platform.Words;

/// Writes a new version of the text whenever something that is signed has changed.
@Component
class Sealing {

    private final JdbcClient db;
    private final Parties parties;
    private final Wordings wordings;
    private final Words words;
    private final Clock clock;

    Sealing(JdbcClient db, Parties parties, Wordings wordings, Words words, Clock clock) {
        this.db = db;
        this.parties = parties;
        this.wordings = wordings;
        this.words = words;
        this.clock = clock;
    }

    /// @return whether the text became another one
    boolean seal(AgreementId id, Terms terms, List<OrganisationId> organisations) {
        var sealed = SealedText.of(words, terms, parties.names(organisations), duties(id), annexes(id));
        var latest = wordings.latest(id);
        if (latest.isPresent() && latest.get().sha256().equals(sealed.sha256())) return false;
        int number = latest.map(Wordings.Latest::number).orElse(0) + 1;
        wordings.write(id, number, terms.body(), sealed, clock.instant());
        return true;
    }

    private List<String> annexes(AgreementId id) {
        return db.sql("""
                        select name || ' (SHA-256: ' || sha256 || ')' from agreements.document
                         where agreement = ? and kind = 'ANNEX' and not dropped order by name, id
                        """).param(id.value()).query(String.class).list();
    }

    private List<String> duties(AgreementId id) {
        return db.sql("""
                        select o.name || ': ' || d.title || coalesce(' – ' || to_char(d.due, 'DD.MM.YYYY'), '')
                          from agreements.obligation d
                          join agreements.party p on p.network = d.network and p.id = d.party
                          join directory.organisation_card o on o.network = p.network and o.id = p.organisation
                         where d.agreement = ?
                         order by d.due nulls last, o.name, d.title, d.id
                        """).param(id.value()).query(String.class).list();
    }
}
