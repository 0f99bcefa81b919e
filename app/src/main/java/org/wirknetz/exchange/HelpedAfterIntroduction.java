package org.wirknetz.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.directory.WorkDone;

/// An introduction of which something came: the one introduced has helped the one who asked.
@Component
class HelpedAfterIntroduction implements WorkDone {

    private final JdbcClient db;

    HelpedAfterIntroduction(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Deed> since(LocalDate day, Set<UUID> organisations) {
        return db.sql("""
                        select 'exchange.introduction' as source, i.id as record, i.helper as giver, i.asker as receiver,
                               l.title as what, i.outcome_on as "on"
                          from exchange.introduction i
                          join exchange.listing l on l.network = i.network and l.id = i.offer
                         where i.network = platform.network() and i.state = 'HELPED' and i.outcome_on >= :day
                           and (cardinality(cast(:organisations as uuid[])) = 0
                                or i.helper = any (cast(:organisations as uuid[])) or i.asker = any (cast(:organisations as uuid[])))
                         order by i.outcome_on desc, i.id limit 100
                        """)
                .param("day", day)
                .param(
                        "organisations",
                        organisations.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .query(Deed.class)
                .list();
    }
}
