package org.wirknetz.agreements;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.Document;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// Files that belong to an agreement's text (German: *Anlagen*). While it is open they come and go, each time with a
/// new
/// version of the text, in which their names and fingerprints stand; so they are signed with it.
@Component
@Transactional
public class Annexes {

    private static final int MOST = 20;

    private final JdbcClient db;
    private final AgreementStore store;
    private final Documents documents;
    private final Resealing resealing;
    private final Clock clock;

    Annexes(JdbcClient db, AgreementStore store, Documents documents, Resealing resealing, Clock clock) {
        this.db = db;
        this.store = store;
        this.documents = documents;
        this.resealing = resealing;
        this.clock = clock;
    }

    /// A file of a name that is there already is its next version.
    ///
    /// @throws Refused once the agreement is no longer open, with too many, or when the very same file is there
    public UUID add(AgreementId id, Document document) {
        var known = open(id);
        int valid = db.sql("""
                        select count(*) from agreements.document
                         where agreement = ? and kind = 'ANNEX' and not dropped and name <> ?
                        """)
                .params(id.value(), document.name())
                .query(Integer.class)
                .single();
        if (valid >= MOST) throw new Refused("agreements.annex.many", MOST);
        var same = db.sql("""
                        select exists (select from agreements.document where agreement = ? and kind = 'ANNEX' and not dropped
                                          and name = ? and sha256 = ?)
                        """)
                .params(id.value(), document.name(), document.sha256())
                .query(Boolean.class)
                .single();
        if (same) throw new Refused("agreements.annex.same", document.name());
        int number = db.sql("""
                        select coalesce(max(number), 0) + 1 from agreements.document
                         where agreement = ? and kind = 'ANNEX' and name = ?
                        """)
                .params(id.value(), document.name())
                .query(Integer.class)
                .single();
        db.sql("""
                        update agreements.document set dropped = true
                         where agreement = ? and kind = 'ANNEX' and name = ? and not dropped
                        """).params(id.value(), document.name()).update();
        var added = documents.keep(id, "ANNEX", number, document);
        resealing.of(known);
        return added;
    }

    /// No longer part of the text; whoever signed it with an earlier one still finds it there.
    public void drop(AgreementId id, UUID annex) {
        var known = open(id);
        int dropped = db.sql("""
                        update agreements.document set dropped = true
                         where agreement = ? and id = ? and kind = 'ANNEX' and not dropped
                        """).params(id.value(), annex).update();
        if (dropped == 0) throw new NotFound();
        resealing.of(known);
    }

    private Agreement open(AgreementId id) {
        var known = store.lock(id);
        known.requireOpen(LocalDate.now(clock));
        return known;
    }
}
