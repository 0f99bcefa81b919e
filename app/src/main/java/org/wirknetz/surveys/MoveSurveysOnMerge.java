package org.wirknetz.surveys;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.directory.OrganisationsMerged;
import org.wirknetz.directory.PeopleMerged;

/// When two cards become one, invitations and what was told go with it. No figure changes.
@Component
class MoveSurveysOnMerge {

    private final JdbcClient db;

    MoveSurveysOnMerge(JdbcClient db) {
        this.db = db;
    }

    @EventListener
    void on(OrganisationsMerged merged) {
        db.sql("select surveys.merge(?, ?)")
                .params(merged.kept().value(), merged.dropped().value())
                .query()
                .listOfRows();
    }

    @EventListener
    void on(PeopleMerged merged) {
        db.sql("select surveys.person_became(?, ?)")
                .params(merged.dropped().value(), merged.kept().value())
                .query()
                .listOfRows();
    }
}
