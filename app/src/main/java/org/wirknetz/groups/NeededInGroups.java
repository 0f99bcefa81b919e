package org.wirknetz.groups;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.directory.StillNeeded;

/// Whoever sits in a group today or will: a guest needs no post in the directory for it.
@Component
class NeededInGroups implements StillNeeded {

    private final JdbcClient db;
    private final Clock clock;

    NeededInGroups(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public Set<UUID> people() {
        return new HashSet<>(
                db.sql("""
                        select distinct person from groups.member_card
                         where network = platform.network() and person is not null and (until is null or until > ?)
                        """).param(LocalDate.now(clock)).query(UUID.class).list());
    }
}
