package org.wirknetz.agreements;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.directory.WorkDone;

/// Who has fulfilled a duty did it for the others of the agreement. With more than three parties nobody could say for
/// whom in particular, and nothing is suggested.
@Component
class DutiesFulfilled implements WorkDone {

    private static final int PARTIES = 3;

    private final JdbcClient db;

    DutiesFulfilled(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Deed> since(LocalDate day, Set<UUID> organisations) {
        return db.sql("""
                        select 'agreements.duty' as source, o.id as record, giver.organisation as giver, receiver.organisation as receiver,
                               left(o.title, 200) as what, o.done_on as "on"
                          from agreements.obligation o
                          join agreements.party giver on giver.network = o.network and giver.id = o.party
                          join agreements.party receiver on receiver.network = o.network and receiver.agreement = o.agreement
                                                        and receiver.id <> giver.id
                         where o.network = platform.network() and o.done_on >= :day
                           and (select count(*) from agreements.party p where p.network = o.network and p.agreement = o.agreement) <= :parties
                           and (cardinality(cast(:organisations as uuid[])) = 0
                                or giver.organisation = any (cast(:organisations as uuid[]))
                                or receiver.organisation = any (cast(:organisations as uuid[])))
                         order by o.done_on desc, o.id, receiver.organisation limit 100
                        """)
                .param("day", day)
                .param("parties", PARTIES)
                .param(
                        "organisations",
                        organisations.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .query(Deed.class)
                .list();
    }
}
