package org.wirknetz.agreements;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.directory.OrganisationRemoved;
import org.wirknetz.directory.OrganisationsMerged;
import org.wirknetz.platform.Refused;

/// An organisation keeps its word: it is not taken out while it is a party; when two cards become one, its agreements
/// go
/// along, in the same transaction.
@Component
class GuardParties {

    private final JdbcClient db;

    GuardParties(JdbcClient db) {
        this.db = db;
    }

    @EventListener
    void on(OrganisationRemoved removed) {
        int bound = db.sql("select count(*) from agreements.party where organisation = ?")
                .param(removed.organisation().value())
                .query(Integer.class)
                .single();
        if (bound > 0) throw new Refused("agreements.organisation-bound", bound);
    }

    @EventListener
    void on(OrganisationsMerged merged) {
        var both = db.sql("""
                        select a.title from agreements.party one
                          join agreements.party other on other.network = one.network and other.agreement = one.agreement
                          join agreements.agreement a on a.network = one.network and a.id = one.agreement
                         where one.organisation = ? and other.organisation = ? limit 1
                        """)
                .params(merged.kept().value(), merged.dropped().value())
                .query(String.class)
                .optional();
        if (both.isPresent()) throw new Refused("agreements.merge.both-parties", both.get());
        db.sql("update agreements.comment set organisation = ? where organisation = ?")
                .params(merged.kept().value(), merged.dropped().value())
                .update();
        db.sql("update agreements.party set organisation = ? where organisation = ?")
                .params(merged.kept().value(), merged.dropped().value())
                .update();
    }
}
