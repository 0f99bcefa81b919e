package org.wirknetz.directory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.access.OrganisationChoices;

/// Names the organisations that somebody can be invited for.
@Component
class OrganisationsToInvite implements OrganisationChoices {

    private final JdbcClient db;

    OrganisationsToInvite(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Named> all() {
        return db.sql("select id as organisation, name from directory.organisation order by name, id")
                .query(Named.class)
                .list();
    }

    @Override
    public Optional<String> name(UUID organisation) {
        return db.sql("select name from directory.organisation where id = ?")
                .param(organisation)
                .query(String.class)
                .optional();
    }
}
